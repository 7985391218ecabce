package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.ArrayList;

/// Writes the cards of a carousel.
final class CarouselWriter {
  private CarouselWriter() {}

  static JsonObject action(Carousel carousel) {
    var cards = carousel.cards();
    var items = new ArrayList<Json>(cards.size());
    for (int i = 0; i < cards.size(); i++) {
      items.add(card(i, cards.get(i)));
    }
    return Json.object("cards", new JsonArray(items));
  }

  private static JsonObject card(int index, Carousel.Card card) {
    return switch (card) {
      case Carousel.ProductCard(var catalogId, var productRetailerId) ->
          Json.object(
              "card_index",
              index,
              "type",
              "product",
              "action",
              Json.object("product_retailer_id", productRetailerId, "catalog_id", catalogId));
      case Carousel.MediaCard(var header, var body, var action) ->
          Json.object(
              "card_index",
              index,
              "type",
              "cta_url",
              "header",
              InteractiveWriter.header(header),
              "body",
              body == null ? null : Json.object("text", body),
              "action",
              action(action));
    };
  }

  private static JsonObject action(Carousel.Action action) {
    return switch (action) {
      case Carousel.Action.Link(var displayText, var url) ->
          Json.object(
              "name",
              "cta_url",
              "parameters",
              Json.object("display_text", displayText, "url", url));
      case Carousel.Action.QuickReplies(var buttons) ->
          Json.object("buttons", JsonArray.from(buttons, CarouselWriter::quickReply));
    };
  }

  private static JsonObject quickReply(ButtonMessage.Button button) {
    return Json.object(
        "type",
        "quick_reply",
        "quick_reply",
        Json.object("id", button.id(), "title", button.title()));
  }
}
