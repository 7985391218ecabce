package dev.parley.server.sandbox;

import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaFile;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Says beside each link of a message as JSON where the sandbox's own copy of the file lies, which
/// is the newest that was fetched for the number. Where there is none the link stands alone.
final class LinkedCopies {
  private static final String LINK = "link";

  private final Map<String, JsonObject> copies;

  private LinkedCopies(Map<String, JsonObject> copies) {
    this.copies = copies;
  }

  static LinkedCopies of(View view, PhoneNumber from, Message message, Instant now) {
    var copies = new HashMap<String, JsonObject>();
    for (SentFiles.Link link : SentFiles.links(message)) {
      view.media()
          .ofLink(from.stream(), link.address())
          .filter(file -> !file.isExpired(now))
          .ifPresent(file -> copies.put(link.address(), shown(file)));
    }
    return new LinkedCopies(copies);
  }

  /// Its address is below that of the world, as the phone's page is.
  private static JsonObject shown(MediaFile file) {
    return Json.object(
        "url", "sandbox/media/" + file.id(),
        "mime_type", file.mimeType(),
        "filename", file.filename(),
        "size", file.size());
  }

  JsonObject beside(JsonObject message) {
    return copies.isEmpty() ? message : object(message);
  }

  private Json beside(Json json) {
    return switch (json) {
      case JsonObject object -> object(object);
      case JsonArray(var items) -> JsonArray.from(items, this::beside);
      case JsonString _, JsonNumber _, JsonBool _, JsonNull _ -> json;
    };
  }

  private JsonObject object(JsonObject object) {
    var shown = JsonObject.builder();
    object.forEach((name, member) -> shown.put(name, beside(member)));
    JsonObject copy = object.get(LINK) instanceof JsonString(var link) ? copies.get(link) : null;
    return shown.putIfPresent("file", copy).build();
  }
}
