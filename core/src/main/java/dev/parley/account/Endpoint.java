package dev.parley.account;

import dev.parley.protocol.event.WebhookVersion;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a bot wants its webhooks.
///
/// @param scope whose events: of one number, or of all numbers of a business. A number's own
///   endpoint wins. Source: webhooks reference §6, lookup order
/// @param owner the phone number id, or the WABA id
/// @param headers sent with each delivery, e.g. a secret of the bot's
/// @param verifyToken what the handshake was made with; null where none was made (360dialog has
///   none)
/// @param version which Graph version it subscribed with: what its webhooks look like
public record Endpoint(
    Scope scope,
    String owner,
    URI url,
    Map<String, String> headers,
    @Nullable Secret verifyToken,
    WebhookVersion version) {

  public enum Scope {
    NUMBER,
    BUSINESS
  }

  public Endpoint {
    headers = Map.copyOf(headers);
  }

  /// An endpoint that named no version: it gets the newest.
  public Endpoint(
      Scope scope,
      String owner,
      URI url,
      Map<String, String> headers,
      @Nullable Secret verifyToken) {
    this(scope, owner, url, headers, verifyToken, WebhookVersion.NEWEST);
  }

  /// Stable over changes of the URL, so that a bot that moves misses nothing: `number:1000…`.
  public String id() {
    return id(scope, owner);
  }

  /// The id that an endpoint of this owner has, or would have.
  public static String id(Scope scope, String owner) {
    return (scope == Scope.NUMBER ? "number:" : "business:") + owner;
  }
}
