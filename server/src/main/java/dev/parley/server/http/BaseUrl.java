package dev.parley.server.http;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where this server is reached by those who get links from it. What was configured counts; else a
/// caller reaches us once more where it just did, which also holds between containers.
public final class BaseUrl {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private final @Nullable String configured;
  private final Supplier<String> listening;
  private final String prefix;

  /// @param configured without a slash at the end
  /// @param listening `http://127.0.0.1:8360`; asked when it is needed, since the port may not be
  ///   known before
  /// @param prefix of this world, `/w/name`, or empty
  public BaseUrl(@Nullable String configured, Supplier<String> listening, String prefix) {
    this.configured = configured;
    this.listening = listening;
    this.prefix = prefix;
  }

  /// For links in an answer to this request.
  public String forCaller(Request request) {
    String host = request.headers().first("Host");
    String known = configured;
    if (known == null && host != null && HOST.matcher(host).matches()) {
      return "http://" + host + prefix;
    }
    return value();
  }

  /// For links that nobody asked for, in webhooks.
  public String value() {
    String known = configured;
    return (known == null ? listening.get() : known) + prefix;
  }
}
