package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.template.ShownButton;
import dev.parley.protocol.template.ShownTemplate;
import dev.parley.server.sandbox.Offer.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds what a template message offers: what its buttons do, below it and on its cards. Calling a
/// number and copying a code stay on the phone. Source: template-kinds.md.
final class TemplateOffers {
  private TemplateOffers() {}

  static Offer of(ShownTemplate shown) {
    var offers = new ArrayList<Offer>();
    List<ShownButton> buttons = shown.allButtons().toList();
    List<Choice> choices = choices(buttons);
    if (!choices.isEmpty()) {
      offers.add(new Offer.Choices(choices));
    }
    List<String> links = links(buttons);
    if (!links.isEmpty()) {
      offers.add(new Offer.Links(links));
    }
    List<TemplateParameter.Item> products = shown.products().toList();
    if (!products.isEmpty()) {
      offers.add(
          new Offer.Goods(
              products.getFirst().catalogId(),
              products.stream().map(TemplateParameter.Item::retailerId).toList()));
    }
    buttons.stream().flatMap(TemplateOffers::alone).forEach(offers::add);
    if (shown.asksToCall()) {
      offers.add(new Offer.AllowCalls());
    }
    return switch (offers.size()) {
      case 0 -> new Offer.Nothing();
      case 1 -> offers.getFirst();
      default -> new Offer.Several(offers);
    };
  }

  /// The business hears of a quick reply as `button`, unlike of the buttons of free messages.
  private static List<Choice> choices(List<ShownButton> buttons) {
    return buttons.stream()
        .flatMap(button ->
            button instanceof ShownButton.Reply(var id, var text, var payload)
                ? Stream.of(new Choice(id, text, new InboundContent.TemplateButton(payload, text)))
                : Stream.empty())
        .toList();
  }

  private static List<String> links(List<ShownButton> buttons) {
    return buttons.stream()
        .flatMap(button ->
            button instanceof ShownButton.Link(var text, var url) ? Stream.of(url) : Stream.empty())
        .toList();
  }

  /// What a button offers by itself.
  private static Stream<Offer> alone(ShownButton button) {
    return switch (button) {
      case ShownButton.Catalog _ -> Stream.of(new Offer.WholeCatalog());
      case ShownButton.Items(var text, var thumbnail, var sections) ->
          Stream.of(new Offer.OwnGoods(products(sections)));
      case ShownButton.Flow flow -> Stream.of(new Offer.OpenFlow(flow.token()));
      case ShownButton.VoiceCall _ -> Stream.of(new Offer.Call());
      case ShownButton.ShareContact _ -> Stream.of(new Offer.ShareContact());
      case ShownButton.Order _ -> Stream.of(new Offer.Pay());
      case ShownButton.Reply _, ShownButton.Link _, ShownButton.View _ -> Stream.empty();
      case ShownButton.Phone _, ShownButton.Code _ -> Stream.empty();
    };
  }

  /// `[{"title","product_items":[{"product_retailer_id"}]}]`
  static List<String> products(JsonArray sections) {
    var products = new ArrayList<String>();
    for (Json section : sections.items()) {
      if (section instanceof JsonObject object
          && object.get("product_items") instanceof JsonArray(var items)) {
        for (Json item : items) {
          if (item instanceof JsonObject product
              && product.get("product_retailer_id") instanceof JsonString(var id)) {
            products.add(id);
          }
        }
      }
    }
    return products;
  }
}
