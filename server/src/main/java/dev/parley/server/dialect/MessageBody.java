package dev.parley.server.dialect;

import dev.parley.journal.StoredJson;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A body of `POST /messages` as JSON, whatever way it was sent: as JSON, as a form whose objects
/// are JSON text, or as multipart/form-data of such fields. Source: reference, clients.md 5;
/// observed.md §1 (`/messages` takes all three).
///
/// @param stored goes into the journal: the bytes as sent where they are JSON
record MessageBody(Json json, StoredJson stored) {
  /// More is refused with 413. The largest documented body, 257 contacts, stays below 512 KB.
  static final int BYTES_MAX = 1 << 20;

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  static Reading<MessageBody> read(Request request) {
    String contentType = request.headers().first("Content-Type");
    byte[] bytes = request.body(BYTES_MAX);
    String type =
        contentType == null ? JSON : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case JSON, "" ->
          JsonReader.read(bytes)
              .then(json -> new Reading.Ok<>(new MessageBody(json, StoredJson.ofBytes(bytes))));
      case FORM -> ofForm(bytes);
      case MULTIPART ->
          FormFields.multipart(bytes, String.valueOf(contentType)).then(MessageBody::ofFields);
      default ->
          new Reading.Wrong<>(
              List.of(
                  Problem.ofDocument(
                      "came as Content-Type "
                          + shorten(type)
                          + "; application/json, application/x-www-form-urlencoded and"
                          + " multipart/form-data are understood")));
    };
  }

  /// `curl -d` names a form when nobody names the type, so JSON often comes as one by mistake.
  private static Reading<MessageBody> ofForm(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == '{') {
      return wrongType(
          "came as Content-Type " + FORM + " but is JSON: send it as Content-Type " + JSON);
    }
    return ofFields(FormFields.urlEncoded(bytes));
  }

  private static Reading<MessageBody> wrongType(String problem) {
    return new Reading.Wrong<>(List.of(new Problem("", problem, Problem.INVALID, null, null)));
  }

  private static Reading<MessageBody> ofFields(Map<String, String> fields) {
    var body = JsonObject.builder();
    var problems = new java.util.ArrayList<Problem>();
    fields.forEach((name, text) -> {
      String value = text.strip();
      if (!value.startsWith("{") && !value.startsWith("[")) {
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
    if (!problems.isEmpty()) {
      return new Reading.Wrong<>(problems);
    }
    JsonObject json = body.build();
    return new Reading.Ok<>(new MessageBody(json, StoredJson.of(json)));
  }

  private static String shorten(String type) {
    return type.length() <= 80 ? type : type.substring(0, 80) + "…";
  }
}
