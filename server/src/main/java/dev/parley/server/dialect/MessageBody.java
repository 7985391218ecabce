package dev.parley.server.dialect;

import dev.parley.journal.StoredJson;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.BadForm;
import dev.parley.server.http.FormFields;
import dev.parley.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A body of `POST /messages` as JSON, whatever way it was sent: as JSON, as a form whose objects
/// are JSON text, or as multipart/form-data of such fields. Source: reference, clients.md 5;
/// observed.md §1 (`/messages` takes all three).
///
/// @param stored goes into the journal: the bytes as sent where they are JSON
record MessageBody(Json json, StoredJson stored) {
  /// More is refused with 413. The largest documented body, 257 contacts, stays below 512 KB.
  static final int BYTES_MAX = 1 << 20;

  private static final String JSON = "application/json";

  /// Fields of a form that stay text, whatever they look like: bots put JSON of their own there.
  private static final Set<String> ALWAYS_TEXT = Set.of("biz_opaque_callback_data");

  static Reading<MessageBody> read(Request request) {
    String encoding = request.headers().first("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return wrong(
          "came with Content-Encoding %s; it must not be compressed".formatted(shorten(encoding)));
    }
    Optional<Map<String, String>> fields;
    try {
      fields = FormFields.of(request, BYTES_MAX);
    } catch (BadForm bad) {
      return wrong(String.valueOf(bad.getMessage()));
    }
    if (fields.isPresent()) {
      return ofFields(fields.get());
    }
    String type = request.headers().mediaType();
    return type.isEmpty() || type.equals(JSON)
        ? ofJson(request.body(BYTES_MAX))
        : wrong(
            "came as Content-Type %s; %s, application/x-www-form-urlencoded and"
                    .formatted(shorten(type), JSON)
                + " multipart/form-data are understood");
  }

  private static Reading<MessageBody> ofJson(byte[] bytes) {
    return JsonReader.read(bytes)
        .then(json -> new Reading.Ok<>(new MessageBody(json, StoredJson.ofBytes(bytes))));
  }

  private static Reading<MessageBody> ofFields(Map<String, String> fields) {
    var body = JsonObject.builder();
    var problems = new ArrayList<Problem>();
    fields.forEach((name, text) -> {
      String value = text.strip();
      boolean looksLikeJson = value.startsWith("{") || value.startsWith("[");
      if (name.equals(BearerToken.PARAMETER)) {
        return; // Not for the journal.
      }
      if (!looksLikeJson || ALWAYS_TEXT.contains(name)) {
        body.put(name, new JsonString(text));
        return;
      }
      switch (JsonReader.read(value.getBytes(StandardCharsets.UTF_8))) {
        case Reading.Ok<Json>(var json) -> body.put(name, json);
        case Reading.Wrong<Json>(var wrong) ->
            problems.add(
                Problem.of(
                    Path.root().field(name),
                    "is a form field that starts like JSON but isn't: "
                        + wrong.getFirst().sentence(),
                    Problem.INVALID));
      }
    });
    return problems.isEmpty()
        // Read once more: together the fields can be nested too deep.
        ? ofJson(JsonWriter.utf8(body.build()))
        : new Reading.Wrong<>(problems);
  }

  /// Wrong before it is JSON at all, so that no member can be named.
  private static Reading<MessageBody> wrong(String problem) {
    return new Reading.Wrong<>(List.of(new Problem("", problem, Problem.INVALID, null, null)));
  }

  private static String shorten(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
