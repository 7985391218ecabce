package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules for links. Lenient about what comes after the host: real links hold characters that
/// RFC 3986 forbids.
final class HttpLink {

  private static final Pattern SHAPE =
      Pattern.compile(
          "https?://(?:[^/?#@\\s]*@)?(\\[[^\\]/?#\\s]*\\]|[^/?#:\\s]+)(:[0-9]*)?([/?#].*)?");

  private static final Pattern IP_V4 = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");

  private HttpLink() {}

  /// What is wrong with this link, if anything: only http and https, with a host.
  static @Nullable String problemOf(String link) {
    return host(link) == null
        ? "is %s, must be an http or https link".formatted(Fields.quoted(link))
        : null;
  }

  /// The same for the link of a button, whose host must be a name. Source: `messages.md` §10
  /// (unverified, the stricter reading).
  static @Nullable String problemOfButton(String link) {
    var host = host(link);
    if (host != null && (host.startsWith("[") || IP_V4.matcher(host).matches())) {
      return "is %s, its host must be a name, not an IP address".formatted(Fields.quoted(link));
    }
    return problemOf(link);
  }

  private static @Nullable String host(String link) {
    boolean readable = link.chars().noneMatch(c -> c <= ' ' || c == 127);
    var match = SHAPE.matcher(schemeInLowerCase(link));
    return readable && match.matches() ? match.group(1) : null;
  }

  private static String schemeInLowerCase(String link) {
    int end = Math.max(link.indexOf(':'), 0);
    return link.substring(0, end).toLowerCase(Locale.ROOT) + link.substring(end);
  }
}
