package dev.parley.protocol.event;

import dev.parley.protocol.event.InboundContent.Order;
import dev.parley.protocol.event.InboundContent.Order.Item;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `order`: a cart.
final class OrderReader {

  private static final int ID_MAX_CHARS = 100;
  private static final int CURRENCY_CHARS = 3;

  private OrderReader() {}

  static @Nullable Order read(Fields body) {
    var order = body.object("order");
    if (order == null) {
      return null;
    }
    var catalogId = order.metaId("catalog_id", ID_MAX_CHARS);
    var text = order.optionalText("text", Order.TEXT_MAX_CHARS);
    var items = items(order);
    return catalogId == null ? null : new Order(catalogId, text == null ? "" : text, items);
  }

  private static List<Item> items(Fields order) {
    var fields = order.objects("product_items");
    if (fields == null) {
      return List.of();
    }
    int count = order.size("product_items");
    if (count > Order.ITEMS_MAX) {
      order.badValue(
          "product_items",
          "has %d products, at most %d are allowed".formatted(count, Order.ITEMS_MAX));
    }
    var items = new ArrayList<Item>(fields.size());
    for (var each : fields) {
      var item = item(each);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private static @Nullable Item item(Fields item) {
    var product = item.text("product_retailer_id", ID_MAX_CHARS);
    var quantity = quantity(item);
    var price = price(item);
    var currency = item.text("currency", CURRENCY_CHARS);
    return product == null || quantity == 0 || price == null || currency == null
        ? null
        : new Item(product, quantity, price, currency);
  }

  /// 0 where a problem was noted.
  private static int quantity(Fields item) {
    var number = number(item, "quantity");
    if (number == null) {
      return 0;
    }
    long quantity = number.asLong().orElse(0);
    if (quantity < 1 || quantity > Item.QUANTITY_MAX) {
      item.badValue(
          "quantity",
          "is %s, must be a whole number from 1 to %d".formatted(number, Item.QUANTITY_MAX));
      return 0;
    }
    return (int) quantity;
  }

  private static @Nullable BigDecimal price(Fields item) {
    var number = number(item, "item_price");
    if (number != null && number.asBigDecimal().signum() < 0) {
      item.badValue("item_price", "is %s, must not be negative".formatted(number));
    }
    return number == null ? null : number.asBigDecimal();
  }

  private static @Nullable JsonNumber number(Fields item, String name) {
    if (item.member(name) instanceof JsonNumber number) {
      return number;
    }
    if (item.has(name)) {
      item.wrongType(name, "a number");
    } else {
      item.missing(name, "is missing");
    }
    return null;
  }
}
