package dev.parley.journal;

import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.journal.EventBody.HandsetChanged;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.EventBody.MessageDeleted;
import dev.parley.journal.EventBody.MessageReceived;
import dev.parley.journal.EventBody.ReadByBusiness;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.journal.EventBody.TemplateChanged;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.InboundReader;
import dev.parley.protocol.event.InboundWriter;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an event's body lies in the database: a number for its kind, and JSON. Numbers and names are
/// on disk, so they never change their meaning.
public final class EventCodec {
  private static final int ACCEPTED = 1;
  private static final int STATUS = 2;
  private static final int RECEIVED = 3;
  private static final int READ = 4;
  private static final int DELETED = 5;
  private static final int LINK = 6;
  private static final int CLOCK = 7;
  private static final int HANDSET = 8;
  private static final int TEMPLATE = 9;

  /// {@link #ACCEPTED} with a template: its length in four bytes, itself, the request.
  private static final int ACCEPTED_FROM_TEMPLATE = 10;

  /// {@link #ACCEPTED_FROM_TEMPLATE} of one that was held.
  private static final int ACCEPTED_AND_HELD = 11;

  private EventCodec() {}

  public static int kind(EventBody body) {
    return switch (body) {
      case MessageAccepted(var request, var template, var held) ->
          held ? ACCEPTED_AND_HELD : template == null ? ACCEPTED : ACCEPTED_FROM_TEMPLATE;
      case StatusReported m -> STATUS;
      case MessageReceived m -> RECEIVED;
      case ReadByBusiness m -> READ;
      case MessageDeleted m -> DELETED;
      case LinkOpened m -> LINK;
      case ClockMoved m -> CLOCK;
      case HandsetChanged m -> HANDSET;
      case TemplateChanged m -> TEMPLATE;
    };
  }

  public static byte[] payload(EventBody body) {
    return switch (body) {
      case MessageAccepted(var request, var template, var held) ->
          template == null ? request.bytes() : twoParts(template.bytes(), request.bytes());
      case StatusReported(var message, var report) -> JsonWriter.utf8(writeReport(message, report));
      case MessageReceived(var message, var sender) ->
          JsonWriter.utf8(
              Json.object(
                  "message",
                  InboundWriter.write(message),
                  "profile",
                  sender.profileName(),
                  "user",
                  writeUser(sender.identity())));
      case ReadByBusiness(var message, var typing) ->
          JsonWriter.utf8(Json.object("message", message, "typing", typing));
      case MessageDeleted(var message) -> JsonWriter.utf8(Json.object("message", message));
      case LinkOpened(var message, var url) ->
          JsonWriter.utf8(Json.object("message", message, "url", url));
      case ClockMoved(var from, var to) ->
          JsonWriter.utf8(Json.object("from", from.toEpochMilli(), "to", to.toEpochMilli()));
      case HandsetChanged(var waId, var handset) ->
          JsonWriter.utf8(Json.object("wa_id", waId, "handset", handset));
      case TemplateChanged(var template, var field, var value) ->
          JsonWriter.utf8(Json.object("template", template, "field", field, "value", value));
    };
  }

  public static EventBody read(int kind, byte[] payload) {
    if (kind == ACCEPTED) {
      return new MessageAccepted(StoredJson.ofBytes(payload));
    }
    if (kind == ACCEPTED_FROM_TEMPLATE || kind == ACCEPTED_AND_HELD) {
      return readFromTemplate(ByteBuffer.wrap(payload), kind == ACCEPTED_AND_HELD);
    }
    var json = (JsonObject) JsonReader.read(payload).orThrow();
    return switch (kind) {
      case STATUS -> new StatusReported(number(json, "message"), readReport(json));
      case RECEIVED ->
          new MessageReceived(
              InboundReader.read(object(json, "message")).orThrow(),
              new ShownUser(text(json, "profile"), readUser(json)));
      case READ -> new ReadByBusiness(number(json, "message"), flag(json, "typing"));
      case DELETED -> new MessageDeleted(number(json, "message"));
      case LINK -> new LinkOpened(number(json, "message"), text(json, "url"));
      case CLOCK ->
          new ClockMoved(
              Instant.ofEpochMilli(number(json, "from")), Instant.ofEpochMilli(number(json, "to")));
      case HANDSET ->
          new HandsetChanged(
              text(json, "wa_id"), json.get("handset") instanceof JsonObject o ? o : null);
      case TEMPLATE ->
          new TemplateChanged(text(json, "template"), text(json, "field"), object(json, "value"));
      default -> throw new IllegalStateException("no event of kind " + kind + " is known");
    };
  }

