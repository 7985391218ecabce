package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.server.sandbox.ApiScene.Answer;
import dev.parley.server.sandbox.Scene.Sent;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to messages made from templates: by the template's state when they are sent, and on
/// the phone afterwards.
class TemplateMessagesTest {
  private static final String PICTURE =
      "{'type':'header','parameters':[{'type':'image','image':{'link':'https://olive.example/a.png'}}]}";

  private final ApiScene api = new ApiScene();
  private final Scene scene = api.scene;

  TemplateMessagesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  private static String message(String name, String components) {
    return "'type':'template','template':{'name':'%s','language':{'code':'en_US'},'components':[%s]}"
        .formatted(name, components)
        .replace('\'', '"');
  }

  private StoredTemplate template(String name) {
    return scene.templates.find(scene.number.business(), name, "en_US").orElseThrow();
  }

  private JsonObject rendered(Sent message) {
    return (JsonObject) JsonAt.at(scene.bubble(ADA, message.id()), "rendered");
  }

  private static String texts(String type, String... values) {
    return "{'type':'%s','parameters':[%s]}"
        .formatted(
            type,
            String.join(
                ",",
                List.of(values).stream()
                    .map(value -> "{'type':'text','text':'%s'}".formatted(value))
                    .toList()));
  }

  private static String update(String orderId) {
    return message(
        "order_update",
        texts("header", orderId)
            + ","
            + texts("body", "Ada", "7 pm")
            + ",{'type':'button','sub_type':'quick_reply','index':1,"
            + "'parameters':[{'type':'payload','payload':'help-%s'}]},".formatted(orderId)
            + "{'type':'button','sub_type':'url','index':2,'parameters':[{'type':'text','text':'%s'}]}"
                .formatted(orderId));
  }

  private static String button(String kind, String action) {
    return "{'type':'button','sub_type':'%s','index':0,'parameters':[{'type':'action','action':{%s}}]}"
        .formatted(kind, action);
  }

  private JsonObject told() {
    return scene.lastTold("messages");
  }

