package dev.parley.protocol.event;

import dev.parley.protocol.event.InboundContent.CallPermissionReply;
import dev.parley.protocol.event.InboundContent.FormReply;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.MessageReader;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a user answers to a message with choices: `interactive` and `button`.
final class ReplyReader {

  /// Characters of an id that comes from a message of the business, and of its title; the limits of
  /// what a business sends are lower.
  private static final int REPLY_MAX_CHARS = 256;

  /// The end of the year 9999.
  private static final long MAX_SECONDS = 253_402_300_799L;

  private static final Set<String> REPLIES =
      Set.of("list_reply", "button_reply", "nfm_reply", "call_permission_reply");

  private ReplyReader() {}

  static @Nullable InboundContent interactive(Fields body) {
    var interactive = body.object("interactive");
    var type =
        interactive == null
            ? null
            : MessageReader.known(interactive, REPLIES, Set.of(), Problem.INVALID);
    var reply = interactive == null || type == null ? null : interactive.object(type);
    if (type == null || reply == null) {
      return null;
    }
    return switch (type) {
      case "list_reply" -> listReply(reply);
      case "button_reply" -> buttonReply(reply);
      case "nfm_reply" -> formReply(reply);
      default -> callPermissionReply(reply);
    };
  }

  static @Nullable InboundContent button(Fields body) {
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

  private static @Nullable InboundContent listReply(Fields reply) {
    var id = reply.text("id", REPLY_MAX_CHARS);
    var title = reply.text("title", REPLY_MAX_CHARS);
    var description = reply.optionalText("description", REPLY_MAX_CHARS);
    return id == null || title == null
        ? null
        : new InboundContent.ListReply(id, title, description);
  }

  private static @Nullable InboundContent buttonReply(Fields reply) {
    var id = reply.text("id", REPLY_MAX_CHARS);
    var title = reply.text("title", REPLY_MAX_CHARS);
    return id == null || title == null ? null : new InboundContent.ButtonReply(id, title);
  }

  private static @Nullable InboundContent formReply(Fields reply) {
    var name = reply.text("name", REPLY_MAX_CHARS);
    var body = reply.string("body");
    var response = reply.text("response_json", FormReply.RESPONSE_MAX_CHARS);
    if (response != null && !isObject(response)) {
      reply.badValue(
          "response_json",
          "is %s, must be a JSON object as a string".formatted(Fields.quoted(response)));
    }
    return name == null || body == null || response == null
        ? null
        : new FormReply(name, body, response);
  }

  private static boolean isObject(String text) {
    return switch (JsonReader.read(text)) {
      case Reading.Ok<?>(var json) -> json instanceof JsonObject;
      case Reading.Wrong<?> wrong -> false;
    };
  }

  private static @Nullable InboundContent callPermissionReply(Fields reply) {
    var response = reply.word("response", Set.of("accept", "reject"), Problem.INVALID);
    var source =
        reply.word(
            "response_source",
            Set.of(CallPermissionReply.USER_ACTION, CallPermissionReply.AUTOMATIC),
            Problem.INVALID);
    boolean accepted = "accept".equals(response);
    boolean permanent = reply.optionalBool("is_permanent", false) && accepted;
    var expiresAt = accepted && !permanent ? seconds(reply, "expiration_timestamp") : null;
    return response == null || source == null
        ? null
        : new CallPermissionReply(accepted, expiresAt, source, permanent);
  }

  /// Seconds since 1970 as a string or a number; may be absent.
  private static @Nullable Instant seconds(Fields fields, String name) {
    var value = fields.member(name);
    if (value == null) {
      return null;
    }
    var number =
        switch (value) {
          case JsonNumber given -> given.asLong();
          case JsonString(var text) when JsonNumber.isNumber(text) -> new JsonNumber(text).asLong();
          default -> OptionalLong.empty();
        };
    if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > MAX_SECONDS) {
      fields.badValue(name, "is %s, must be a time in seconds since 1970".formatted(value));
      return null;
    }
    return Instant.ofEpochSecond(number.getAsLong());
  }
}
