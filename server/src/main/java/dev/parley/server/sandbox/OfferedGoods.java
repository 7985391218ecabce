package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.ButtonMessage;
import dev.parley.protocol.message.CallPermissionRequest;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.CatalogMessage;
import dev.parley.protocol.message.ContactInfoRequest;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.FlowMessage;
import dev.parley.protocol.message.Interactive;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.OrderStatus;
import dev.parley.protocol.message.Product;
import dev.parley.protocol.message.ProductList;
import dev.parley.protocol.message.VoiceCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the sender has the products that a message offers. Source: `messages.md` §11.
final class OfferedGoods {
  private static final Path ACTION = Path.root().field("interactive").field("action");
  private static final String PRODUCT = "product_retailer_id";

  private final SeededWorld world;

  OfferedGoods(SeededWorld world) {
    this.world = world;
  }

  List<Problem> problemsOf(PhoneNumber from, Interactive message) {
    var problems = new ArrayList<Problem>();
    switch (message) {
      case Product product ->
          check(problems, from, ACTION, product.catalogId(), product.productRetailerId());
      case ProductList products -> check(problems, from, products);
      case CatalogMessage catalog -> check(problems, from, catalog);
      case Carousel carousel -> check(problems, from, carousel);
      case ListMessage _, ButtonMessage _, CtaUrl _, LocationRequest _, FlowMessage _ -> {}
      case AddressMessage _, VoiceCall _, CallPermissionRequest _, ContactInfoRequest _ -> {}
      case OrderDetails _, OrderStatus _ -> {}
    }
    return problems;
  }

  private void check(List<Problem> problems, PhoneNumber from, ProductList message) {
    Catalog catalog = catalogOf(from, message.catalogId());
    if (catalog == null) {
      problems.add(unknownCatalog(from, ACTION, message.catalogId()));
      return;
    }
    for (int i = 0; i < message.sections().size(); i++) {
      Path items = ACTION.field("sections").index(i).field("product_items");
      List<String> ids = message.sections().get(i).productRetailerIds();
      for (int j = 0; j < ids.size(); j++) {
        check(problems, catalog, items.index(j).field(PRODUCT), ids.get(j));
      }
    }
  }

  private void check(List<Problem> problems, PhoneNumber from, CatalogMessage message) {
    Path parameters = ACTION.field("parameters");
    Catalog catalog = world.catalog(from.catalog()).orElse(null);
    String thumbnail = message.thumbnail();
    if (thumbnail != null && catalog != null) {
      check(problems, catalog, parameters.field("thumbnail_product_retailer_id"), thumbnail);
    }
  }

  private void check(List<Problem> problems, PhoneNumber from, Carousel message) {
    for (int i = 0; i < message.cards().size(); i++) {
      if (message.cards().get(i) instanceof Carousel.ProductCard(var catalogId, var product)) {
        Path action = ACTION.field("cards").index(i).field("action");
        check(problems, from, action, catalogId, product);
      }
    }
  }

  /// A product of a catalog that is named beside it.
  ///
  /// @param action where both stand
  void check(
      List<Problem> problems, PhoneNumber from, Path action, String catalogId, String product) {
    Catalog catalog = catalogOf(from, catalogId);
    if (catalog == null) {
      problems.add(unknownCatalog(from, action, catalogId));
    } else {
      check(problems, catalog, action.field(PRODUCT), product);
    }
  }

  /// Products of the catalog that the number sells from: one of them must be there. A number
  /// without a catalog has nothing to miss.
  void checkOwn(List<Problem> problems, PhoneNumber from, Path at, List<String> products) {
    Catalog catalog = world.catalog(from.catalog()).orElse(null);
    if (catalog != null && products.stream().allMatch(id -> catalog.product(id).isEmpty())) {
      problems.add(
          badProduct(
              at,
              "names %s, catalog %s has none of them"
                  .formatted(products.stream().map(Fields::quoted).toList(), catalog.id())));
    }
  }

  private static void check(List<Problem> problems, Catalog catalog, Path at, String product) {
    if (catalog.product(product).isEmpty()) {
      problems.add(
          badProduct(
              at,
              "is %s, catalog %s has no such product"
                  .formatted(Fields.quoted(product), catalog.id())));
    }
  }

  /// A number sells from the one catalog that it is connected with.
  private @Nullable Catalog catalogOf(PhoneNumber from, String id) {
    return from.catalog().equals(id) ? world.catalog(id).orElse(null) : null;
  }

  private static Problem unknownCatalog(PhoneNumber from, Path action, String id) {
    return badProduct(
        action.field("catalog_id"),
        "is %s, number %s is connected with catalog %s"
            .formatted(Fields.quoted(id), from.id(), from.catalog()));
  }

  /// Wording seen in the wild.
  private static Problem badProduct(Path at, String problem) {
    return new Problem(
        at.toString(), problem, Problem.BAD_VALUE, null, "Products not found in FB Catalog.");
  }
}