  private static void isSent(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 132001",
    "REJECTED, 132001",
    "PENDING_DELETION, 132001",
    "ARCHIVED, 132001",
    "PAUSED, 132015",
    "DISABLED, 132016"
  })
  void only_an_approved_template_is_sent(TemplateStatus status, int code) {
    scene.templates.save(template("hello_world").with(status, "NONE"));
    ApiError error = scene.refused(ADA, message("hello_world", ""));
    assertThat(error.code().number()).isEqualTo(code);
    assertThat(error.problems()).extracting(Problem::path).containsExactly("$.template.name");
    scene.templates.save(template("hello_world").with(TemplateStatus.APPROVED, "NONE"));
    scene.accept(ADA, message("hello_world", ""));
  }

  @Test
  void the_phone_shows_what_was_sent_after_the_template_was_edited_or_deleted() {
    Sent sent = scene.send(ADA, update("42"));
    JsonObject before = rendered(sent);
    assertThat(before.get("header")).isEqualTo(Json.of("Order 42"));
    assertThat(before.get("buttons"))
        .asString()
        .contains("https://example.com/orders/42", "help-42");
    scene.templates.edit(
        template("order_update"),
        TemplateDefinitionReader.read(
                object(
                    """
                    {"name":"order_update","language":"en_US","category":"UTILITY",
                     "components":[{"type":"BODY","text":"All is new."}]}
                    """))
            .orThrow());
    assertThat(rendered(sent)).isEqualTo(before);
    assertThat(rendered(scene.send(ADA, message("order_update", ""))))
        .isEqualTo(object("{\"body\":\"All is new.\"}"));
    scene.templates.delete(List.of(template("order_update")), template -> false);
    assertThat(rendered(sent)).isEqualTo(before);
    assertThat(scene.refused(ADA, message("order_update", "")).code().number()).isEqualTo(132001);
  }

  @Test
  void a_quick_reply_is_told_as_a_button_with_its_payload() throws Exception {
    Sent sent = scene.send(ADA, update("42"));
    isSent(api.act(ADA, sent, "tap", "{\"id\":\"help-42\"}"));
    assertThat(told().get("type")).isEqualTo(Json.of("button"));
    assertThat(told().get("button"))
        .isEqualTo(object("{\"payload\":\"help-42\",\"text\":\"I need help\"}"));
    assertThat(JsonAt.at(told(), "context", "id")).isEqualTo(Json.of(sent.id().value()));
    isSent(api.act(ADA, sent, "tap", "{\"id\":\"Thank you\"}"));
    assertThat(told().get("button"))
        .isEqualTo(object("{\"payload\":\"Thank you\",\"text\":\"Thank you\"}"));
    Answer wrong = api.act(ADA, sent, "tap", "{\"id\":\"no\"}");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.details()).contains("help-42", "Thank you");
    assertThat(api.act(ADA, sent, "link", "").status()).isEqualTo(200);
    assertThat(api.act(ADA, sent, "flow", "{\"response\":{}}").details())
        .contains("does not open a flow", "to tap; a link to open");
  }

  @Test
  void a_quick_reply_of_a_template_that_is_gone_still_works() throws Exception {
    Sent sent = scene.send(ADA, update("42"));
    scene.templates.delete(List.of(template("order_update")), template -> false);
    isSent(api.act(ADA, sent, "tap", "{\"id\":\"help-42\"}"));
  }

  @Test
  void carts_are_filled_from_templates() throws Exception {
    String two = "{\"product_items\":[{\"product_retailer_id\":\"sku-02\",\"quantity\":2}]}";
    Sent menu = scene.send(ADA, message("our_menu", texts("body", "Ada")));
    isSent(api.act(ADA, menu, "order", two));
    assertThat(told().get("order")).asString().contains("sku-02", "14.00", "300000000000001");
    String sections =
        "'sections':[{'title':'A','product_items':[{'product_retailer_id':'sku-02'},{'product_retailer_id':'gone'}]}]";
    Sent picks =
        scene.send(
            ADA,
            message(
                "chef_picks",
                texts("header", "Ada") + "," + texts("body", "X") + "," + button("mpm", sections)));
    isSent(api.act(ADA, picks, "order", two));
    assertThat(api.act(ADA, picks, "order", two.replace("sku-02", "sku-01")).status())
        .isEqualTo(400);
    assertThat(
            scene
                .refused(
                    ADA,
                    message(
                        "chef_picks",
                        texts("header", "Ada")
                            + ","
                            + texts("body", "X")
                            + ","
                            + button("mpm", sections.replace("sku-02", "none"))))
                .details())
        .contains("Products not found in FB Catalog");
    String product =
        "{'type':'header','parameters':[{'type':'product','product':{'product_retailer_id':'%s','catalog_id':'300000000000001'}}]}";
    Sent dish =
        scene.send(
            ADA,
            message("dish_of_the_day", product.formatted("sku-02") + "," + texts("body", "Ada")));
    isSent(api.act(ADA, dish, "order", two));
    assertThat(
            scene
                .refused(
                    ADA,
                    message(
                        "dish_of_the_day", product.formatted("nope") + "," + texts("body", "Ada")))
                .problems())
        .extracting(Problem::path)
        .containsExactly("$.template.components[0].parameters[0].product.product_retailer_id");
  }

  @Test
  void a_flow_of_a_template_comes_back_with_its_token() throws Exception {
    Sent flow =
        scene.send(ADA, message("book_a_table", button("flow", "'flow_token':'booking-7'")));
    isSent(api.act(ADA, flow, "flow", "{\"response\":{\"seats\":2}}"));
    assertThat(JsonAt.at(told(), "interactive", "nfm_reply", "response_json"))
        .isEqualTo(Json.of("{\"flow_token\":\"booking-7\",\"seats\":2}"));
  }

  @Test
  void a_permission_to_call_is_asked_by_a_template_too() throws Exception {
    Sent ask = scene.send(ADA, message("may_we_call", texts("body", "4711")));
    isSent(api.act(ADA, ask, "call_permission", "{\"response\":\"reject\"}"));
    assertThat(told().get("interactive")).asString().contains("call_permission_reply", "reject");
  }

  @Test
  void a_template_costs_what_its_category_says() {
    assertThat(pricing(message("new_dish", PICTURE + "," + texts("body", "Soup"))))
        .isEqualTo(
            object(
                """
                {"billable":true,"pricing_model":"PMP","category":"marketing","type":"regular"}
                """));
    assertThat(pricing(message("hello_world", ""))).asString().contains("utility", "false");
    String code =
        texts("body", "1234")
            + ",{'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'1234'}]}";
    assertThat(pricing(message("login_code", code))).asString().contains("authentication", "true");
  }

  @Test
  void outside_the_window_each_category_costs() {
    scene.later(Duration.ofHours(25));
    for (String category : List.of("utility", "marketing", "authentication")) {
      assertThat(pricing(ofCategory(category)))
          .asString()
          .contains("\"billable\":true", "\"type\":\"regular\"", "\"category\":\"" + category);
    }
  }

  private static String ofCategory(String category) {
    return switch (category) {
      case "marketing" -> message("new_dish", PICTURE + "," + texts("body", "Soup"));
      case "authentication" ->
          message(
              "login_code",
              texts("body", "1234")
                  + ",{'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'1234'}]}");
      default -> message("hello_world", "");
    };
  }

  private JsonObject pricing(String message) {
    scene.send(ADA, message);
    return (JsonObject) JsonAt.at(scene.lastTold("statuses"), "pricing");
  }

  @Test
  void the_picture_of_a_header_must_be_there() {
    String unknown = PICTURE.replace("'link':'https://olive.example/a.png'", "'id':'77'");
    assertThat(
            scene
                .refused(ADA, message("new_dish", unknown + "," + texts("body", "Soup")))
                .problems())
        .extracting(Problem::path)
        .containsExactly("$.template.components[0].parameters[0].image.id");
  }
}
