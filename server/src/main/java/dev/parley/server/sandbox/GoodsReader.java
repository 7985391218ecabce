package dev.parley.server.sandbox;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Template;
import dev.parley.server.sandbox.Catalog.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads catalogs and templates, from a seed or the store.
final class GoodsReader {
  private static final int ID_MAX_CHARS = 32;
  private static final int CATEGORY_MAX_CHARS = 100;
  private static final int IMAGE_MAX_CHARS = 2_048;

  private GoodsReader() {}

  static @Nullable Catalog catalog(Fields fields) {
    String id = fields.metaId("id", ID_MAX_CHARS);
    String name = fields.text("name", Catalog.NAME_MAX_CHARS);
    List<Fields> items = fields.objects("products");
    if (items == null) {
      return null;
    }
    if (items.size() > Catalog.PRODUCTS_MAX) {
      fields.badValue(
          "products",
          "has %d products, at most %d are allowed".formatted(items.size(), Catalog.PRODUCTS_MAX));
    }
    var products = new ArrayList<Product>();
    var retailerIds = new HashSet<String>();
    for (Fields item : items) {
      Product product = product(item);
      if (product != null && !retailerIds.add(product.retailerId())) {
        item.badValue(
            "retailer_id",
            "is %s, as an earlier product's".formatted(Fields.quoted(product.retailerId())));
      } else if (product != null) {
        products.add(product);
      }
    }
    return id == null || name == null ? null : new Catalog(id, name, products);
  }

  private static @Nullable Product product(Fields item) {
    String retailerId = item.id("retailer_id", Product.RETAILER_ID_MAX_CHARS);
    String name = item.text("name", Product.NAME_MAX_CHARS);
    String description = item.optionalText("description", Product.DESCRIPTION_MAX_CHARS);
    BigDecimal price = price(item);
    String currency = currency(item);
    String image = item.optionalText("image", IMAGE_MAX_CHARS);
    String category = item.optionalText("category", CATEGORY_MAX_CHARS);
    return retailerId == null || name == null || price == null || currency == null
        ? null
        : new Product(
            retailerId,
            name,
            description == null ? "" : description,
            price,
            currency,
            image,
            category == null ? "" : category);
  }

  private static @Nullable BigDecimal price(Fields item) {
    if (!item.has("price")) {
      item.missing("price", "is missing");
      return null;
    }
    if (!(item.member("price") instanceof JsonNumber number)) {
      item.wrongType("price", "a number");
      return null;
    }
    BigDecimal price = number.asBigDecimal();
    if (price.signum() < 0) {
      item.badValue("price", "is %s, must not be negative".formatted(number));
    }
    return price;
  }

  private static @Nullable String currency(Fields item) {
    String currency = item.text("currency");
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      item.badValue(
          "currency",
          "is %s, must be three capital letters such as USD".formatted(Fields.quoted(currency)));
    }
    return currency;
  }

  static @Nullable SandboxTemplate template(Fields fields) {
    String name = fields.id("name", Template.NAME_MAX_CHARS);
    String language = fields.id("language", SandboxTemplate.LANGUAGE_MAX_CHARS);
    String category =
        fields.word(
            "category", Set.of("utility", "marketing", "authentication"), Problem.BAD_VALUE);
    String header = fields.optionalText("header", SandboxTemplate.HEADER_MAX_CHARS);
    String body = fields.text("body", SandboxTemplate.BODY_MAX_CHARS);
    String footer = fields.optionalText("footer", SandboxTemplate.FOOTER_MAX_CHARS);
    return name == null || language == null || category == null || body == null
        ? null
        : new SandboxTemplate(name, language, category, header, body, footer);
  }
}
