package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import java.util.Set;

/// Members of a body that are JSON written into a string, as in a form: Graph reads both alike, and
/// one widespread client sends `"contacts":"[{…}]"` (whatsapp-api-js).
final class QuotedJson {

  /// What holds an object or an array; the others may hold a text that looks like one.
  private static final Set<String> MEMBERS =
      Set.of(
          "text",
          "image",
          "audio",
          "video",
          "document",
          "sticker",
          "location",
          "contacts",
          "reaction",
          "interactive",
          "template",
          "context",
          "typing_indicator");

  private QuotedJson() {}

  /// The same body, read as it is meant.
  static Json unquoted(Json body) {
    if (!(body instanceof JsonObject object)) {
      return body;
    }
    var meant = object;
    for (int i = 0; i < object.size(); i++) {
      if (object.value(i) instanceof JsonString(var text)
          && MEMBERS.contains(object.name(i))
          && (text.startsWith("{") || text.startsWith("["))
          && JsonReader.read(text) instanceof Reading.Ok<Json>(var json)
          && (json instanceof JsonObject || json instanceof JsonArray)) {
        meant = meant.with(object.name(i), json);
      }
    }
    return meant;
  }
}
