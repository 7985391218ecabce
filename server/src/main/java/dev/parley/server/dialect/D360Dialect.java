package dev.parley.server.dialect;

import dev.parley.Hub;
import dev.parley.account.Accounts;
import dev.parley.account.Sender;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.List;
import java.util.Optional;

/// 360dialog's Messaging API: a key per number in a header, no id in the path. Source: reference,
/// responses-and-errors.md §4.
public final class D360Dialect {
  static final String KEY_HEADER = "D360-API-KEY";

  /// What a caller may have meant whose path is nobody's.
  static final String SERVED =
      "messages go to POST /messages with D360-API-KEY, or to POST"
          + " /{version}/{phone-number-id}/messages with Authorization: Bearer";

  private final Accounts accounts;
  private final MessagesCall messages;
  private final TraceIds traceIds;
  private final Hints hints;

  public D360Dialect(Accounts accounts, Hub hub, TraceIds traceIds, Hints hints) {
    this.accounts = accounts;
    this.messages = new MessagesCall(hub, traceIds);
    this.traceIds = traceIds;
    this.hints = hints;
  }

  public List<Route> routes() {
    return List.of(
        new Route("POST", "/messages", this::send), new Route("POST", "/v1/messages", this::send));
  }

  private Response send(Request request) {
    Optional<Sender> sender = caller(request);
    return sender.isPresent() ? messages.answer(sender.get(), request) : unknownKey();
  }

  /// Who asks, by the key.
  public Optional<Sender> caller(Request request) {
    // A Cloud API client that only had its URL and path swapped sends its token as Bearer.
    return keyOf(request).or(() -> BearerToken.of(request)).flatMap(accounts::byKey);
  }

  /// The key in 360dialog's own header.
  static Optional<String> keyOf(Request request) {
    return Optional.ofNullable(request.headers().first(KEY_HEADER)).map(String::strip);
  }

  /// Two shapes are seen around, and clients read either: we send both, with the same text. Source:
  /// reference, verified.md §13, no. 1.
  public Response unknownKey() {
    String text = "Invalid api_key";
    JsonObject.Builder meta =
        JsonObject.builder()
            .put("success", false)
            .put("http_code", 401)
            .put("developer_message", text)
            .put("360dialog_trace_id", traceIds.d360());
    String hint = hints.forUnknownKey();
    if (!hint.isEmpty()) {
      meta.put("details", hint);
    }
    return MessagesCall.json(401, Json.object("meta", meta.build(), "error", text));
  }
}
