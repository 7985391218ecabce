package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;

/// Writes a message as a request carries it, so that reading it again gives the same message.
public final class MessageWriter {
  private MessageWriter() {}

  /// `{"type":"text","text":{…}}`
  public static JsonObject write(Message message) {
    var body =
        switch (message) {
          case Text text -> text(text);
          case MediaMessage media -> media(media);
          case Interactive interactive -> InteractiveWriter.write(interactive);
          case Reaction reaction -> reaction(reaction);
          case Location location -> location(location);
          case Contacts contacts -> JsonArray.from(contacts.contacts(), ContactWriter::write);
          case Template template -> TemplateWriter.write(template);
        };
    return Json.object("type", message.type(), message.type(), body);
  }

  private static JsonObject text(Text text) {
    return Json.object("preview_url", text.previewUrl(), "body", text.body());
  }

  private static JsonObject media(MediaMessage message) {
    var media = JsonObject.builder();
    switch (message.source()) {
      case MediaSource.Uploaded(var id) -> media.put("id", id);
      case MediaSource.Linked(var link) -> media.put("link", link);
    }
    media.putIfPresent("caption", message.caption());
    return switch (message) {
      case Document document -> media.putIfPresent("filename", document.filename()).build();
      case Audio audio when audio.voice() -> media.put("voice", true).build();
      case Audio plain -> media.build();
      case Image plain -> media.build();
      case Video plain -> media.build();
      case Sticker plain -> media.build();
    };
  }

  private static JsonObject reaction(Reaction reaction) {
    var emoji = reaction.emoji();
    return Json.object(
        "message_id", reaction.messageId().value(), "emoji", emoji == null ? "" : emoji);
  }

  static JsonObject location(Location location) {
    return Json.object(
        "latitude", JsonNumber.of(location.latitude()),
        "longitude", JsonNumber.of(location.longitude()),
        "name", location.name(),
        "address", location.address());
  }
}
