package dev.parley.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/// One message of each kind, with `%s` for its recipient.
final class Bodies {
  private static final String HEAD = "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",";

  static final String LIST =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"list",
           "header":{"type":"text","text":"What would you like?"},
           "body":{"text":"Straight from the wood oven."},"footer":{"text":"Prices include tax"},
           "action":{"button":"See the menu","sections":[
            {"title":"Pizzas","rows":[
             {"id":"margherita","title":"Margherita","description":"Tomato, mozzarella, basil"},
             {"id":"diavola","title":"Diavola","description":"Spicy salami, chilli, mozzarella"},
             {"id":"funghi","title":"Funghi","description":"Mushrooms, thyme, taleggio"}]},
            {"title":"Small plates","rows":[
             {"id":"salad","title":"Green salad","description":"Leaves, tomato, lemon dressing"},
             {"id":"focaccia","title":"Focaccia","description":"Rosemary, sea salt"},
             {"id":"olives","title":"Warm olives","description":"Orange peel, fennel seed"}]}]}}}\
          """;

  static final String LIST_TITLE_TOO_LONG =
      LIST.replace("\"Margherita\"", "\"Margherita with more of everything\"");

  static final String BUTTONS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"button",
           "body":{"text":"When shall we bring it?"},"action":{"buttons":[
            {"type":"reply","reply":{"id":"early","title":"19:00 – 19:30"}},
            {"type":"reply","reply":{"id":"late","title":"19:30 – 20:00"}},
            {"type":"reply","reply":{"id":"pickup","title":"I'll pick it up"}}]}}}\
          """;

  static final String BUTTONS_WITH_PICTURE =
      BUTTONS.replace(
          "\"body\"",
          "\"header\":{\"type\":\"image\",\"image\":{\"link\":\"https://pictures.example/oven.jpg\"}},\"body\"");

  static final String PRODUCT =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"product","body":{"text":"Our classic."},
           "footer":{"text":"Also without cheese"},
           "action":{"catalog_id":"300000000000001","product_retailer_id":"sku-01"}}}\
          """;

  static final String PRODUCTS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"product_list",
           "header":{"type":"text","text":"Dinner tonight"},
           "body":{"text":"Hot from the oven in 20 minutes."},
           "action":{"catalog_id":"300000000000001","sections":[
            {"title":"Pizzas","product_items":[{"product_retailer_id":"sku-01"},
             {"product_retailer_id":"sku-02"},{"product_retailer_id":"sku-03"}]},
            {"title":"Small plates","product_items":[{"product_retailer_id":"sku-04"},
             {"product_retailer_id":"sku-05"},{"product_retailer_id":"sku-06"}]}]}}}\
          """;

  static final String LOCATION_REQUEST =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"location_request_message",
           "body":{"text":"Thank you. Where shall we bring it?"},
           "action":{"name":"send_location"}}}\
          """;

  static final String CTA_URL =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"cta_url",
           "body":{"text":"Follow your order on the map."},"footer":{"text":"About 25 minutes"},
           "action":{"name":"cta_url","parameters":{"display_text":"Track the order",
            "url":"https://orders.example/7"}}}}\
          """;

  static final String LOCATION =
      HEAD
          + """
          "type":"location","location":{"latitude":40.7290,"longitude":-73.9875,
           "name":"Olive & Ember","address":"14 Lantern Row"}}\
          """;

  static final String CONTACTS =
      HEAD
          + """
          "type":"contacts","contacts":[{"name":{"formatted_name":"Marta Reis","first_name":"Marta"},
           "phones":[{"phone":"+1 555 010 0003","wa_id":"15550100003","type":"WORK"}]}]}\
          """;

  static final String HELLO_WORLD =
      HEAD
          + """
          "type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}}\
          """;

  static final Map<String, String> ALL = all();

  private Bodies() {}

  static String text(String text) {
    return HEAD
        + """
        "type":"text","text":{"body":"%s"}}\
        """
            .formatted(text.replace("%", "%%").replace("\"", "\\\""));
  }

  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("text", text("Good evening. The kitchen is open until *22:30*."));
    all.put("hello-world", HELLO_WORLD);
    all.put("contacts", CONTACTS);
    all.put("location-bubble", LOCATION);
    all.put("cta-url", CTA_URL);
    all.put("product", PRODUCT);
    all.put("products", PRODUCTS);
    all.put("buttons-picture", BUTTONS_WITH_PICTURE);
    all.put("location-request", LOCATION_REQUEST);
    all.put("buttons", BUTTONS);
    all.put("list", LIST);
    return all;
  }
}
