package dev.parley.protocol.event;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.ContactsReader;
import dev.parley.protocol.message.Emoji;
import dev.parley.protocol.message.LocationReader;
import dev.parley.protocol.message.MessageReader;
import dev.parley.protocol.message.WamidReader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a user's message: a message object of a webhook without `from`, `id` and `timestamp`.
public final class InboundReader {

  /// Characters of an id that comes from a message of the business, and of its title; the limits of
  /// what a business sends are lower.
  private static final int REPLY_MAX_CHARS = 256;

  private interface ContentReader {
    @Nullable InboundContent read(Fields body);
  }

  private static final Map<String, ContentReader> READERS =
      Map.of(
          "text", InboundReader::text,
          "interactive", InboundReader::interactive,
          "button", InboundReader::button,
          "location", InboundReader::location,
          "reaction", InboundReader::reaction,
          "order", OrderReader::read,
          "contacts", InboundReader::contacts);

  /// The types of the protocol that have no reader yet.
  private static final Set<String> LATER =
      Set.of(
          "image",
          "video",
          "audio",
          "document",
          "sticker",
          "system",
          "unsupported",
          "revoke",
          "edit");

  private static final Set<String> REPLIES = Set.of("list_reply", "button_reply");

  private static final Set<String> REPLIES_LATER = Set.of("nfm_reply", "call_permission_reply");

  private InboundReader() {}

  /// What the user says, or all that is wrong with the body, in its order.
  public static Reading<InboundMessage> read(Json body) {
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : message(fields));
  }

  private static @Nullable InboundMessage message(Fields body) {
    var context = ContextReader.read(body);
    var type = MessageReader.known(body, READERS.keySet(), LATER, Problem.INVALID);
    var reader = type == null ? null : READERS.get(type);
    var content = reader == null ? null : reader.read(body);
    return content == null ? null : new InboundMessage(content, context);
  }

  private static @Nullable InboundContent text(Fields body) {
    var text = body.object("text");
    var words = text == null ? null : text.text("body", InboundContent.Text.BODY_MAX_CHARS);
    return words == null ? null : new InboundContent.Text(words);
  }

  private static @Nullable InboundContent interactive(Fields body) {
    var interactive = body.object("interactive");
    var type =
        interactive == null
            ? null
            : MessageReader.known(interactive, REPLIES, REPLIES_LATER, Problem.INVALID);
    var reply = interactive == null || type == null ? null : interactive.object(type);
    if (type == null || reply == null) {
      return null;
    }
    var id = reply.text("id", REPLY_MAX_CHARS);
    var title = reply.text("title", REPLY_MAX_CHARS);
    var description =
        type.equals("list_reply") ? reply.optionalText("description", REPLY_MAX_CHARS) : null;
    if (id == null || title == null) {
      return null;
    }
    return type.equals("list_reply")
        ? new InboundContent.ListReply(id, title, description)
        : new InboundContent.ButtonReply(id, title);
  }

  private static @Nullable InboundContent button(Fields body) {
    var button = body.object("button");
    if (button == null) {
      return null;
    }
    var payload = button.text("payload", REPLY_MAX_CHARS);
    var text = button.text("text", REPLY_MAX_CHARS);
    return payload == null || text == null
        ? null
        : new InboundContent.TemplateButton(payload, text);
  }

  private static @Nullable InboundContent location(Fields body) {
    var location = LocationReader.read(body);
    var fields = body.optionalObject("location");
    if (location == null || fields == null) {
      return null;
    }
    var url = fields.optionalText("url", InboundContent.Location.URL_MAX_CHARS);
    return new InboundContent.Location(
        location.latitude(), location.longitude(), location.name(), location.address(), url);
  }

  /// No emoji, or an empty one, takes the reaction away.
  private static @Nullable InboundContent reaction(Fields body) {
    var reaction = body.object("reaction");
    if (reaction == null) {
      return null;
    }
    var target = WamidReader.required(reaction, "message_id");
    var emoji = reaction.optionalString("emoji");
    var given = emoji == null || emoji.isEmpty() ? null : emoji;
    if (given != null && !Emoji.isOne(given)) {
      reaction.badValue("emoji", "is %s, must be one emoji".formatted(Fields.quoted(given)));
    }
    return target == null ? null : new InboundContent.Reaction(target, given);
  }

  private static @Nullable InboundContent contacts(Fields body) {
    var cards = ContactsReader.cards(body);
    return cards == null ? null : new InboundContent.Contacts(cards);
  }
}
