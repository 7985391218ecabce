package dev.parley.protocol.api;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// The answer to an accepted message: 200, `{messaging_product, contacts, messages}`. Source:
/// `responses-and-errors.md` §1, `verified.md` §6 (`wa_id` or `user_id`, never both).
///
/// @param input `to` (or `recipient`) exactly as the caller sent it
/// @param messageStatus `accepted` and the like; sends of templates always carry it
public record SendReceipt(String input, Recipient to, Wamid id, @Nullable String messageStatus) {

  /// What a template send answers when nothing holds it back.
  public static final String ACCEPTED = "accepted";

  /// What it answers while the template is paced. Source: `template-kinds.md` §9.
  public static final String HELD = "held_for_quality_assessment";

  public JsonObject toJson() {
    var contact = JsonObject.builder().put("input", input);
    switch (to) {
      case Recipient.Phone(var waId) -> contact.put("wa_id", waId.value());
      case Recipient.User(var userId) -> contact.put("user_id", userId.value());
    }
    var message =
        JsonObject.builder().put("id", id.value()).putIfPresent("message_status", messageStatus);
    return Json.object(
        "messaging_product", "whatsapp",
        "contacts", JsonArray.of(contact.build()),
        "messages", JsonArray.of(message.build()));
  }
}
