package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where we don't follow Meta's OpenAPI document v23 to the letter, each with its reason: places
/// where it contradicts itself, and facts that are newer than it.
final class MetaDeviations {
  private MetaDeviations() {}

  private record Change(String reason, Consumer<ObjectNode> made) {}

  /// Schemas of one name were merged when the document was made; these are the ones meant.
  private static final Map<String, String> INBOUND_NAMES =
      Map.ofEntries(
          Map.entry("TextMessage", "TextMessage_2"),
          Map.entry("ReactionMessage", "ReactionMessage_1"),
          Map.entry("AudioMessage", "AudioMessage_1"),
          Map.entry("DocumentMessage", "DocumentMessage_1"),
          Map.entry("ImageMessage", "ImageMessage_1"),
          Map.entry("StickerMessage", "StickerMessage_1"),
          Map.entry("VideoMessage", "VideoMessage_1"),
          Map.entry("LocationMessage", "LocationMessage_1"),
          Map.entry("BaseMessageProperties", "BaseMessageProperties_1"),
          Map.entry("ContactObject", "ContactObject_1"),
          Map.entry("ErrorObject", "ErrorObject_2"));

  private static final List<String> INBOUND =
      List.of(
          "IncomingMessage",
          "TextMessage_2",
          "ReactionMessage_1",
          "LocationMessage_1",
          "ContactSharingMessage",
          "ButtonMessage",
          "InteractiveMessageReply",
          "OrderMessage",
          "AudioMessage_1",
          "DocumentMessage_1",
          "ImageMessage_1",
          "StickerMessage_1",
          "VideoMessage_1",
          "UnsupportedMessage",
          "SystemMessage");