  private static byte[] twoParts(byte[] first, byte[] second) {
    return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
        .putInt(first.length)
        .put(first)
        .put(second)
        .array();
  }

  private static MessageAccepted readFromTemplate(ByteBuffer payload, boolean held) {
    var template = new byte[payload.getInt()];
    payload.get(template);
    var request = new byte[payload.remaining()];
    payload.get(request);
    return new MessageAccepted(StoredJson.ofBytes(request), StoredJson.ofBytes(template), held);
  }

  private static @Nullable JsonObject writeUser(@Nullable Identity user) {
    if (user == null) {
      return null;
    }
    WaId waId = user.waId();
    UserId userId = user.userId();
    UserId parentUserId = user.parentUserId();
    return Json.object(
        "wa_id", waId == null ? null : waId.value(),
        "user_id", userId == null ? null : userId.value(),
        "parent_user_id", parentUserId == null ? null : parentUserId.value(),
        "username", user.username());
  }

  private static @Nullable Identity readUser(JsonObject json) {
    if (!(json.get("user") instanceof JsonObject user)) {
      return null;
    }
    String waId = optionalText(user, "wa_id");
    String userId = optionalText(user, "user_id");
    String parentUserId = optionalText(user, "parent_user_id");
    return new Identity(
        waId == null ? null : new WaId(waId),
        userId == null ? null : new UserId(userId),
        parentUserId == null ? null : new UserId(parentUserId),
        optionalText(user, "username"));
  }

  private static JsonObject writeReport(long message, StatusReport report) {
    Failure failure = report.failure();
    Pricing pricing = report.pricing();
    return Json.object(
        "message",
        message,
        "progress",
        report.progress().wireName(),
        "failure",
        failure == null ? null : Json.object("code", failure.code(), "details", failure.details()),
        "callback",
        report.callbackData(),
        "pricing",
        pricing == null
            ? null
            : Json.object(
                "billable", pricing.billable(),
                "model", pricing.model(),
                "type", pricing.type(),
                "category", pricing.category()));
  }

  private static StatusReport readReport(JsonObject json) {
    Failure failure =
        json.get("failure") instanceof JsonObject f
            ? new Failure((int) number(f, "code"), text(f, "details"))
            : null;
    Pricing pricing =
        json.get("pricing") instanceof JsonObject p
            ? new Pricing(
                flag(p, "billable"), text(p, "model"), text(p, "type"), text(p, "category"))
            : null;
    return new StatusReport(
        Progress.valueOf(text(json, "progress").toUpperCase(Locale.ROOT)),
        failure,
        optionalText(json, "callback"),
        pricing);
  }

  private static String text(JsonObject json, String name) {
    String text = optionalText(json, name);
    if (text == null) {
      throw damaged(name);
    }
    return text;
  }

  private static @Nullable String optionalText(JsonObject json, String name) {
    return json.get(name) instanceof JsonString(var text) ? text : null;
  }

  private static JsonObject object(JsonObject json, String name) {
    if (json.get(name) instanceof JsonObject object) {
      return object;
    }
    throw damaged(name);
  }

  private static long number(JsonObject json, String name) {
    if (json.get(name) instanceof JsonNumber number) {
      return number.asLong().orElseThrow(() -> damaged(name));
    }
    throw damaged(name);
  }

  private static boolean flag(JsonObject json, String name) {
    if (json.get(name) instanceof JsonBool bool) {
      return bool.value();
    }
    throw damaged(name);
  }

  private static IllegalStateException damaged(String name) {
    return new IllegalStateException("a stored event lacks its member " + name);
  }
}
