package dev.parley.server.sandbox;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.account.Secret;
import dev.parley.protocol.api.WaId;
import dev.parley.server.sandbox.Catalog.Product;
import java.math.BigDecimal;
import java.util.List;

/// The world of a sandbox without a seed of its own: a pizza place, and two people who just wrote
/// to it. Documented, and printed in examples: nothing here may change its value.
final class FirstWorld {
  static final String CATALOG_ID = "300000000000001";
  static final String FIRST_WORDS = "Hi";

  private static final Portfolio PORTFOLIO = new Portfolio("400000000000001", "Olive & Ember");

  private FirstWorld() {}

  static Seed seed() {
    return new Seed(
        PORTFOLIO,
        "200000000000001",
        "Olive & Ember",
        new Business.App(
            "500000000000001", new Secret("parley-secret"), new Secret("parley-verify")),
        List.of(
            number("100000000000001", "+1 555 010 0001", "Olive & Ember", "parley-sandbox"),
            number(
                "100000000000002",
                "+1 555 010 0002",
                "Olive & Ember Catering",
                "parley-sandbox-2")),
        List.of(user("15550100101", "Ada"), user("15550100102", "Grace")),
        List.of(new Catalog(CATALOG_ID, "Olive & Ember menu", products())),
        FirstTemplates.read());
  }

  private static Seed.SeededNumber number(String id, String display, String name, String key) {
    return new Seed.SeededNumber(
        id, display, name, CATALOG_ID, PhoneNumber.Pace.OFF, new Secret(key));
  }

  private static Seed.User user(String phone, String name) {
    var waId = new WaId(phone);
    Handset fresh = Handset.fresh(waId, UserIds.of(PORTFOLIO, waId), name);
    return new Seed.User(fresh.withPlaces(places()), FIRST_WORDS);
  }

  /// In the town that the page's map shows, which is made up.
  static List<Place> places() {
    return List.of(
        new Place("Home", "3 Mill Street", 40.7295, -73.9881),
        new Place("Office", "88 Harbour Road", 40.7271, -73.9959),
        new Place("Botanic garden", "Old Canal, east gate", 40.7236, -73.9760));
  }

  private static List<Product> products() {
    return List.of(
        product(1, "Margherita", "12.50", "Pizzas", "Tomato, mozzarella, basil"),
        product(2, "Diavola", "14.00", "Pizzas", "Spicy salami, chilli, mozzarella"),
        product(3, "Funghi", "13.50", "Pizzas", "Mushrooms, thyme, taleggio"),
        product(4, "Green salad", "8.00", "Small plates", "Leaves, tomato, lemon dressing"),
        product(5, "Focaccia", "5.50", "Small plates", "Rosemary, sea salt"),
        product(6, "Warm olives", "4.50", "Small plates", "Orange peel, fennel seed"),
        product(7, "Tiramisu", "6.50", "Desserts", "Espresso, mascarpone, cocoa"),
        product(8, "Panna cotta", "6.00", "Desserts", "Vanilla, raspberry"),
        product(9, "Lemonade", "4.00", "Drinks", "Lemon, mint, soda"),
        product(10, "Sparkling water", "3.00", "Drinks", "Half a litre"),
        product(11, "Espresso", "2.50", "Drinks", "House roast"),
        product(12, "House red", "7.00", "Drinks", "A glass of Montepulciano"));
  }

  private static Product product(
      int place, String name, String price, String category, String description) {
    String retailerId = "sku-%02d".formatted(place);
    return new Product(
        retailerId,
        name,
        description,
        new BigDecimal(price),
        "USD",
        "assets/products/" + retailerId + ".svg",
        category);
  }
}
