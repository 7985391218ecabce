package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "header = {'type':'text','text':'Menu'} | 131009 header",
        "header = {'type':'image','image':{'id':'1'}}; body - | 131008 body; 131009 header",
        "body = {} | 131008 body.text",
        "body.text = x*1025; footer.text = x*61 | 131009 body.text; 131009 footer.text",
        "action - | 131008 action",
        "action.name = 'catalog' | 131009 action.name",
        "action.name - | 131008 action.name",
        "P = 7 | 100 P",
        "P.thumbnail_product_retailer_id = true | 100 P.thumbnail_product_retailer_id",
        "P.thumbnail_product_retailer_id = x*101 | 131009 P.thumbnail_product_retailer_id"
      })
  void a_wrong_catalog_message_is_refused(String edits, String problems) {
    Edits.assertRefused("catalog-message", edits, problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "header = {}; footer = null; P = {}",
        "header = null; P = null; action.name = 'CATALOG_MESSAGE'",
        "P = {'thumbnail_product_retailer_id':''}; footer = {'text':''}"
      })
  void the_same_catalog_message_may_be_written_otherwise(String edits) {
    Edits.assertSame("catalog-message-plain", edits);
  }

  @Test
  void a_thumbnail_may_be_a_number() {
    assertThat(Edits.message("catalog-message", "P.thumbnail_product_retailer_id = 77"))
        .isInstanceOfSatisfying(
            CatalogMessage.class, catalog -> assertThat(catalog.thumbnail()).isEqualTo("77"));
  }

  @Test
  void a_header_is_refused_in_metas_words() {
    assertThat(
            Edits.problems(
                    "catalog-message", "header = {'type':'text','text':'Menu'}", Strictness.LENIENT)
                .getFirst()
                .told())
        .isEqualTo(
            "The parameter interactive['header'] is not allows for catalog messages."
                + " $.interactive.header is not allowed in an interactive catalog_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog-message", "catalog-message-plain"})
  void a_right_catalog_message_passes_strictly_too(String golden) {
    Edits.assertPassesStrictly(golden);
  }
}
