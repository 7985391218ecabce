package dev.parley.account;

import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.event.WebhookVersion;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How accounts lie in the store: one small document each, on the business's stream.
final class AccountDocuments {
  static final String BUSINESS = "business";
  static final String NUMBER = "number";
  static final String KEY = "key";
  static final String ENDPOINT = "endpoint";

  private AccountDocuments() {}

  static JsonObject write(Business business) {
    return Json.object(
        "name", business.name(),
        "portfolio", business.portfolio().id(),
        "portfolio_name", business.portfolio().name(),
        "app", business.app().id(),
        "app_secret", business.app().secret().value(),
        "verify_token", business.app().verifyToken().value());
  }

  static Business business(StreamInfo stream, JsonObject body) {
    return new Business(
        stream.owner(),
        text(body, "name"),
        new Portfolio(text(body, "portfolio"), text(body, "portfolio_name")),
        new Business.App(
            text(body, "app"),
            new Secret(text(body, "app_secret")),
            new Secret(text(body, "verify_token"))),
        stream.id());
  }

  static JsonObject write(PhoneNumber number) {
    return Json.object(
        "display", number.display(),
        "name", number.name(),
        "catalog", number.catalog(),
        "pace", number.pace().name().toLowerCase(Locale.ROOT));
  }

  static PhoneNumber number(
      String id, JsonObject body, NumberSettings settings, Business business, StreamId stream) {
    return new PhoneNumber(
        id,
        text(body, "display"),
        text(body, "name"),
        text(body, "catalog"),
        PhoneNumber.Pace.of(text(body, "pace")),
        settings,
        business,
        stream);
  }

  static JsonObject write(ApiKey key) {
    return Json.object("number", key.number());
  }

  static ApiKey key(String sha256, JsonObject body) {
    return new ApiKey(sha256, text(body, "number"));
  }

  static JsonObject write(Endpoint endpoint) {
    var headers = JsonObject.builder();
    endpoint.headers().forEach(headers::put);
    Secret token = endpoint.verifyToken();
    return Json.object(
        "scope", endpoint.scope().name().toLowerCase(Locale.ROOT),
        "owner", endpoint.owner(),
        "url", endpoint.url().toString(),
        "headers", headers.build(),
        "verify_token", token == null ? null : token.value(),
        "version", endpoint.version().toString());
  }

  static Endpoint endpoint(JsonObject body) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (body.get("headers") instanceof JsonObject stored) {
      stored.forEach((name, value) -> headers.put(name, ((JsonString) value).value()));
    }
    @Nullable String token = body.get("verify_token") instanceof JsonString t ? t.value() : null;
    return new Endpoint(
        Endpoint.Scope.valueOf(text(body, "scope").toUpperCase(Locale.ROOT)),
        text(body, "owner"),
        URI.create(text(body, "url")),
        headers,
        token == null ? null : new Secret(token),
        version(body));
  }

  /// The newest where none was stored.
  private static WebhookVersion version(JsonObject body) {
    return body.get("version") instanceof JsonString(var version)
        ? WebhookVersion.of(version).orElse(WebhookVersion.NEWEST)
        : WebhookVersion.NEWEST;
  }

  private static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text) {
      return text.value();
    }
    throw new IllegalStateException("a stored account lacks its " + name);
  }
}
