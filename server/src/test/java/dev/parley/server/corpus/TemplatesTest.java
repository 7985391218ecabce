package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages from the templates of the first world, over HTTP: one of each kind is shown as its
/// preview, and each way to fill one in wrongly has its code.
class TemplatesTest extends Running {
  private static final String IMAGE =
      "{'type':'image','image':{'link':'https://olive.example/a.png'}}";

  private static String message(String name, String... components) {
    return ("{'messaging_product':'whatsapp','to':'%s','type':'template','template':"
            + "{'name':'%s','language':{'code':'en_US'},'components':[%s]}}")
        .formatted(Sandbox.ADA, name, String.join(",", components))
        .replace('\'', '"');
  }

  private static String part(String type, String... values) {
    return "{'type':'%s','parameters':[%s]}".formatted(type, String.join(",", values));
  }

  private static String button(String kind, int index, String... values) {
    return "{'type':'button','sub_type':'%s','index':%d,'parameters':[%s]}"
        .formatted(kind, index, String.join(",", values));
  }

  private static String text(String text) {
    return "{'type':'text','text':'%s'}".formatted(text);
  }

  private static String named(String name, String text) {
    return "{'type':'text','parameter_name':'%s','text':'%s'}".formatted(name, text);
  }

  private static String media(String type) {
    return "{'type':'%s','%1$s':{'link':'https://olive.example/a.%1$s'}}".formatted(type);
  }

  private static String product(String id) {
    return "{'type':'product','product':{'product_retailer_id':'%s','catalog_id':'300000000000001'}}"
        .formatted(id);
  }

  private static String action(String members) {
    return "{'type':'action','action':{%s}}".formatted(members);
  }

  private static String coupon(String code) {
    return "{'type':'coupon_code','coupon_code':'%s'}".formatted(code);
  }

  private static String cards(String... components) {
    var cards = new StringBuilder("{'type':'carousel','cards':[");
    for (int i = 0; i < components.length; i++) {
      cards.append(
          "%s{'card_index':%d,'components':[%s]}".formatted(i == 0 ? "" : ",", i, components[i]));
    }
    return cards.append("]}").toString();
  }

  private static String card(String topping) {
    return part("header", IMAGE)
        + ","
        + part("body", text(topping))
        + ","
        + button("quick_reply", 0, "{'type':'payload','payload':'want-%s'}".formatted(topping))
        + ","
        + button("url", 1, text(topping));
  }

  private static final String SECTIONS =
      "'thumbnail_product_retailer_id':'sku-01','sections':[{'title':'Pizzas','product_items':[{'product_retailer_id':'sku-01'}]}]";

  private static final String ORDER =
      "{'reference_id':'r-1','type':'digital-goods','currency':'INR','total_amount':{'value':500,'offset':100},"
          + "'order':{'status':'pending','catalog_id':'300000000000001','items':[{'retailer_id':'sku-01','name':'Pizza',"
          + "'amount':{'value':500,'offset':100},'quantity':1}],'subtotal':{'value':500,'offset':100},'tax':{'value':0,'offset':100}}}";

