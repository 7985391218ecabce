package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent.Order;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.ProductList;
import dev.parley.server.sandbox.Catalog.Product;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a cart, `{"product_items":[{"product_retailer_id","quantity"}],"text"?}`: only what the
/// message offers, at the catalog's prices.
final class OrderCall {
  /// Products that an error names: those of the longest list. A catalog has more.
  private static final int NAMED_MAX = ProductList.PRODUCTS_MAX;

  private final Catalog catalog;
  private final List<String> offered;

  private OrderCall(Catalog catalog, List<String> offered) {
    this.catalog = catalog;
    this.offered = offered;
  }

  static Reading<Order> read(Json body, Catalog catalog, List<String> offered) {
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : new OrderCall(catalog, offered).order(fields));
  }

  private @Nullable Order order(Fields body) {
    String text = body.optionalText("text", Order.TEXT_MAX_CHARS);
    List<Fields> given = body.objects("product_items");
    if (given == null) {
      return null;
    }
    if (given.size() > Order.ITEMS_MAX) {
      body.badValue(
          "product_items",
          "has %d products, at most %d are allowed".formatted(given.size(), Order.ITEMS_MAX));
    }
    var items = new ArrayList<Order.Item>();
    var seen = new HashSet<String>();
    for (Fields each : given) {
      Order.Item item = item(each, seen);
      if (item != null) {
        items.add(item);
      }
    }
    return new Order(catalog.id(), text == null ? "" : text, items);
  }

  private Order.@Nullable Item item(Fields item, Set<String> seen) {
    String id = item.text("product_retailer_id", Product.RETAILER_ID_MAX_CHARS);
    int quantity = quantity(item);
    if (id == null) {
      return null;
    }
    Product product = offered.contains(id) ? catalog.product(id).orElse(null) : null;
    if (product == null) {
      item.badValue(
          "product_retailer_id",
          "is %s, the message offers %s".formatted(Fields.quoted(id), named(offered)));
      return null;
    }
    if (!seen.add(id)) {
      item.badValue("product_retailer_id", "is %s a second time".formatted(Fields.quoted(id)));
    }
    return new Order.Item(id, quantity, product.price(), product.currency());
  }

  private static String named(List<String> products) {
    String named = String.join(", ", products.subList(0, Math.min(NAMED_MAX, products.size())));
    int more = products.size() - NAMED_MAX;
    return more > 0 ? named + " and %d more".formatted(more) : named;
  }

  /// 0 where a problem was noted.
  private static int quantity(Fields item) {
    if (!item.has("quantity")) {
      item.missing("quantity", "is missing");
      return 0;
    }
    if (!(item.member("quantity") instanceof JsonNumber number)) {
      item.wrongType("quantity", "a number");
      return 0;
    }
    long quantity = number.asLong().orElse(0);
    if (quantity < 1 || quantity > Order.Item.QUANTITY_MAX) {
      item.badValue(
          "quantity",
          "is %s, must be a whole number from 1 to %d".formatted(number, Order.Item.QUANTITY_MAX));
      return 0;
    }
    return (int) quantity;
  }
}
