package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateParameter;
import java.util.ArrayList;
import java.util.List;

/// Whether the sender has the products that a template message shows. Source: `template-kinds.md`
/// §4, §5.
final class TemplateGoods {
  private static final Path COMPONENTS = Path.root().field("template").field("components");

  private static final String THUMBNAIL = "thumbnail_product_retailer_id";

  private final OfferedGoods goods;

  TemplateGoods(OfferedGoods goods) {
    this.goods = goods;
  }

  List<Problem> problemsOf(PhoneNumber from, Template message) {
    var problems = new ArrayList<Problem>();
    components(problems, from, COMPONENTS, message.components());
    return problems;
  }

  private void components(
      List<Problem> problems, PhoneNumber from, Path at, List<TemplateComponent> components) {
    for (int i = 0; i < components.size(); i++) {
      Path here = at.index(i);
      switch (components.get(i)) {
        case TemplateComponent.Part(var place, var values) -> values(problems, from, here, values);
        case TemplateComponent.Button(var kind, var index, var values) ->
            values(problems, from, here, values);
        case TemplateComponent.Carousel(var cards) -> {
          for (int j = 0; j < cards.size(); j++) {
            Path card = here.field("cards").index(j).field("components");
            components(problems, from, card, cards.get(j).components());
          }
        }
      }
    }
  }

  private void values(
      List<Problem> problems, PhoneNumber from, Path at, List<TemplateParameter> values) {
    for (int i = 0; i < values.size(); i++) {
      Path here = at.field("parameters").index(i);
      if (values.get(i) instanceof TemplateParameter.Item(var product, var catalog)) {
        goods.check(problems, from, here.field("product"), catalog, product);
      } else if (values.get(i) instanceof TemplateParameter.Action(var action)) {
        action(problems, from, here.field("action"), action);
      }
    }
  }

  /// Of many products those that are unknown are left out; that none is known is refused.
  private void action(List<Problem> problems, PhoneNumber from, Path at, JsonObject action) {
    if (action.get(THUMBNAIL) instanceof JsonString(var product)) {
      goods.checkOwn(problems, from, at.field(THUMBNAIL), List.of(product));
    }
    if (action.get("sections") instanceof JsonArray sections) {
      goods.checkOwn(problems, from, at.field("sections"), TemplateOffers.products(sections));
    }
  }
}
