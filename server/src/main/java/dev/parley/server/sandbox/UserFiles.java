package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaFile;
import dev.parley.media.UsableMedia;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;
import java.util.Set;

/// Fills in what is known of the file that a user's message names. One that isn't there passes
/// where the body says itself what it would be: so bots are tested with files that are gone.
final class UserFiles {
  private static final Set<String> TYPES = Set.of("image", "video", "audio", "document", "sticker");

  private final PhoneNumber number;
  private final UsableMedia files;

  UserFiles(PhoneNumber number, UsableMedia files) {
    this.number = number;
    this.files = files;
  }

  /// The body with `mime_type` and `sha256` of its file; any other as it is.
  Reading<Json> fillIn(Json body) {
    if (!(body instanceof JsonObject message)
        || !(message.get("type") instanceof JsonString(var type))
        || !TYPES.contains(type)
        || !(message.get(type) instanceof JsonObject media)) {
      return new Reading.Ok<>(body);
    }
    String id = id(media);
    MediaFile file = files.find(number, id).orElse(null);
    if (file != null) {
      return new Reading.Ok<>(
          message.with(
              type,
              media
                  .with("mime_type", new JsonString(file.mimeType()))
                  .with("sha256", new JsonString(file.sha256Base64()))));
    }
    if (id.isEmpty() || (media.has("mime_type") && media.has("sha256") && isId(id))) {
      return new Reading.Ok<>(body);
    }
    return new Reading.Wrong<>(
        List.of(
            Problem.badValue(
                Path.root().field(type).field("id"),
                "is %s, which names no file; upload one, or give digits and the mime_type and sha256"
                        .formatted(Fields.quoted(id))
                    + " of a file that is gone")));
  }

  private static boolean isId(String id) {
    return id.matches("[0-9]{1,32}");
  }

  private static String id(JsonObject media) {
    return switch (media.get("id")) {
      case JsonString(var text) -> text;
      case JsonNumber(var literal) -> literal;
      case null, default -> "";
    };
  }
}
