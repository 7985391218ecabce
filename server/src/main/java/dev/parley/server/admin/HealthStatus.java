package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether messages can be sent, and if not, what stands in the way. What is answered overall is
/// the worst of all entities. Source: reference, platform.md §4.
final class HealthStatus {
  private static final String AVAILABLE = "AVAILABLE";
  private static final String LIMITED = "LIMITED";
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

  static JsonObject of(StoredTemplate template, Business business) {
    ErrorCode obstacle = obstacle(template.status());
    String able = obstacle != null ? BLOCKED : template.holds() ? LIMITED : AVAILABLE;
    var entities = new ArrayList<JsonObject>();
    entities.add(entity(template, able, obstacle));
    entities.addAll(above(business));
    return health(able, entities);
  }

  private static JsonObject entity(
      StoredTemplate template, String able, @Nullable ErrorCode obstacle) {
    return Json.object(
        "entity_type",
        "MESSAGE_TEMPLATE",
        "id",
        template.id(),
        "can_send_message",
        able,
        "additional_info",
        able.equals(LIMITED)
            ? JsonArray.of(new JsonString("Messages wait until users' feedback is known."))
            : null,
        "errors",
        obstacle == null
            ? null
            : JsonArray.of(
                Json.object(
                    "error_code", obstacle.number(),
                    "error_description", obstacle.title(),
                    "possible_solution",
                        "The template is %s; only approved ones can be sent."
                            .formatted(template.status()))));
  }

  /// With what a send is refused. Source: reference, responses-and-errors.md §5; observed.md §3.
  private static @Nullable ErrorCode obstacle(TemplateStatus status) {
    return switch (status) {
      case APPROVED -> null;
      case PAUSED -> ErrorCode.TEMPLATE_PAUSED;
      case DISABLED -> ErrorCode.TEMPLATE_DISABLED;
      case PENDING,
          REJECTED,
          IN_APPEAL,
          PENDING_DELETION,
          DELETED,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED,
          ARCHIVED ->
          ErrorCode.TEMPLATE_NOT_FOUND;
    };
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
