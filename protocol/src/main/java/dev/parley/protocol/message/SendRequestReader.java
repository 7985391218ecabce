package dev.parley.protocol.message;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a body of `POST /messages`: the envelope here, the message in `MessageReader`. Members
/// that nobody knows are ignored (`clients.md` 7). Source: `messages.md` §1, §16.
public final class SendRequestReader {

  /// Characters of `to` as a caller may write it; longer ones are no phone number.
  static final int TO_MAX_CHARS = 64;

  private static final Set<String> RECIPIENT_TYPES = Set.of("individual", "group");

  private static final int UNSUPPORTED = MessageReader.UNSUPPORTED;

  private SendRequestReader() {}

  /// What the body asks for, or all that is wrong with it, in the order of the body.
  public static Reading<SendRequest> read(Json body) {
    return read(body, Strictness.LENIENT);
  }

  /// The same, where the sources disagree by this reading.
  public static Reading<SendRequest> read(Json body, Strictness strictness) {
    var meant =
        switch (strictness) {
          case LENIENT -> QuotedJson.unquoted(body);
          case STRICT -> body;
        };
    var problems = strictness.problemsOf(meant);
    var fields = Fields.of(meant, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    messagingProduct(fields);
    return isMarkRead(fields)
        ? problems.reading(markRead(fields))
        : problems.reading(sendMessage(fields));
  }

  /// A body without a type that speaks of a status or of typing; or of nothing but a message.
  private static boolean isMarkRead(Fields body) {
    if (body.has("type")) {
      return false;
    }
    boolean toSomebody = body.has("to") || body.has("recipient") || body.has("text");
    return body.has("status")
        || body.has("typing_indicator")
        || (body.has("message_id") && !toSomebody);
  }

  private static @Nullable SendRequest markRead(Fields body) {
    body.word("status", Set.of("read"), Problem.INVALID);
    var message = WamidReader.required(body, "message_id");
    var indicator = body.optionalObject("typing_indicator");
    if (indicator != null) {
      indicator.word("type", Set.of("text"), Problem.INVALID);
    }
    return message == null ? null : new SendRequest.MarkRead(message, indicator != null);
  }

  private static @Nullable SendRequest sendMessage(Fields body) {
    var to = recipient(body);
    var replyTo = replyTo(body);
    var callbackData = callbackData(body);
    var keyHash =
        body.optionalText("recipient_identity_key_hash", SendRequest.IDENTITY_KEY_HASH_MAX_CHARS);
    var message = MessageReader.read(body);
    if (body.strict()) {
      noteUnlessPlain(body, message);
    }
    return to == null || message == null
        ? null
        : new SendRequest.SendMessage(
            to.recipient(), to.input(), message, replyTo, callbackData, keyHash);
  }

  /// What passes unless the reading is strict: a reaction that is a reply, which a page forbids
  /// (unverified), and Direct Send, which makes a template of the message. Source: `messages.md`
  /// §1.
  private static void noteUnlessPlain(Fields body, @Nullable Message message) {
    if (message instanceof Reaction && body.says("context")) {
      body.badValue("context", "is not allowed beside a reaction");
    }
    if (body.says("category")) {
      body.note("category", "asks for Direct Send, which Parley does not have", UNSUPPORTED);
    }
  }

  /// Wording from live bodies, `responses-and-errors.md` §6; the same for another word.
  private static void messagingProduct(Fields body) {
    var value = body.member("messaging_product");
    if (value instanceof JsonString(var product) && product.equals("whatsapp")) {
      return;
    }
    body.note(
        "messaging_product",
        switch (value) {
          case null -> "is missing, must be \"whatsapp\"";
          case JsonString(var other) ->
              "is %s, must be \"whatsapp\"".formatted(Fields.quoted(other));
          case Json other -> "is %s, must be \"whatsapp\"".formatted(other.kind());
        },
        Problem.INVALID,
        "(#100) The parameter messaging_product is required.",
        null);
  }

  private record Addressee(Recipient recipient, String input) {}

  /// `to` wins over `recipient` (`verified.md` §6). Meta's and 360dialog's OpenAPI documents
  /// require `recipient_type`, many pages omit it.
  private static @Nullable Addressee recipient(Fields body) {
    var type =
        body.strict()
            ? body.word("recipient_type", RECIPIENT_TYPES, Problem.INVALID)
            : body.optionalWord("recipient_type", RECIPIENT_TYPES, Problem.INVALID);
    if ("group".equals(type) && !isNumberOfOne(body)) {
      noteGroup(body);
      return null;
    }
    return body.says("to") || !body.says("recipient") ? phone(body) : user(body);
  }

  /// Whether `to` can't be a group's id (`verified.md` §1: base64-like), and the type is one that
  /// groups take too: a sample of Meta's page with a phone number put in. It goes to that user.
  private static boolean isNumberOfOne(Fields body) {
    return !body.strict()
        && body.member("to") instanceof JsonString(var to)
        && WaId.normalised(to).isPresent()
        && !MessageReader.isNotForGroups(body);
  }

  /// Source: `verified.md` §1.
  private static void noteGroup(Fields body) {
    body.text("to");
    if (MessageReader.isNotForGroups(body)) {
      body.note(
          "type",
          "is of a message that goes to single users only, never to a group",
          ErrorCode.NOT_FOR_GROUPS.number());
      return;
    }
    body.note("recipient_type", "is \"group\": Parley does not support groups yet", UNSUPPORTED);
  }

  private static @Nullable Addressee phone(Fields body) {
    var input = body.text("to", TO_MAX_CHARS);
    if (input == null) {
      return null;
    }
    var waId = WaId.typed(input);
    if (waId.isEmpty()) {
      body.badValue(
          "to",
          UserId.isUserId(input)
              ? "is a user id, which belongs into \"recipient\""
              : "is %s, must be a phone number of at most %d digits with its country code"
                  .formatted(Fields.quoted(input), WaId.DIGITS_MAX));
      return null;
    }
    return new Addressee(new Recipient.Phone(waId.get()), input);
  }

  private static @Nullable Addressee user(Fields body) {
    var input = body.text("recipient");
    if (input == null) {
      return null;
    }
    if (!UserId.isUserId(input)) {
      body.badValue(
          "recipient",
          "is %s, must be a business-scoped user id such as US.13491208655302741918"
              .formatted(Fields.quoted(input)));
      return null;
    }
    return new Addressee(new Recipient.User(new UserId(input)), input);
  }

  private static @Nullable Wamid replyTo(Fields body) {
    var context = body.optionalObject("context");
    return context == null ? null : WamidReader.optional(context, "message_id");
  }

  /// Longer ones get code 100 (`observed.md` §1).
  private static @Nullable String callbackData(Fields body) {
    var data = body.optionalString("biz_opaque_callback_data");
    if (data == null || data.isEmpty()) {
      return null;
    }
    body.noteIfLonger(
        "biz_opaque_callback_data",
        data,
        SendRequest.CALLBACK_DATA_MAX_CHARS,
        Problem.INVALID,
        null,
        null);
    return data;
  }
}
