package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SendOutcome;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaId;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Problem;
import dev.parley.server.sandbox.Scene.Sent;
import java.util.List;
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
  void the_file_of_a_header_must_be_there() {
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

  @Test
  void the_thumbnail_of_a_catalog_must_be_one_of_its_products() {
    scene.accept(ADA, Kinds.catalogMessage("sku-12"));
    ApiError error = scene.refused(ADA, Kinds.catalogMessage("sku-99"));
    assertThat(error.code().number()).isEqualTo(131009);
    assertThat(error.details()).contains("Products not found in FB Catalog", "sku-99");
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.interactive.action.parameters.thumbnail_product_retailer_id");
  }

  @Test
  void each_card_must_show_a_product_that_is_there() {
    scene.accept(ADA, Kinds.productCards("sku-01", "sku-02"));
    assertThat(scene.refused(ADA, Kinds.productCards("sku-98", "sku-99")).problems())
        .extracting(Problem::path)
        .containsExactly(
            "$.interactive.action.cards[0].action.product_retailer_id",
            "$.interactive.action.cards[1].action.product_retailer_id");
    String foreign = Kinds.productCards("sku-01", "sku-02").replace("300000000000001", "7");
    assertThat(scene.refused(ADA, foreign).problems())
        .extracting(Problem::path)
        .containsExactly(
            "$.interactive.action.cards[0].action.catalog_id",
            "$.interactive.action.cards[1].action.catalog_id");
  }

  @Test
  void a_file_that_was_not_uploaded_is_named_wherever_it_stands() {
    for (String type : List.of("image", "video", "audio", "document", "sticker")) {
      ApiError error =
          scene.refused(ADA, "\"type\":\"%s\",\"%1$s\":{\"id\":\"77\"}".formatted(type));
      assertThat(error.code().number()).isEqualTo(100);
      assertThat(error.problems()).extracting(Problem::path).containsExactly("$." + type + ".id");
    }
    String cards =
        Kinds.linkCards()
            .replace("\"link\":\"https://files.olive.example/a.jpg\"", "\"id\":\"77\"");
    assertThat(scene.refused(ADA, cards).problems())
        .extracting(Problem::path)
        .containsExactly(
            "$.interactive.action.cards[0].header.image.id",
            "$.interactive.action.cards[1].header.image.id");
  }

  @Test
  void a_file_that_was_uploaded_passes() {
    String id = upload("image/png", 5);
    scene.accept(ADA, "\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(id));
  }

  private String upload(String mimeType, long size) {
    var id = MediaId.parse("4503603922337792").orElseThrow();
    scene.files.put(
        id.toString(),
        new MediaFile(
            id, MediaFile.Origin.UPLOADED, mimeType, null, "ab".repeat(32), size, Scene.START));
    return id.toString();
  }

  @Test
  void a_file_of_another_kind_or_a_larger_one_fails_afterwards() {
    String id = upload("audio/mpeg", 16 << 20);
    assertThat(scene.statuses(scene.send(ADA, media("audio", id, "")))).contains("delivered");
    Sent voice = scene.send(ADA, media("audio", id, ",\"voice\":true"));
    assertThat(scene.statuses(voice)).containsExactly("failed 131053");
    assertThat(scene.failure(voice)).contains("$.audio.id", "audio/ogg");
    Sent image = scene.send(ADA, media("image", id, ""));
    assertThat(scene.statuses(image)).containsExactly("failed 131053");
    assertThat(scene.failure(image)).contains("$.image.id", "audio/mpeg", "image/png");
    assertThat(scene.statuses(scene.send(ADA, media("document", id, "")))).contains("delivered");
    upload("audio/mpeg", (16 << 20) + 1);
    assertThat(scene.statuses(scene.send(ADA, media("audio", id, ""))))
        .containsExactly("failed 131053");
    String cards =
        Kinds.linkCards()
            .replace("\"link\":\"https://files.olive.example/a.jpg\"", "\"id\":\"" + id + "\"");
    assertThat(scene.failure(scene.send(ADA, cards))).contains("cards[0].header.image.id");
  }

  private static String media(String type, String id, String more) {
    return "\"type\":\"%s\",\"%1$s\":{\"id\":\"%s\"%s}".formatted(type, id, more);
  }
}
