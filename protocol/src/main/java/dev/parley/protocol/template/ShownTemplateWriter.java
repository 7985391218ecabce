package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.TemplateWriter;
import org.jspecify.annotations.Nullable;

/// Writes a template message as the phone shows it, for the page and for previews.
public final class ShownTemplateWriter {
  private static final String THUMBNAIL = "thumbnail_product_retailer_id";

  private ShownTemplateWriter() {}

  /// `{"header","body","footer","limited_time_offer","buttons":[…],"cards":[…],"order_status"}`,
  /// without what there is none of. A header of text is a string, any other an object as in a
  /// message.
  public static JsonObject write(ShownTemplate shown) {
    var offer = shown.offer();
    return Json.object(
        "header",
        write(shown.header()),
        "body",
        shown.body(),
        "footer",
        shown.footer(),
        "limited_time_offer",
        offer == null
            ? null
            : Json.object("text", offer.text(), "expiration_time_ms", offer.expirationTimeMs()),
        "buttons",
        shown.buttons().isEmpty()
            ? null
            : JsonArray.from(shown.buttons(), ShownTemplateWriter::write),
        "cards",
        shown.cards().isEmpty() ? null : JsonArray.from(shown.cards(), ShownTemplateWriter::write),
        "order_status",
        shown.orderStatus(),
        "call_permission_request",
        shown.asksToCall() ? true : null);
  }

  private static @Nullable Json write(ShownTemplate.@Nullable Header header) {
    return switch (header) {
      case null -> null;
      case ShownTemplate.Header.OfText(var text) -> new JsonString(text);
      case ShownTemplate.Header.OfValue(var value) -> TemplateWriter.write(value);
    };
  }

  private static JsonObject write(ShownTemplate.Card card) {
    return Json.object(
        "header", write(card.header()),
        "body", card.body(),
        "buttons", JsonArray.from(card.buttons(), ShownTemplateWriter::write));
  }

  private static JsonObject write(ShownButton button) {
    return switch (button) {
      case ShownButton.Reply(var id, var text, var payload) ->
          Json.object("type", "QUICK_REPLY", "text", text, "id", id, "payload", payload);
      case ShownButton.Link(var text, var url) ->
          Json.object("type", "URL", "text", text, "url", url);
      case ShownButton.Phone(var text, var number) ->
          Json.object("type", "PHONE_NUMBER", "text", text, "phone_number", number);
      case ShownButton.Code(var type, var text, var code) ->
          Json.object("type", type, "text", text, "code", code);
      case ShownButton.Catalog(var text, var thumbnail) ->
          Json.object("type", "CATALOG", "text", text, THUMBNAIL, thumbnail);
      case ShownButton.Items(var text, var thumbnail, var sections) ->
          Json.object("type", "MPM", "text", text, THUMBNAIL, thumbnail, "sections", sections);
      case ShownButton.View(var text) -> Json.object("type", "SPM", "text", text);
      case ShownButton.Flow flow ->
          Json.object(
              "type",
              "FLOW",
              "text",
              flow.text(),
              flow.by(),
              flow.flow(),
              "flow_token",
              flow.token(),
              "flow_action",
              flow.action(),
              "navigate_screen",
              flow.screen(),
              "flow_action_data",
              flow.data());
      case ShownButton.VoiceCall(var text, var minutes, var payload) ->
          Json.object(
              "type", "VOICE_CALL", "text", text, "ttl_minutes", minutes, "payload", payload);
      case ShownButton.ShareContact(var text) ->
          Json.object("type", "REQUEST_CONTACT_INFO", "text", text);
      case ShownButton.Order(var text, var order) ->
          Json.object("type", "ORDER_DETAILS", "text", text, "order_details", order);
    };
  }
}
