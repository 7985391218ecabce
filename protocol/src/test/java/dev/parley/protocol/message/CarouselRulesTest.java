package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.message.Carousel.ProductCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarouselRulesTest {

  private static final String A_PRODUCT =
      "{'type':'product','action':{'catalog_id':'300000000000001','product_retailer_id':'s'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "links | body - | 131008 body",
        "links | body.text = x*1025 | 131009 body.text",
        "links | header = {'type':'text','text':'h'}; footer = {'text':'f'}"
            + " | 131009 header; 131009 footer",
        "links | action.buttons = [{'type':'reply'}] | 131009 action.buttons",
        "links | C - | 131008 C",
        "links | C = {} | 100 C",
        "links | C = [] | 131009 C",
        "links | C[1] - | 131009 C",
        "links | C[1] = 7 | 100 C[1]",
        "links | C[0].card_index = 1 | 131009 C[1].card_index",
        "links | C[1].card_index = 10 | 131009 C[1].card_index",
        "links | C[1].card_index = -1 | 131009 C[1].card_index",
        "links | C[1].card_index = 'one' | 100 C[1].card_index",
        "links | C[1].type = 'text' | 131009 C[1].type",
        "links | C[1].header - | 131008 C[1].header",
        "links | C[1].header = {'type':'text','text':'h'} | 131009 C[1].header.type",
        "links | C[1].header = {'type':'document','document':{'id':'1'}} | 131009 C[1].header.type",
        "links | C[1].header.image = {} | 131009 C[1].header.image",
        "links | C[1].header.image.link = 'ftp://x.example' | 131009 C[1].header.image.link",
        "links | C[1].header = {'type':'video','video':{'id':'1'}} | 131009 C[1].header.type",
        "links | C[0].body.text = x*161 | 131009 C[0].body.text",
        "links | C[0].body.text = 'a\\nb\\nc\\nd' | 131009 C[0].body.text",
        "links | C[0].body.text = 'a\\r\\nb\\rc\\nd' | 131009 C[0].body.text",
        "links | C[1].action - | 131008 C[1].action",
        "links | C[1].action = {} | 131008 C[1].action.name; 131008 C[1].action.parameters",
        "links | C[1].action.name = 'url' | 131009 C[1].action.name",
        "links | C[1].action.parameters.display_text = x*21"
            + " | 131009 C[1].action.parameters.display_text",
        "links | C[1].action.parameters.url = 'javascript:1' | 131009 C[1].action.parameters.url",
        "links | C[1].action = {'buttons':[{'type':'quick_reply','quick_reply':{'id':'a','title':'A'}}]}"
            + " | 131009 C[1].action",
        "quick-replies | C[1].action.buttons = [] | 131009 C[1].action.buttons",
        "quick-replies | C[1].action.buttons[1] - | 131009 C[1].action.buttons",
        "quick-replies | C[1].action.buttons[0].type = 'reply' | 131009 C[1].action.buttons[0].type",
        "quick-replies | C[1].action.buttons[0].quick_reply -"
            + " | 131008 C[1].action.buttons[0].quick_reply",
        "quick-replies | C[1].action.buttons[0].quick_reply.id -"
            + " | 131008 C[1].action.buttons[0].quick_reply.id",
        "quick-replies | C[1].action.buttons[0].quick_reply.id = x*257"
            + " | 131009 C[1].action.buttons[0].quick_reply.id",
        "quick-replies | C[1].action.buttons[0].quick_reply.title = x*21"
            + " | 131009 C[1].action.buttons[0].quick_reply.title",
        "quick-replies | C[1].action.buttons[1].quick_reply = {'id':'more','title':'More'}"
            + " | 131009 C[1].action.buttons[1].quick_reply.id;"
            + " 131009 C[1].action.buttons[1].quick_reply.title",
        "quick-replies"
            + " | C[1].action = {'name':'cta_url','parameters':{'display_text':'A','url':'https://x.example'}}"
            + " | 131009 C[1].action",
        "products | C[1].action.catalog_id = '3' | 131009 C[1].action.catalog_id",
        "products | C[1].action.catalog_id - | 131008 C[1].action.catalog_id",
        "products | C[1].action.product_retailer_id - | 131008 C[1].action.product_retailer_id",
        "products | C[1].action.product_retailer_id = x*101"
            + " | 131009 C[1].action.product_retailer_id",
        "products | C[1].action - | 131008 C[1].action",
        "links | C[0].body.text = x*161; C[1].header.image = {}; C[1].action.name = 'x'"
            + " | 131009 C[0].body.text; 131009 C[1].header.image; 131009 C[1].action.name"
      })
  void a_wrong_carousel_is_refused(String golden, String edits, String problems) {
    Edits.assertRefused("carousel-" + golden, edits, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "links | C[0].card_index -; C[1].card_index -",
        "links | C[0].card_index = '0'; C[1].card_index = '1'",
        "links | C[0].type = 'CTA_URL'; C[1].type -; header = null; footer = {}",
        "links | C[1].body = {'text':''}; C[1].footer = null",
        "quick-replies | C[0].type = 'quick_reply'; C[1].type -",
        "products | C[0].type -; C[1].type = 'PRODUCT'; C[1].action.catalog_id = 300000000000001"
      })
  void the_same_carousel_may_be_written_otherwise(String golden, String edits) {
    Edits.assertSame("carousel-" + golden, edits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"links", "quick-replies", "products"})
  void a_right_carousel_passes_strictly_too(String golden) {
    Edits.assertPassesStrictly("carousel-" + golden);
  }

  @Test
  void cards_stand_by_their_index() {
    assertThat(Edits.message("carousel-products", "C[0].card_index = 1; C[1].card_index = 0"))
        .isInstanceOfSatisfying(
            Carousel.class,
            carousel ->
                assertThat(carousel.cards())
                    .containsExactly(
                        new ProductCard("300000000000001", "sku-02"),
                        new ProductCard("300000000000001", "sku-01")));
  }

  @Test
  void ten_cards_pass_and_eleven_do_not() {
    var edits = new StringBuilder("body.text = 'Menu'");
    for (int i = 2; i < 10; i++) {
      edits.append("; C[%d] = ".formatted(i)).append(A_PRODUCT);
    }
    Edits.message("carousel-products", edits.toString());
    edits.append("; C[10] = ").append(A_PRODUCT);
    Edits.assertRefused("carousel-products", edits.toString(), "131009 C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"links", "quick-replies"})
  void products_and_media_do_not_mix(String golden) {
    Edits.assertRefused("carousel-" + golden, "C[1] = " + A_PRODUCT, "131009 C[1].type");
  }

  @Test
  void media_among_products_does_not_mix_either() {
    var card =
        "{'type':'cta_url','header':{'type':'image','image':{'id':'1'}},'action':{'name':'cta_url',"
            + "'parameters':{'display_text':'A','url':'https://x.example'}}}";
    Edits.assertRefused("carousel-products", "C[1] = " + card, "131009 C[1].type");
  }

  @Test
  void a_card_has_one_to_three_quick_replies() {
    var third =
        "C[%d].action.buttons[2] = {'type':'quick_reply','quick_reply':{'id':'c','title':'C'}}";
    var fourth =
        "C[0].action.buttons[3] = {'type':'quick_reply','quick_reply':{'id':'d','title':'D'}}";
    var three = third.formatted(0) + "; " + third.formatted(1);
    Edits.message("carousel-quick-replies", three);
    Edits.assertRefused(
        "carousel-quick-replies", three + "; " + fourth, "131009 C[0].action.buttons");
  }
}
