package dev.parley.server.sandbox;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.server.sandbox.Catalog.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /// One of text without variables and buttons; its rules are those of all templates.
  static @Nullable TemplateDefinition template(Fields fields) {
    String header = fields.optionalString("header");
    String body = fields.text("body");
    String footer = fields.optionalString("footer");
    if (body == null) {
      return null;
    }
    var parts = new ArrayList<Json>();
    if (header != null) {
      parts.add(Json.object("type", "header", "format", "text", "text", header));
    }
    parts.add(Json.object("type", "body", "text", body));
    if (footer != null) {
      parts.add(Json.object("type", "footer", "text", footer));
    }
    JsonObject definition = fields.json().with("components", new JsonArray(parts));
    return switch (TemplateDefinitionReader.read(definition)) {
      case Reading.Ok<TemplateDefinition>(var read) -> read;
      case Reading.Wrong<TemplateDefinition>(var problems) -> {
        problems.forEach(problem -> fields.badValue(member(problem), problem.problem()));
        yield null;
      }
    };
  }

  /// `$.name` or `$.components[1].text`, the first of which is a member here, too.
  private static String member(Problem problem) {
    String name = problem.path().replaceFirst("^\\$\\.", "");
    return name.startsWith("components") ? "body" : name;
  }
}
