package dev.parley.protocol.event;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.time.Instant;

/// One POST about what belongs to no number: a template, the account. Source: `webhooks.md` §1, §5.
///
/// @param businessId the WABA
/// @param field `message_template_status_update` and the like
public record BusinessWebhook(String businessId, Instant at, String field, JsonObject value) {
  public JsonObject toJson() {
    var change = Json.object("value", value, "field", field);
    return Json.object(
        "object",
        "whatsapp_business_account",
        "entry",
        JsonArray.of(
            Json.object(
                "id", businessId,
                "time", at.getEpochSecond(),
                "changes", JsonArray.of(change))));
  }
}
