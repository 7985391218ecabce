package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.View;
import dev.parley.chat.StoredMessage;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says beside each link of a message as JSON where the sandbox's own copy of the file lies: the
/// one that was there when the message went out, whatever the address gives later. Where there is
/// none the link stands alone. A message's copies are a document on its stream, which stays as its
/// events do.
final class LinkedCopies {
  private static final String LINK = "link";
  private static final String FILES = "files";

  private final Map<String, JsonObject> copies;

  private LinkedCopies(Map<String, JsonObject> copies) {
    this.copies = copies;
  }

  /// Keeps which files a message went out with; within the transaction that takes it.
  ///
  /// @param files by their addresses
  static void keep(Tx tx, StoredMessage message, Map<String, MediaId> files) {
    if (!files.isEmpty()) {
      var ids = JsonObject.builder();
      files.forEach((address, id) -> ids.put(address, id.toString()));
      tx.putDocument(kind(message), FILES, ids.build());
    }
  }

  static LinkedCopies of(View view, StoredMessage message, Message content, Instant now) {
    List<SentFiles.Link> links = SentFiles.links(content);
    JsonObject files =
        links.isEmpty() ? null : view.documents(message.stream(), kind(message)).get(FILES);
    var copies = new HashMap<String, JsonObject>();
    if (files != null) {
      for (SentFiles.Link link : links) {
        id(files.get(link.address()))
            .flatMap(view.media()::find)
            .filter(file -> !file.isExpired(now))
            .ifPresent(file -> copies.put(link.address(), shown(file)));
      }
    }
    return new LinkedCopies(copies);
  }

  private static Optional<MediaId> id(@Nullable Json id) {
    return id instanceof JsonString(var text) ? MediaId.parse(text) : Optional.empty();
  }

  private static String kind(StoredMessage message) {
    return "linked/" + message.seq();
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
