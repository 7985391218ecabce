package dev.parley.protocol.event;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.ContactsReader;
import dev.parley.protocol.message.Emoji;
import dev.parley.protocol.message.LocationReader;
import dev.parley.protocol.message.MessageReader;
import dev.parley.protocol.message.WamidReader;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a user's message: a message object of a webhook without `from`, `id` and `timestamp`.
public final class InboundReader {

  private interface ContentReader {
    @Nullable InboundContent read(Fields body);
  }

  private static final Map<String, ContentReader> READERS =
      Map.ofEntries(
          Map.entry("text", InboundReader::text),
          Map.entry("image", InboundFileReader::image),
          Map.entry("video", InboundFileReader::video),
          Map.entry("audio", InboundFileReader::audio),
          Map.entry("document", InboundFileReader::document),
          Map.entry("sticker", InboundFileReader::sticker),
          Map.entry("interactive", ReplyReader::interactive),
          Map.entry("button", ReplyReader::button),
          Map.entry("location", InboundReader::location),
          Map.entry("reaction", InboundReader::reaction),
          Map.entry("order", OrderReader::read),
          Map.entry("contacts", InboundReader::contacts),
          Map.entry("system", SystemNoteReader::read),
          Map.entry("unsupported", InboundReader::unsupported),
          Map.entry("request_welcome", body -> new InboundContent.RequestWelcome()),
          Map.entry("edit", InboundReader::edit),
          Map.entry("revoke", InboundReader::revoke));

  /// What the app lets a user change: words, and those below a picture. Ours.
  private static final Map<String, ContentReader> EDITABLE =
      Map.of(
          "text", InboundReader::text,
          "image", InboundFileReader::image,
          "video", InboundFileReader::video,
          "document", InboundFileReader::document);

  /// What `unsupported.type` may be. Source: `webhooks.md` §2.
  private static final Set<String> UNSUPPORTED_KINDS =
      Set.of(
          "button",
          "edit",
          "errors",
          "gif",
          "group_invite",
          "hsm",
          "image",
          "interactive",
          "keep_in_chat",
          "link_preview",
          "list",
          "location",
          "media_placeholder",
          "order",
          "pin",
          "poll_creation",
          "poll_update",
          "product",
          "reaction");

  private InboundReader() {}

  /// What the user says, or all that is wrong with the body, in its order.
  public static Reading<InboundMessage> read(Json body) {
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : message(fields, READERS));
  }

  private static @Nullable InboundMessage message(Fields body, Map<String, ContentReader> readers) {
    var context = ContextReader.read(body);
    var referral = ReferralReader.read(body);
    var type = MessageReader.known(body, readers.keySet(), Set.of(), Problem.INVALID);
    var reader = type == null ? null : readers.get(type);
    var content = reader == null ? null : reader.read(body);
    return content == null ? null : new InboundMessage(content, context, referral);
  }

  private static @Nullable InboundContent text(Fields body) {
    var text = body.object("text");
    var words = text == null ? null : text.text("body", InboundContent.Text.BODY_MAX_CHARS);
    return words == null ? null : new InboundContent.Text(words);
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
    var items = ContactsReader.items(body);
    if (items == null) {
      return null;
    }
    var cards = new ArrayList<SharedContact>(items.size());
    for (var item : items) {
      var card = ContactsReader.card(item);
      var origin = origin(item);
      var vcard = item.optionalText("vcard", SharedContact.VCARD_MAX_CHARS);
      if (card != null) {
        cards.add(new SharedContact(card, origin, vcard));
      }
    }
    return new InboundContent.Contacts(cards);
  }

  private static SharedContact.@Nullable Origin origin(Fields card) {
    var word = card.optionalWord("origin", Set.of("contact_request", "other"), Problem.INVALID);
    return word == null ? null : SharedContact.Origin.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The error says why; without one, the type is unknown to the API.
  private static @Nullable InboundContent unsupported(Fields body) {
    var unsupported = body.object("unsupported");
    var kind =
        unsupported == null ? null : unsupported.word("type", UNSUPPORTED_KINDS, Problem.INVALID);
    var unavailable =
        body.optionalObjects("errors").stream()
            .anyMatch(error ->
                error.member("code") instanceof JsonNumber code
                    && code.asLong().orElse(0) == ErrorCode.CURRENTLY_UNAVAILABLE.number());
    return kind == null
        ? null
        : new InboundContent.Unsupported(
            kind,
            unavailable
                ? InboundContent.Unsupported.Cause.UNAVAILABLE
                : InboundContent.Unsupported.Cause.TYPE_UNKNOWN);
  }

  private static @Nullable InboundContent edit(Fields body) {
    var edit = body.object("edit");
    if (edit == null) {
      return null;
    }
    var original = WamidReader.required(edit, "original_message_id");
    var changed = edit.object("message");
    var message = changed == null ? null : message(changed, EDITABLE);
    return original == null || message == null ? null : new InboundContent.Edit(original, message);
  }

  private static @Nullable InboundContent revoke(Fields body) {
    var revoke = body.object("revoke");
    var original = revoke == null ? null : WamidReader.required(revoke, "original_message_id");
    return original == null ? null : new InboundContent.Revoke(original);
  }
}
