package dev.parley.protocol.event;

import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.ContactWriter;
import org.jspecify.annotations.Nullable;

/// Writes a user's message as a webhook carries it. Source: `webhooks.md` §2.
public final class InboundWriter {
  private InboundWriter() {}

  /// `{"type":"text","text":{"body":"hi"}}`, with `context` before it where there is one.
  public static JsonObject write(InboundMessage message) {
    return JsonObject.builder()
        .putIfPresent("context", context(message.context()))
        .putAll(content(message.content()))
        .build();
  }

  static @Nullable JsonObject context(@Nullable MessageContext context) {
    if (context == null) {
      return null;
    }
    var id = context.id();
    var written =
        JsonObject.builder()
            .putIfPresent("from", context.from())
            .putIfPresent("id", id == null ? null : id.value());
    if (context.forwarded() != Forwarded.NOT) {
      written.put(
          context.forwarded() == Forwarded.FREQUENTLY ? "frequently_forwarded" : "forwarded", true);
    }
    var product = context.referredProduct();
    if (product != null) {
      written.put(
          "referred_product",
          Json.object(
              "catalog_id", product.catalogId(),
              "product_retailer_id", product.productRetailerId()));
    }
    return written.build();
  }

  /// `type` and the member that is named like it.
  static JsonObject content(InboundContent content) {
    Json body =
        switch (content) {
          case InboundContent.Text(var words) -> Json.object("body", words);
          case InboundContent.ListReply reply -> listReply(reply);
          case InboundContent.ButtonReply(var id, var title) ->
              reply("button_reply", Json.object("id", id, "title", title));
          case InboundContent.TemplateButton(var payload, var text) ->
              Json.object("payload", payload, "text", text);
          case InboundContent.Location location -> location(location);
          case InboundContent.Reaction(var target, var emoji) ->
              Json.object("message_id", target.value(), "emoji", emoji);
          case InboundContent.Order order -> order(order);
          case InboundContent.Contacts(var cards) -> JsonArray.from(cards, ContactWriter::write);
        };
    return Json.object("type", content.type(), content.type(), body);
  }

  private static JsonObject listReply(InboundContent.ListReply reply) {
    return reply(
        "list_reply",
        Json.object("id", reply.id(), "title", reply.title(), "description", reply.description()));
  }

  private static JsonObject reply(String type, JsonObject reply) {
    return Json.object("type", type, type, reply);
  }

  private static JsonObject location(InboundContent.Location location) {
    return Json.object(
        "latitude", JsonNumber.of(location.latitude()),
        "longitude", JsonNumber.of(location.longitude()),
        "name", location.name(),
        "address", location.address(),
        "url", location.url());
  }

  private static JsonObject order(InboundContent.Order order) {
    return Json.object(
        "catalog_id", order.catalogId(),
        "text", order.text(),
        "product_items",
            JsonArray.from(
                order.items(),
                item ->
                    Json.object(
                        "product_retailer_id", item.productRetailerId(),
                        "quantity", item.quantity(),
                        "item_price", JsonNumber.of(item.itemPrice()),
                        "currency", item.currency())));
  }
}
