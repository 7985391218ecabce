package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a business sells by its messages.
public record Catalog(String id, String name, List<Product> products) {
  public static final int NAME_MAX_CHARS = 100;
  public static final int PRODUCTS_MAX = 1_000;

  public Catalog {
    products = List.copyOf(products);
  }

  /// @param price of one, in the currency's main unit
  /// @param currency three letters (ISO 4217)
  /// @param image address of its picture, relative to the page; null where there is none
  public record Product(
      String retailerId,
      String name,
      String description,
      BigDecimal price,
      String currency,
      @Nullable String image,
      String category) {
    public static final int RETAILER_ID_MAX_CHARS = 100;
    public static final int NAME_MAX_CHARS = 200;
    public static final int DESCRIPTION_MAX_CHARS = 1_000;

    JsonObject toJson() {
      return Json.object(
          "retailer_id", retailerId,
          "name", name,
          "description", description,
          "price", JsonNumber.of(price),
          "currency", currency,
          "image", image,
          "category", category);
    }
  }

  Optional<Product> product(String retailerId) {
    return products.stream().filter(product -> product.retailerId().equals(retailerId)).findFirst();
  }

  List<String> retailerIds() {
    return products.stream().map(Product::retailerId).toList();
  }

  JsonObject toJson() {
    return Json.object(
        "id", id, "name", name, "products", JsonArray.from(products, Product::toJson));
  }
}
