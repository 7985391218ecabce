package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// Whether messages can be sent, and if not, what stands in the way. What is answered overall is
/// the worst of all entities. Source: reference, platform.md §4.
final class HealthStatus {
  private static final String AVAILABLE = "AVAILABLE";
  private static final String BLOCKED = "BLOCKED";

  private HealthStatus() {}

  static JsonObject of(PhoneNumber number) {
    boolean connected = number.settings().registration().connected();
    var entities = new ArrayList<JsonObject>();
    entities.add(connected ? entity("PHONE_NUMBER", number.id()) : notRegistered(number));
    entities.addAll(above(number.business()));
    return health(connected ? AVAILABLE : BLOCKED, entities);
  }

  static JsonObject of(Business business) {
    return health(AVAILABLE, above(business));
  }

  private static List<JsonObject> above(Business business) {
    return List.of(
        entity("WABA", business.id()),
        entity("BUSINESS", business.portfolio().id()),
        entity("APP", business.app().id()));
  }

  private static JsonObject health(String overall, List<JsonObject> entities) {
    return Json.object(
        "can_send_message", overall, "entities", JsonArray.from(entities, entity -> entity));
  }

  private static JsonObject entity(String type, String id) {
    return Json.object("entity_type", type, "id", id, "can_send_message", AVAILABLE);
  }

  private static JsonObject notRegistered(PhoneNumber number) {
    ErrorCode code = ErrorCode.NOT_REGISTERED;
    return Json.object(
        "entity_type",
        "PHONE_NUMBER",
        "id",
        number.id(),
        "can_send_message",
        BLOCKED,
        "errors",
        JsonArray.of(
            Json.object(
                "error_code", code.number(),
                "error_description", code.title(),
                "possible_solution",
                    "Register the number: POST /%s/register".formatted(number.id()))));
  }
}