  /// Interactive kinds that the document lacks, and the word in their `action.name`.
  private static final Map<String, String> PAGES_ONLY =
      Map.of(
          "address_message", "address_message",
          "order_details", "review_and_pay",
          "order_status", "review_order",
          "voice_call", "voice_call",
          "request_contact_info", "request_contact_info");

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              "references of inbound messages lead to outbound ones of the same name",
              schemas -> INBOUND.forEach(name -> rename(at(schemas, name)))),
          new Change(
              "additionalProperties:false in a part of allOf forbids the other part's members",
              schemas ->
                  schemas.forEach(
                      schema -> schema.path("allOf").forEach(MetaDeviations::openMembers))),
          new Change(
              "cta_url and location_request_message are on Meta's pages, not in the document",
              schemas -> {
                add(at(schemas, "InteractiveObject/properties/type"), "cta_url");
                add(at(schemas, "InteractiveObject/properties/type"), "location_request_message");
                at(schemas, "ActionObject")
                    .withArray("oneOf")
                    .addObject()
                    .put("description", "cta_url, location_request_message")
                    .putArray("required")
                    .add("name");
                at(schemas, "ActionObject").withArray("oneOf").forEach(MetaDeviations::nameItself);
              }),
          new Change(
              "address_message, order_details, order_status, voice_call, request_contact_info and"
                  + " carousel are on Meta's pages, not in the document (but for two samples)",
              schemas -> {
                PAGES_ONLY.forEach(
                    (kind, name) -> add(at(schemas, "InteractiveObject/properties/type"), kind));
                add(at(schemas, "InteractiveObject/properties/type"), "carousel");
                var actions = at(schemas, "ActionObject").withArray("oneOf");
                var named = actions.addObject();
                named.putArray("required").add("name");
                var words = named.putObject("properties").putObject("name").putArray("enum");
                PAGES_ONLY.values().forEach(words::add);
                var cards = actions.addObject();
                cards.putArray("required").add("cards");
                cards
                    .putObject("properties")
                    .putObject("cards")
                    .put("type", "array")
                    .put("minItems", 2)
                    .put("maxItems", 10);
              }),
          new Change(
              "a catalog message shows the first product when it names none (Meta's page)",
              schemas ->
                  at(schemas, "ActionObject")
                      .withArray("oneOf")
                      .forEach(MetaDeviations::noThumbnail)),
          new Change(
              "a list's body takes 4096 characters (Meta's page of July 2026)",
              schemas -> at(schemas, "BodyObject/properties/text").put("maxLength", 4096)),
          new Change(
              "257 contacts in a message (Meta's page)",
              schemas ->
                  at(schemas, "ContactsMessage/allOf/1/properties/contacts").put("maxItems", 257)),
          new Change(
              "types of phones, emails, addresses and links are free text (Meta's page)",
              schemas ->
                  List.of("PhoneObject", "EmailObject", "UrlObject", "AddressObject")
                      .forEach(name -> at(schemas, name + "/properties/type").remove("enum"))),
          new Change(
              "a card may lack any detail but the name (Meta's page)",
              schemas ->
                  List.of("PhoneObject", "EmailObject", "UrlObject", "NameObject", "AddressObject")
                      .forEach(name -> at(schemas, name).remove("required"))),
          new Change(
              "latitude and longitude are strings in the schema, numbers in its examples",
              schemas ->
                  List.of("latitude", "longitude")
                      .forEach(name ->
                          at(
                                  schemas,
                                  "LocationMessage/allOf/1/properties/location/properties/" + name)
                              .putArray("type")
                              .add("string")
                              .add("number"))),
          new Change(
              "language.policy is left out in all of Meta's examples",
              schemas -> at(schemas, "LanguageObject").remove("required")),
          new Change(
              "a document in a header has a filename in the examples",
              schemas ->
                  at(schemas, "MediaObject")
                      .withArray("oneOf")
                      .forEach(MetaDeviations::openMembers)),
          new Change(
              "the index of a button is one digit; the document's pattern fits no index at all",
              schemas ->
                  at(schemas, "TemplateComponent/properties/index").put("pattern", "^[0-9]$")),
          new Change(
              "carousels, offers, copy codes, Flows, orders and calls in templates (Meta's pages)",
              schemas ->
                  List.of("type", "sub_type")
                      .forEach(name ->
                          at(schemas, "TemplateComponent/properties/" + name).remove("enum"))),
          new Change(
              "a context of a plain reply has no referred_product, a forwarded message no id",
              schemas -> at(schemas, "ContextObject").remove("required")),
          new Change(
              "a referral has what the ad has; one from a status no ctwa_clid (Meta's page)",
              schemas ->
                  require(at(schemas, "ReferralObject"), "source_url", "source_id", "source_type")),
          new Change(
              "nfm_reply, call_permission_reply: on Meta's pages, not in the document",
              schemas -> {
                var type = "InteractiveMessageReply/allOf/1/properties/interactive/properties/type";
                add(at(schemas, type), "nfm_reply");
                add(at(schemas, type), "call_permission_reply");
              }),
          new Change(
              "user_changed_user_id (Meta's page of August 2026), customer_identity_changed (older)",
              schemas -> {
                var type = "SystemMessage/allOf/1/properties/system/properties/type";
                add(at(schemas, type), "user_changed_user_id");
                add(at(schemas, type), "customer_identity_changed");
              }),
          new Change(
              "request_welcome, edit and revoke are on Meta's pages, not in the document",
              schemas ->
                  List.of("request_welcome", "edit", "revoke")
                      .forEach(type -> addInbound(schemas, type))),
          new Change(
              "a chosen row without description has none (Meta's page)",
              schemas ->
                  require(
                      at(schemas, "InteractiveListReplyContent/properties/list_reply"),
                      "id",
                      "title")),
          new Change(
              "a removed reaction has no emoji (Meta's page)",
              schemas ->
                  require(
                      at(schemas, "ReactionMessage_1/allOf/1/properties/reaction"), "message_id")),
          new Change(
              "a shared position has no name and address unless it is a place (Meta's page)",
              schemas ->
                  require(
                      at(schemas, "LocationMessage_1/allOf/1/properties/location"),
                      "latitude",
                      "longitude")),
          new Change(
              "played since March 2026; recipient_id is absent where only the user id is known",
              schemas -> {
                add(at(schemas, "Statuses/properties/status"), "played");
                require(at(schemas, "Statuses"), "id", "status", "timestamp");
              }),
          new Change(
              "from is absent where only the user id is known (Meta's page of June 2026)",
              schemas -> require(at(schemas, "BaseMessageProperties_1"), "id", "timestamp")));

  /// Makes the changes; fails when the document lacks the place of one.
  static void applyTo(ObjectNode schemas) {
    CHANGES.forEach(change -> apply(change, schemas));
  }

  private static void apply(Change change, ObjectNode schemas) {
    try {
      change.made().accept(schemas);
    } catch (IllegalArgumentException noSuchPlace) {
      throw new IllegalStateException("can't change: " + change.reason(), noSuchPlace);
    }
  }

  private static ObjectNode at(ObjectNode schemas, String place) {
    if (schemas.at("/" + place) instanceof ObjectNode node) {
      return node;
    }
    throw new IllegalArgumentException("the document has no " + place);
  }

  private static void add(ObjectNode property, String word) {
    property.withArray("enum").add(word);
  }

  /// One more type of a user's message, of which no more is checked than what all have.
  private static void addInbound(ObjectNode schemas, String type) {
    var parts = schemas.putObject(type).putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/BaseMessageProperties_1");
    var own = parts.addObject();
    own.putObject("properties").putObject("type").putArray("enum").add(type);
    own.putArray("required").add("type");
    at(schemas, "IncomingMessage")
        .withArray("oneOf")
        .addObject()
        .put("$ref", "#/components/schemas/" + type);
  }

  private static void require(ObjectNode schema, String... names) {
    var required = schema.putArray("required");
    List.of(names).forEach(required::add);
  }

  private static void openMembers(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove("additionalProperties");
    }
  }

  /// Exactly one of the actions must fit: those that `name` tells apart must name themselves, and
  /// the rest must not have a name.
  private static void nameItself(JsonNode action) {
    if (action.path("description").asText().equals("cta_url, location_request_message")) {
      var words = ((ObjectNode) action).putObject("properties").putObject("name").putArray("enum");
      words.add("cta_url").add("send_location");
    }
  }

  private static void noThumbnail(JsonNode action) {
    boolean catalog = action.at("/properties/name/enum").toString().contains("\"catalog_message\"");
    if (catalog) {
      require((ObjectNode) action, "name");
      ((ObjectNode) action.at("/properties/parameters")).remove("required");
    }
  }

  private static void rename(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("$ref").isTextual()) {
        var name = object.path("$ref").asText().replace("#/components/schemas/", "");
        object.put("$ref", "#/components/schemas/" + INBOUND_NAMES.getOrDefault(name, name));
      }
      object.forEach(MetaDeviations::rename);
    } else if (node instanceof ArrayNode array) {
      array.forEach(MetaDeviations::rename);
    }
  }
}
