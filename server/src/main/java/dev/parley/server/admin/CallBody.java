package dev.parley.server.admin;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.BadForm;
import dev.parley.server.http.FormFields;
import dev.parley.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a call that sets something says, whatever way it was sent, as Graph takes it: as JSON, as a
/// form of either kind, or in the query. Source: reference, clients.md 5; observed.md §1.
final class CallBody {
  /// More is refused with 413. The largest, 1,000 users to block, stays below 48 KB.
  static final int BYTES_MAX = 64 * 1024;

  private CallBody() {}

  /// The body's members, and those of the query; the body wins. An empty body has none.
  static Reading<JsonObject> read(Request request) {
    Map<String, Json> members = new LinkedHashMap<>();
    request.query().values().forEach((name, values) -> members.put(name, value(values.getFirst())));
    try {
      Optional<Map<String, String>> form = FormFields.of(request, BYTES_MAX);
      if (form.isPresent()) {
        form.get().forEach((name, text) -> members.put(name, value(text)));
        return object(members);
      }
    } catch (BadForm bad) {
      return wrong(String.valueOf(bad.getMessage()));
    }
    byte[] bytes = request.body(BYTES_MAX);
    String type = request.headers().mediaType();
    if (bytes.length == 0) {
      return object(members);
    }
    if (!type.isEmpty() && !type.equals("application/json")) {
      return wrong("came as Content-Type %s, not as application/json".formatted(type));
    }
    return JsonReader.read(bytes)
        .then(json -> {
          if (!(json instanceof JsonObject body)) {
            return wrong("is %s, not an object".formatted(json.kind()));
          }
          body.forEach(members::put);
          return object(members);
        });
  }

  private static Reading<JsonObject> object(Map<String, Json> members) {
    var object = JsonObject.builder();
    members.forEach(object::put);
    return new Reading.Ok<>(object.build());
  }

  private static Reading<JsonObject> wrong(String problem) {
    return new Reading.Wrong<>(List.of(new Problem("", problem, Problem.INVALID, null, null)));
  }

  private static Json value(String text) {
    boolean looksLikeJson = text.startsWith("{") || text.startsWith("[");
    if (looksLikeJson
        && JsonReader.read(text.getBytes(StandardCharsets.UTF_8))
            instanceof Reading.Ok<Json>(var json)) {
      return json;
    }
    return new JsonString(text);
  }
}
