package dev.parley.protocol.event;

import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes webhooks. Ids and timestamps are strings; what is absent is left out, never `""`. Source:
/// `webhooks.md` §1, §3; `verified.md` §6.
public final class WebhookWriter {
  private WebhookWriter() {}

  /// The body of the POST.
  public static JsonObject write(WebhookEnvelope envelope, WebhookVersion version) {
    var change = Json.object("field", "messages", "value", value(envelope, version));
    return Json.object(
        "object",
        "whatsapp_business_account",
        "entry",
        JsonArray.of(Json.object("id", envelope.businessId(), "changes", JsonArray.of(change))));
  }

  private static JsonObject value(WebhookEnvelope envelope, WebhookVersion version) {
    var metadata = envelope.metadata();
    var value =
        JsonObject.builder()
            .put("messaging_product", "whatsapp")
            .put(
                "metadata",
                Json.object(
                    "display_phone_number", metadata.displayPhoneNumber(),
                    "phone_number_id", metadata.phoneNumberId()));
    return switch (envelope.change()) {
      case WebhookEnvelope.Change.Received(var contacts, var messages) ->
          value
              .putIfPresent("contacts", contactsOf(contacts, messages))
              .put("messages", JsonArray.from(messages, WebhookWriter::message))
              .build();
      case WebhookEnvelope.Change.Reported reported ->
          value
              .putIfPresent("contacts", contactsOf(reported, version))
              .put(
                  "statuses",
                  JsonArray.from(reported.statuses(), status -> status(status, version)))
              .build();
    };
  }

  /// What the network says about a user has no `contacts` (`webhooks.md` §2).
  private static @Nullable JsonArray contactsOf(
      List<WebhookContact> contacts, List<ReceivedMessage> messages) {
    boolean onlySystem =
        messages.stream()
            .allMatch(each -> each.message().content() instanceof InboundContent.SystemNote);
    return onlySystem ? null : JsonArray.from(contacts, contact -> contact(contact, true));
  }

  /// Beside statuses since 2026, but not where all failed; `username` not beside `sent`.
  private static @Nullable JsonArray contactsOf(
      WebhookEnvelope.Change.Reported reported, WebhookVersion version) {
    boolean allFailed = allAre(reported.statuses(), Status.State.FAILED);
    if (!version.hasStatusContacts() || allFailed || reported.contacts().isEmpty()) {
      return null;
    }
    boolean named = !allAre(reported.statuses(), Status.State.SENT);
    return JsonArray.from(reported.contacts(), contact -> contact(contact, named));
  }

  private static boolean allAre(List<Status> statuses, Status.State state) {
    return statuses.stream().allMatch(status -> status.state() == state);
  }

  private static JsonObject contact(WebhookContact contact, boolean withUsername) {
    var identity = contact.identity();
    return Json.object(
        "profile",
            Json.object(
                "name",
                contact.profileName(),
                "username",
                withUsername ? identity.username() : null),
        "wa_id", waId(identity),
        "user_id", value(identity.userId()),
        "parent_user_id", value(identity.parentUserId()),
        "identity_key_hash", contact.identityKeyHash());
  }

  private static JsonObject message(ReceivedMessage received) {
    var message = received.message();
    return JsonObject.builder()
        .putIfPresent("context", InboundWriter.context(message.context()))
        .putIfPresent("from", waId(received.sender()))
        .putIfPresent("from_user_id", value(received.sender().userId()))
        .putIfPresent("from_parent_user_id", value(received.sender().parentUserId()))
        .put("id", received.id().value())
        .put("timestamp", seconds(received.at()))
        .putIfPresent("referral", InboundWriter.referral(message.referral()))
        .putAll(InboundWriter.content(message.content()))
        .build();
  }

  private static JsonObject status(Status status, WebhookVersion version) {
    var recipient = status.recipient();
    boolean failedToPhone = status.state() == Status.State.FAILED && recipient.waId() != null;
    var error = status.error();
    var conversation = status.conversation();
    return JsonObject.builder()
        .put("id", status.id().value())
        .put("status", status.state().wire())
        .put("timestamp", seconds(status.at()))
        .putIfPresent("recipient_id", waId(recipient))
        .putIfPresent("recipient_user_id", failedToPhone ? null : value(recipient.userId()))
        .putIfPresent(
            "recipient_parent_user_id", failedToPhone ? null : value(recipient.parentUserId()))
        .putIfPresent("recipient_identity_key_hash", status.identityKeyHash())
        .putIfPresent("biz_opaque_callback_data", status.callbackData())
        .putIfPresent(
            "conversation",
            conversation == null || !version.has(conversation) ? null : conversation(conversation))
        .putIfPresent("pricing", pricing(status.pricing()))
        .putIfPresent(
            "errors", error == null ? null : JsonArray.of(GraphErrorWriter.inStatus(error)))
        .build();
  }

  private static @Nullable JsonObject pricing(Status.@Nullable Pricing pricing) {
    return pricing == null
        ? null
        : Json.object(
            "billable", pricing.billable(),
            "pricing_model", pricing.model(),
            "category", pricing.category(),
            "type", pricing.type());
  }

  private static JsonObject conversation(Status.Conversation conversation) {
    var expiresAt = conversation.expiresAt();
    return Json.object(
        "id", conversation.id(),
        "expiration_timestamp", expiresAt == null ? null : seconds(expiresAt),
        "origin", Json.object("type", conversation.originType()));
  }

  private static @Nullable String waId(Identity identity) {
    var waId = identity.waId();
    return waId == null ? null : waId.value();
  }

  private static @Nullable String value(@Nullable UserId id) {
    return id == null ? null : id.value();
  }

  private static String seconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
