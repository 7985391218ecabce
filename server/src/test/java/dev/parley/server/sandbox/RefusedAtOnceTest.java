package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SendOutcome;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedAtOnceTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_number_cannot_write_to_itself() {
    ApiError error = scene.refused(new WaId("15550100001"), text("me"));
    assertThat(error.code().number()).isEqualTo(131021);
    assertThat(error.problems()).extracting(Problem::path).containsExactly("$.to");
  }

  @Test
  void an_unknown_product_is_named_with_its_path() {
    ApiError error =
        scene.refused(
            ADA,
            """
            "type":"interactive","interactive":{"type":"product","body":{"text":"Try"},
              "action":{"catalog_id":"300000000000001","product_retailer_id":"sku-99"}}
            """);
    assertThat(error.code().number()).isEqualTo(131009);
    assertThat(error.details()).contains("Products not found in FB Catalog", "sku-99");
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.interactive.action.product_retailer_id");
  }

  @Test
  void each_unknown_product_of_a_list_is_named() {
    ApiError error = scene.refused(ADA, productList("300000000000001"));
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly(
            "$.interactive.action.sections[0].product_items[1].product_retailer_id",
            "$.interactive.action.sections[1].product_items[0].product_retailer_id");
  }

  @Test
  void an_unknown_catalog_is_the_only_problem() {
    ApiError error = scene.refused(ADA, productList("300000000000009"));
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.interactive.action.catalog_id");
    assertThat(error.details()).contains("300000000000009", "300000000000001");
  }

  private static String productList(String catalog) {
    return """
    "type":"interactive","interactive":{"type":"product_list",
      "header":{"type":"text","text":"Menu"},"body":{"text":"Try"},
      "action":{"catalog_id":"%s","sections":[
        {"title":"A","product_items":[{"product_retailer_id":"sku-01"},
          {"product_retailer_id":"nope"}]},
        {"title":"B","product_items":[{"product_retailer_id":"nada"}]}]}}
    """
        .formatted(catalog);
  }

  @Test
  void an_unknown_template_or_language_does_not_exist() {
    ApiError error = scene.refused(ADA, template("slot_ok", "es", ""));
    assertThat(error.code().number()).isEqualTo(132001);
    assertThat(error.code().httpStatus()).isEqualTo(404);
    assertThat(error.shownMessage())
        .isEqualTo("(#132001) Template name does not exist in the translation");
    assertThat(error.details()).startsWith("template name (slot_ok) does not exist in es");
    assertThat(scene.refused(ADA, template("hello_world", "de", "")).problems())
        .extracting(Problem::path)
        .containsExactly("$.template.language.code");
  }

  @Test
  void hello_world_takes_no_values() {
    ApiError error =
        scene.refused(
            ADA,
            template(
                "hello_world",
                "en_US",
                """
                ,"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]}]
                """));
    assertThat(error.code().number()).isEqualTo(132000);
    assertThat(error.details())
        .startsWith(
            "body: number of localizable_params (1) does not match the expected number of params"
                + " (0)");
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.template.components[0].parameters");
  }

  private static String template(String name, String language, String components) {
    return "\"type\":\"template\",\"template\":{\"name\":\"%s\",\"language\":{\"code\":\"%s\"}%s}"
        .formatted(name, language, components);
  }

  @Test
  void magic_recipients_are_refused_where_bots_meet_the_code_in_the_answer() {
    assertThat(scene.refused(new WaId("1555019130429"), text("x")).code().number())
        .isEqualTo(130429);
    assertThat(scene.refused(new WaId("1555019131016"), text("x")).code().httpStatus())
        .isEqualTo(500);
    assertThat(scene.offer(scene.number, new WaId("1555019131026"), text("x")))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(MagicRecipients.codes())
        .allSatisfy(
            code -> assertThat(MagicRecipients.of(MagicRecipients.number(code))).contains(code));
  }

  @Test
  void a_media_id_names_nothing_yet() {
    ApiError error =
        scene.refused(
            ADA,
            """
            "type":"interactive","interactive":{"type":"button",
              "header":{"type":"image","image":{"id":"123"}},"body":{"text":"x"},
              "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}
            """);
    assertThat(error.code().number()).isEqualTo(100);
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.interactive.header.image.id");
  }
}
