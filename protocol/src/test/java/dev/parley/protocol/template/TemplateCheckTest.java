package dev.parley.protocol.template;

import static dev.parley.protocol.template.Kinds.action;
import static dev.parley.protocol.template.Kinds.body;
import static dev.parley.protocol.template.Kinds.button;
import static dev.parley.protocol.template.Kinds.cards;
import static dev.parley.protocol.template.Kinds.component;
import static dev.parley.protocol.template.Kinds.image;
import static dev.parley.protocol.template.Kinds.named;
import static dev.parley.protocol.template.Kinds.product;
import static dev.parley.protocol.template.Kinds.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateCheckTest {
  private static final String ENDED = button("url", 2, text("pasta"));

  private static List<Problem> problems(String kind, String components) {
    return TemplateCheck.problems(Kinds.definition(kind), Kinds.message(components));
  }

  /// Code and place of each problem, with `~` for the components.
  private static List<String> wrong(String kind, String components) {
    return problems(kind, components).stream()
        .map(each -> each.code() + " " + each.path().replace("$.template.components", "~"))
        .toList();
  }

  private static String details(String kind, String components) {
    return String.valueOf(problems(kind, components).getFirst().details());
  }

  @Test
  void values_that_fit_are_no_problem() {
    assertThat(wrong(Kinds.ORDER, body(text("Ada"), text("7")))).isEmpty();
    assertThat(
            wrong(
                Kinds.NAMED,
                component("header", named("who", "Ada"))
                    + ","
                    + body(named("what", "Soup"), named("who", "Ada"))))
        .isEmpty();
    assertThat(wrong(Kinds.IMAGE, component("header", image()))).isEmpty();
    assertThat(wrong(Kinds.BUTTONS, ENDED)).isEmpty();
    assertThat(
            wrong(
                Kinds.BUTTONS,
                button("quick_reply", 0, "{'type':'payload','payload':'y'}") + "," + ENDED))
        .isEmpty();
    assertThat(wrong(Kinds.CATALOG, "")).isEmpty();
    assertThat(wrong(Kinds.PRODUCT, component("header", product("sku-01")))).isEmpty();
    assertThat(wrong(Kinds.FLOW, "")).isEmpty();
    assertThat(
            wrong(
                Kinds.CALL,
                "{'type':'button','sub_type':'voice_call','parameters':[{'type':'ttl_minutes','ttl_minutes':60}]}"))
        .isEmpty();
    assertThat(wrong(Kinds.MAY_CALL, "{'type':'call_permission_request'}")).isEmpty();
    assertThat(wrong(Kinds.CODE, body(text("123456")) + "," + button("url", 0, text("123456"))))
        .isEmpty();
  }

  @Test
  void as_many_values_as_variables_in_the_words_of_live_answers() {
    assertThat(wrong(Kinds.ORDER, body(text("Ada")))).containsExactly("132000 ~[0].parameters");
    assertThat(details(Kinds.ORDER, body(text("Ada"))))
        .isEqualTo(
            "body: number of localizable_params (1) does not match the expected number of params (2)");
    assertThat(wrong(Kinds.ORDER, "")).containsExactly("132000 ~");
    assertThat(
            details(
                Kinds.ORDER, component("header", text("x")) + "," + body(text("Ada"), text("7"))))
        .isEqualTo(
            "header: number of localizable_params (1) does not match the expected number of params (0)");
    assertThat(
            wrong(
                Kinds.COUPON,
                component("footer", text("x"))
                    + ","
                    + button("copy_code", 0, "{'type':'coupon_code','coupon_code':'A'}")))
        .containsExactly("132000 ~[0].parameters");
  }

  @Test
  void named_variables_are_named_in_any_order() {
    String header = component("header", named("who", "Ada")) + ",";
    assertThat(wrong(Kinds.NAMED, header + body(text("Ada"), named("what", "Soup"))))
        .containsExactly("100 ~[1].parameters[0]");
    assertThat(details(Kinds.NAMED, header + body(text("Ada"), named("what", "Soup"))))
        .isEqualTo("Parameter name is missing or empty");
    assertThat(wrong(Kinds.NAMED, header + body(named("whom", "Ada"), named("what", "Soup"))))
        .containsExactly("132018 ~[1].parameters[0].parameter_name");
  }

  @Test
  void a_header_is_of_the_kind_that_was_created() {
    assertThat(wrong(Kinds.IMAGE, "")).containsExactly("132012 ~");
    assertThat(details(Kinds.IMAGE, ""))
        .isEqualTo("header: Format mismatch, expected IMAGE, received UNKNOWN");
    assertThat(details(Kinds.IMAGE, component("header", "{'type':'video','video':{'id':'1'}}")))
        .isEqualTo("header: Format mismatch, expected IMAGE, received VIDEO");
    assertThat(details(Kinds.IMAGE, component("header", text("x"))))
        .endsWith("expected IMAGE, received TEXT");
    assertThat(details(Kinds.LOCATION, component("header", image())))
        .endsWith("expected LOCATION, received IMAGE");
    assertThat(details(Kinds.PRODUCT, "")).endsWith("expected PRODUCT, received UNKNOWN");
    assertThat(
            details(
                Kinds.NAMED,
                component("header", image()) + "," + body(named("who", "A"), named("what", "B"))))
        .endsWith("expected TEXT, received IMAGE");
  }

  @Test
  void the_filled_text_has_a_limit() {
    String fits = "x".repeat(1024 - "Hi 7,  is on its way.".length());
    assertThat(wrong(Kinds.ORDER, body(text("7"), text(fits)))).isEmpty();
    assertThat(wrong(Kinds.ORDER, body(text("7"), text(fits + "x"))))
        .containsExactly("132005 ~[0].parameters");
    assertThat(
            wrong(
                Kinds.NAMED,
                component("header", named("who", "x".repeat(57)))
                    + ","
                    + body(named("who", "A"), named("what", "B"))))
        .containsExactly("132005 ~[0].parameters");
  }

  @Test
  void a_code_is_short_and_neither_link_nor_emoji() {
    for (String bad : List.of("https://olive.example", "12🍕4")) {
      assertThat(wrong(Kinds.CODE, body(text(bad)) + "," + button("url", 0, text("1"))))
          .containsExactly("132007 ~[0].parameters[0].text");
    }
    assertThat(
            wrong(Kinds.CODE, body(text("1234567890123456")) + "," + button("url", 0, text("1"))))
        .containsExactly("132018 ~[0].parameters[0].text");
    assertThat(wrong(Kinds.CODE, body(text("123456")))).containsExactly("131008 ~");
  }

  @Test
  void buttons_are_those_of_the_template() {
    assertThat(wrong(Kinds.BUTTONS, "")).containsExactly("131008 ~");
    assertThat(details(Kinds.BUTTONS, ""))
        .isEqualTo("buttons: Button at index 2 of type Url requires a parameter");
    assertThat(details(Kinds.BUTTONS, button("url", 3, text("x")) + "," + ENDED))
        .isEqualTo("buttons: Button at index 3 of type Url does not require parameters");
    assertThat(wrong(Kinds.BUTTONS, button("url", 5, text("x")) + "," + ENDED))
        .containsExactly("132018 ~[0].index");
    assertThat(wrong(Kinds.BUTTONS, button("quick_reply", 4) + "," + ENDED))
        .containsExactly("132018 ~[0].sub_type");
    assertThat(wrong(Kinds.ORDER, body(text("a"), text("b")) + "," + button("url", 0, text("x"))))
        .containsExactly("132018 ~[1].index");
  }

  @Test
  void each_kind_of_button_brings_what_it_needs() {
    assertThat(wrong(Kinds.COUPON, "")).containsExactly("131008 ~");
    assertThat(wrong(Kinds.COUPON, button("copy_code", 0)))
        .containsExactly("131008 ~[0].parameters");
    assertThat(wrong(Kinds.ITEMS, "")).containsExactly("131008 ~");
    assertThat(wrong(Kinds.ITEMS, button("mpm", 0, action("'thumbnail_product_retailer_id':'a'"))))
        .containsExactly("131008 ~[0].parameters");
    assertThat(
            wrong(
                Kinds.ITEMS,
                button(
                    "mpm",
                    0,
                    action(
                        "'sections':[{'title':'A','product_items':[{'product_retailer_id':'a'}]}]"))))
        .isEmpty();
  }

  @Test
  void an_offer_says_when_it_ends() {
    String buttons =
        button("copy_code", 0, "{'type':'coupon_code','coupon_code':'A'}")
            + ","
            + button("url", 1, text("a"));
    assertThat(wrong(Kinds.OFFER, buttons)).containsExactly("131008 ~");
    String ends =
        component(
            "limited_time_offer",
            "{'type':'limited_time_offer','limited_time_offer':{'expiration_time_ms':1}}");
    assertThat(wrong(Kinds.OFFER, ends + "," + buttons)).isEmpty();
    assertThat(
            wrong(
                Kinds.COUPON,
                ends + "," + button("copy_code", 0, "{'type':'coupon_code','coupon_code':'A'}")))
        .containsExactly("132018 ~[0].type");
  }

  private static String card(String tea) {
    return component("header", image()) + "," + body(text(tea)) + "," + button("url", 1, text("a"));
  }

  @Test
  void cards_of_files_are_as_many_as_were_created() {
    assertThat(wrong(Kinds.CARDS, cards(card("a"), card("b")))).isEmpty();
    assertThat(wrong(Kinds.CARDS, cards(card("a"), card("b"), card("c"))))
        .containsExactly("132018 ~[0].cards", "132018 ~[0].cards[2].card_index");
    assertThat(wrong(Kinds.CARDS, "")).containsExactly("131008 ~");
    assertThat(
            wrong(
                Kinds.CARDS,
                cards(card("a"), component("header", image()) + "," + body(text("b")))))
        .containsExactly("131008 ~[0].cards[1].components");
    assertThat(wrong(Kinds.CARDS, cards(card("a"), card("x".repeat(160)))))
        .containsExactly("132005 ~[0].cards[1].components[1].parameters");
    assertThat(wrong(Kinds.ORDER, body(text("a"), text("b")) + "," + cards(card("a"), card("b"))))
        .containsExactly("132018 ~[1].type");
  }

  @Test
  void cards_of_products_may_be_more_than_were_created() {
    String[] three = {
      component("header", product("a")),
      component("header", product("b")),
      component("header", product("c"))
    };
    assertThat(wrong(Kinds.PRODUCT_CARDS, cards(three))).isEmpty();
    assertThat(wrong(Kinds.PRODUCT_CARDS, cards(three[0], component("header", image()))))
        .containsExactly("132012 ~[0].cards[1].components[0].parameters");
  }
}
