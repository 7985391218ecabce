package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.ProductList.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `product`, `product_list` and `catalog_message`. Whether the catalog
/// has the products is asked later. Source: `messages.md` §11.
final class ProductReader {

  /// Characters of a catalog's id and of a product's id in it. Ours: Meta's catalogs end at 100.
  static final int ID_MAX_CHARS = 100;

  private ProductReader() {}

  static @Nullable Product product(Fields interactive) {
    HeaderReader.none(interactive, "product");
    var body = InteractiveReader.optionalBody(interactive);
    var footer = InteractiveReader.footer(interactive);
    var action = interactive.object("action");
    if (action == null) {
      return null;
    }
    var catalog = action.metaId("catalog_id", ID_MAX_CHARS);
    var product = action.text("product_retailer_id", ID_MAX_CHARS);
    return catalog == null || product == null ? null : new Product(body, footer, catalog, product);
  }

  static @Nullable ProductList productList(Fields interactive) {
    var header = HeaderReader.requiredTitle(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = interactive.object("action");
    if (action == null) {
      return null;
    }
    var catalog = action.metaId("catalog_id", ID_MAX_CHARS);
    var sections = sections(action);
    return header == null || body == null || catalog == null || sections == null
        ? null
        : new ProductList(header, body, footer, catalog, sections);
  }

  static @Nullable CatalogMessage catalogMessage(Fields interactive) {
    noCatalogHeader(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, CatalogMessage.ACTION_NAME);
    var parameters = action == null ? null : action.optionalObject("parameters");
    var thumbnail =
        parameters == null
            ? null
            : parameters.optionalMetaId("thumbnail_product_retailer_id", ID_MAX_CHARS);
    return body == null ? null : new CatalogMessage(body, footer, thumbnail);
  }

  /// Wording from a live body, `verified.md` §10.
  private static void noCatalogHeader(Fields interactive) {
    if (interactive.says("header")) {
      interactive.note(
          "header",
          "is not allowed in an interactive catalog_message",
          Problem.BAD_VALUE,
          null,
          "The parameter interactive['header'] is not allows for catalog messages.");
    }
  }

  private static @Nullable List<Section> sections(Fields action) {
    var items = action.objects("sections");
    if (items == null) {
      return null;
    }
    int count = action.size("sections");
    int products = items.stream().mapToInt(section -> section.size("product_items")).sum();
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
    var seen = new HashSet<String>();
    var sections = new ArrayList<Section>(items.size());
    for (var item : items) {
      var title = SectionTitle.read(item, count, Section.TITLE_MAX_CHARS);
      sections.add(new Section(title, products(item, seen)));
    }
    return sections;
  }

  private static List<String> products(Fields section, Set<String> seen) {
    var items = section.objects("product_items");
    if (items == null) {
      return List.of();
    }
    var products = new ArrayList<String>(items.size());
    for (var item : items) {
      var product = item.text("product_retailer_id", ID_MAX_CHARS);
      if (product == null) {
        continue;
      }
      if (!seen.add(product)) {
        item.badValue(
            "product_retailer_id",
            "is %s, a product that the message has already".formatted(Fields.quoted(product)));
      }
      products.add(product);
    }
    return products;
  }
}
