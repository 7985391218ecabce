package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the items of a bill, and their subtotal. Source: `messages.md` §15.
final class OrderItems {
  private OrderItems() {}

  /// The subtotal of this order. That it is the sum of the items holds strictly only: Meta's
  /// samples on India differ.
  static @Nullable Long subtotal(Fields order) {
    var items = order.objects("items");
    var sum = items == null ? null : sum(items);
    if (items != null) {
      images(order, items);
    }
    var subtotal = order.object("subtotal");
    var value = subtotal == null ? null : OrderDetailsReader.amount(subtotal);
    if (order.strict()
        && subtotal != null
        && value != null
        && sum != null
        && !sum.equals(BigInteger.valueOf(value))) {
      subtotal.badValue("value", "is %d, but the items come to %d".formatted(value, sum));
    }
    return value;
  }

  /// What the items come to; `null` where one can't be read.
  private static @Nullable BigInteger sum(List<Fields> items) {
    @Nullable BigInteger sum = BigInteger.ZERO;
    for (var item : items) {
      var price = price(item);
      sum = sum == null || price == null ? null : sum.add(price);
    }
    return sum;
  }

  /// Price times quantity; the sale price counts where there is one.
  private static @Nullable BigInteger price(Fields item) {
    item.optionalMetaId("retailer_id", ProductReader.ID_MAX_CHARS);
    item.text("name", OrderDetails.ITEM_NAME_MAX_CHARS);
    imported(item);
    var quantity = item.whole("quantity", 1, OrderDetails.QUANTITY_MAX);
    var amountFields = item.object("amount");
    var amount = amountFields == null ? null : OrderDetailsReader.amount(amountFields);
    var price = item.has("sale_amount") ? salePrice(item, amount) : amount;
    return price == null || quantity == null
        ? null
        : BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
  }

  /// Where the item comes from, in India. The importer's address is a text in Meta's tables and an
  /// object in its samples.
  private static void imported(Fields item) {
    item.optionalString("country_of_origin");
    item.optionalString("importer_name");
    item.member("importer_address");
  }

  private static @Nullable Long salePrice(Fields item, @Nullable Long amount) {
    var saleAmount = item.optionalObject("sale_amount");
    var price = saleAmount == null ? null : OrderDetailsReader.amount(saleAmount);
    if (saleAmount != null && price != null && amount != null && price >= amount) {
      saleAmount.badValue(
          "value", "is %d, must be less than the amount, %d".formatted(price, amount));
    }
    return price;
  }

  /// Own pictures allow of fewer items. Source: Meta's pages on payments in India.
  private static void images(Fields order, List<Fields> items) {
    boolean pictured = false;
    for (var item : items) {
      var image = item.optionalObject("image");
      if (image != null && !image.isEmpty()) {
        pictured = true;
        MediaReader.source(item, "image", image);
      }
    }
    int count = order.size("items");
    if (pictured && count > OrderDetails.ITEMS_WITH_IMAGE_MAX) {
      order.badValue(
          "items",
          "has %d items, at most %d are allowed where one has an image"
              .formatted(count, OrderDetails.ITEMS_WITH_IMAGE_MAX));
    }
  }
}
