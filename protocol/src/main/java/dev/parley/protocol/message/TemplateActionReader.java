package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.TemplateParameter.Action;
import dev.parley.protocol.message.TemplateParameter.Item;
import org.jspecify.annotations.Nullable;

/// Reads the parameter `action` of a template's button: products, a Flow, an order. Only what holds
/// for every template is checked; the rest is kept as it came. Source: `template-kinds.md` §5 to
/// §7.
final class TemplateActionReader {
  private TemplateActionReader() {}

  static @Nullable Action read(Fields parameter) {
    var action = parameter.object("action");
    if (action == null) {
      return null;
    }
    action.optionalText("thumbnail_product_retailer_id", Item.ID_MAX_CHARS);
    if (action.has("sections")) {
      sections(action);
    }
    action.optionalString("flow_token");
    if (!(action.member("flow_action_data") instanceof JsonString)) {
      action.optionalObject("flow_action_data");
    }
    var order = action.optionalObject("order_details");
    if (order != null) {
      OrderDetailsReader.check(order);
    }
    action.optionalObject("payment_request");
    return new Action(action.json());
  }

  private static void sections(Fields action) {
    var sections = action.objects("sections");
    if (sections == null) {
      return;
    }
    int count = action.size("sections");
    int products = sections.stream().mapToInt(section -> section.size("product_items")).sum();
    if (count > ProductList.SECTIONS_MAX) {
      action.badValue(
          "sections",
          "has %d sections, at most %d are allowed".formatted(count, ProductList.SECTIONS_MAX));
    } else if (products > ProductList.PRODUCTS_MAX) {
      action.badValue(
          "sections",
          "have %d products in all, at most %d are allowed"
              .formatted(products, ProductList.PRODUCTS_MAX));
    }
    for (var section : sections) {
      section.optionalText("title", ProductList.Section.TITLE_MAX_CHARS);
      var items = section.objects("product_items");
      if (items != null) {
        items.forEach(item -> item.text("product_retailer_id", Item.ID_MAX_CHARS));
      }
    }
  }
}