  static List<Arguments> oneOfEachKind() {
    String code = part("body", text("424242")) + "," + button("url", 0, text("424242"));
    String offer =
        part(
            "limited_time_offer",
            "{'type':'limited_time_offer','limited_time_offer':{'expiration_time_ms':1796000000000}}");
    return List.of(
        Arguments.of(message("hello_world"), "Hello World"),
        Arguments.of(
            message(
                "order_update",
                part("header", text("42")),
                part("body", text("Ada"), text("7 pm")),
                button("url", 2, text("42"))),
            "https://example.com/orders/42"),
        Arguments.of(
            message(
                "table_reminder",
                part(
                    "body",
                    named("day", "May 1"),
                    named("first_name", "Ada"),
                    named("guests", "two"))),
            "Hello Ada, your table for two is booked on May 1."),
        Arguments.of(
            message("new_dish", part("header", IMAGE), part("body", text("Figs"))), "a.png"),
        Arguments.of(message("kitchen_film", part("header", media("video"))), "a.video"),
        Arguments.of(
            message(
                "receipt", part("header", media("document")), part("body", text("May"), text("9"))),
            "receipt of May, over 9 in total"),
        Arguments.of(
            message(
                "find_us",
                part(
                    "header",
                    "{'type':'location','location':{'latitude':'40.7','longitude':'-73.9','name':'Olive','address':'3 Mill Street'}}")),
            "3 Mill Street"),
        Arguments.of(message("login_code", code), "*424242* is your verification code."),
        Arguments.of(message("login_one_tap", code), "\"code\":\"424242\""),
        Arguments.of(message("login_zero_tap", code), "\"code\":\"424242\""),
        Arguments.of(
            message(
                "lunch_coupon",
                part("body", text("ADA9"), text("9 %")),
                button("copy_code", 1, coupon("ADA9"))),
            "\"type\":\"COPY_CODE\",\"text\":\"Copy code\",\"code\":\"ADA9\""),
        Arguments.of(
            message(
                "weekend_offer",
                part("header", IMAGE),
                offer,
                part("body", text("Ada")),
                button("copy_code", 0, coupon("TWO")),
                button("url", 1, text("TWO"))),
            "\"expiration_time_ms\":1796000000000"),
        Arguments.of(
            message("dishes", part("body", text("Ada")), cards(card("basil"), card("chilli"))),
            "want-chilli"),
        Arguments.of(
            message(
                "product_cards",
                cards(part("header", product("sku-01")), part("header", product("sku-02")))),
            "sku-02"),
        Arguments.of(message("our_menu", part("body", text("Ada"))), "View catalog"),
        Arguments.of(
            message(
                "chef_picks",
                part("header", text("Ada")),
                part("body", text("EMBER")),
                button("mpm", 0, action(SECTIONS))),
            "View items"),
        Arguments.of(
            message(
                "dish_of_the_day", part("header", product("sku-03")), part("body", text("Ada"))),
            "sku-03"),
        Arguments.of(
            message("book_a_table", button("flow", 0, action("'flow_token':'t-9'"))), "t-9"),
        Arguments.of(
            message(
                "pay_order",
                part("body", text("4711")),
                button("order_details", 0, action("'order_details':" + ORDER))),
            "r-1"),
        Arguments.of(message("may_we_call", part("body", text("4711"))), "call_permission_request"),
        Arguments.of(message("call_us"), "Ring the desk"));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void each_kind_is_shown_as_its_preview(String message, String shown) {
    Answer preview = preview(message);
    assertThat(preview.status()).as(preview.json().toString()).isEqualTo(200);
    assertThat(preview.json().get("rendered")).asString().contains(shown).doesNotContain("{{");
    Answer sent = sandbox().send(message);
    assertThat(sent.status()).as(sent.json().toString()).isEqualTo(200);
    assertThat(bubble(sent.wamid()).get("rendered")).isEqualTo(preview.json().get("rendered"));
  }

  private Answer preview(String message) {
    return sandbox()
        .post("/templates/preview")
        .header("Content-Type", "application/json")
        .body(message.getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject bubble(String wamid) {
    Answer chat = sandbox().get("/sandbox/handsets/" + Sandbox.ADA + "/chats/" + Sandbox.NUMBER);
    for (Json message : ((JsonArray) Objects.requireNonNull(chat.json().get("messages"))).items()) {
      if (message instanceof JsonObject bubble && Json.of(wamid).equals(bubble.get("id"))) {
        return bubble;
      }
    }
    throw new AssertionError("no " + wamid + " in " + chat.json());
  }

  static List<Arguments> wrongValues() {
    String order = part("header", text("42"));
    String link = button("url", 2, text("42"));
    String body = part("body", text("Ada"), text("7 pm"));
    String code = button("url", 0, text("1"));
    return List.of(
        Arguments.of(
            message("order_update", order, part("body", text("Ada")), link),
            132000,
            "body: number of localizable_params (1) does not match the expected number of params (2)"),
        Arguments.of(
            message("order_update", order, body),
            131008,
            "buttons: Button at index 2 of type Url requires a parameter"),
        Arguments.of(message("nothing"), 132001, "template name (nothing) does not exist in en_US"),
        Arguments.of(
            message(
                "order_update", order, part("body", text("Ada"), text("x".repeat(1_000))), link),
            132005,
            "1024 are allowed"),
        Arguments.of(
            message("login_code", part("body", text("www.olive.example")), code),
            132007,
            "neither links nor emoji"),
        Arguments.of(
            message("new_dish", part("body", text("Figs"))),
            132012,
            "header: Format mismatch, expected IMAGE, received UNKNOWN"),
        Arguments.of(
            message("new_dish", part("header", media("video")), part("body", text("Figs"))),
            132012,
            "header: Format mismatch, expected IMAGE, received VIDEO"),
        Arguments.of(
            message(
                "new_dish",
                part("header", IMAGE),
                part("body", "{'type':'payload','payload':'x'}")),
            132012,
            "$.template.components[1].parameters[0].type"),
        Arguments.of(
            message("order_update", order, part("body", text("A\\nB"), text("7 pm")), link),
            132018,
            "new-line/tab characters"),
        Arguments.of(
            message("order_update", order, body, link, button("url", 7, text("42"))),
            132018,
            "counted from 0"),
        Arguments.of(
            message("order_update", order, body, link, button("url", 0, text("42"))),
            132018,
            "is url, button 0 of the template is QUICK_REPLY"),
        Arguments.of(
            message("table_reminder", part("body", text("a"), text("b"), text("c"))),
            100,
            "Parameter name is missing or empty"),
        Arguments.of(
            message("lunch_coupon", part("body", text("ADA9"), text("9 %"))),
            131008,
            "coupon_code"),
        Arguments.of(
            message("dishes", part("body", text("Ada")), cards(card("a"), card("b"), card("c"))),
            132018,
            "has 3 cards, the template has 2"),
        Arguments.of(
            message(
                "product_cards",
                cards(part("header", product("none")), part("header", product("sku-01")))),
            131009,
            "Products not found in FB Catalog"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void values_that_do_not_fit_are_refused_before_anything_is_sent(
      String message, int code, String details) {
    var journal = sandbox().journal();
    Answer answer = sandbox().send(message);
    assertThat(answer.code()).as(answer.json().toString()).isEqualTo(code);
    assertThat(answer.details()).contains(details);
    assertThat(answer.status()).isEqualTo(code == 132001 ? 404 : 400);
    assertThat(journal.accepted()).isZero();
  }

  @Test
  void a_preview_takes_the_template_alone_and_says_what_is_wrong() {
    Answer alone =
        preview("{\"template\":{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}}");
    assertThat(alone.json().get("status")).isEqualTo(Json.of("APPROVED"));
    assertThat(preview(message("nothing")).code()).isEqualTo(132001);
    assertThat(preview(message("our_menu")).code()).isEqualTo(132000);
    assertThat(preview(Sandbox.text(Sandbox.ADA, "hi")).paths()).containsExactly("$.type");
    assertThat(preview("[]").status()).isEqualTo(400);
  }
}
