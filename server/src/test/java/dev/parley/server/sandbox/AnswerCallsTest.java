package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.list;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.sandbox.ApiScene.Answer;
import dev.parley.server.sandbox.Scene.Sent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a user answers, call by call.
class AnswerCallsTest {
  private final ApiScene api = new ApiScene();
  private final Scene scene = api.scene;

  AnswerCallsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  private Answer act(Sent message, String verb, String body) throws Exception {
    return api.act(ADA, message, verb, body);
  }

  private JsonObject told() {
    return scene.lastTold("messages");
  }

  private static void isSent(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  @Test
  void a_quick_reply_on_a_card_is_told_as_a_button_reply() throws Exception {
    Sent cards = scene.send(ADA, Kinds.replyCards());
    isSent(act(cards, "tap", "{\"id\":\"more-1\"}"));
    assertThat(told().get("interactive"))
        .isEqualTo(
            object(
                """
                {"type":"button_reply","button_reply":{"id":"more-1","title":"More"}}
                """));
    assertThat(told().get("context")).asString().contains(cards.id().value());
    Answer wrong = act(cards, "tap", "{\"id\":\"more-2\"}");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.details()).contains("more-0", "more-1");
    assertThat(act(cards, "link", "").details()).contains("does not have a link", "to tap");
  }

  /// What waits for a message must not hold the phone, which the message needs to arrive. Which of
  /// the two comes first is left to chance, hence the rounds.
  @Test
  void an_answer_that_waits_for_its_message_lets_it_arrive() throws Exception {
    try (ExecutorService user = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 50; round++) {
        Sent onItsWay = scene.accept(ADA, text("Hi"));
        Future<Answer> reaction =
            user.submit(() -> act(onItsWay, "reaction", "{\"emoji\":\"👍\"}"));
        if (round % 2 == 0) {
          Thread.onSpinWait();
        } else {
          api.get(ApiScene.chat(ADA));
        }
        scene.carry(onItsWay);
        isSent(reaction.get());
      }
    }
  }

  @Test
  void each_card_has_a_link_of_its_own() throws Exception {
    Sent cards = scene.send(ADA, Kinds.linkCards());
    assertThat(act(cards, "link", "{\"card\":1}").status()).isEqualTo(200);
    assertThat(scene.events(scene.number).getLast().body())
        .isEqualTo(new LinkOpened(cards.seq(), "https://olive.example/1"));
    assertThat(act(cards, "link", "").status()).isEqualTo(200);
    assertThat(scene.events(scene.number).getLast().body())
        .isEqualTo(new LinkOpened(cards.seq(), "https://olive.example/0"));
    Answer beyond = act(cards, "link", "{\"card\":2}");
    assertThat(beyond.status()).isEqualTo(409);
    assertThat(beyond.paths()).containsExactly("\"$.card\"");
    for (String bad : List.of("{\"card\":-1}", "{\"card\":1.5}", "{\"card\":\"1\"}", "[]")) {
      assertThat(act(cards, "link", bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(act(cards, "tap", "{\"id\":\"x\"}").details()).contains("2 links to open");
  }

  @Test
  void a_cart_is_filled_from_the_whole_catalog() throws Exception {
    Sent catalog = scene.send(ADA, Kinds.catalogMessage("sku-03"));
    isSent(
        act(
            catalog,
            "order",
            """
            {"product_items":[{"product_retailer_id":"sku-12","quantity":2}]}
            """));
    assertThat(told().get("order"))
        .isEqualTo(
            object(
                """
                {"catalog_id":"300000000000001","text":"","product_items":[
                  {"product_retailer_id":"sku-12","quantity":2,"item_price":7.00,"currency":"USD"}]}
                """));
    Answer unknown =
        act(
            catalog,
            "order",
            """
            {"product_items":[{"product_retailer_id":"sku-13","quantity":2}]}
            """);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.paths()).containsExactly("\"$.product_items[0].product_retailer_id\"");
  }

  @Test
  void a_cart_is_filled_from_product_cards_with_what_they_show() throws Exception {
    Sent cards = scene.send(ADA, Kinds.productCards("sku-01", "sku-02"));
    isSent(
        act(
            cards,
            "order",
            """
            {"product_items":[{"product_retailer_id":"sku-02","quantity":1}],"text":"hot"}
            """));
    assertThat(told().get("order")).asString().contains("sku-02", "14.00", "hot");
    assertThat(
            act(
                    cards,
                    "order",
                    """
                    {"product_items":[{"product_retailer_id":"sku-03","quantity":1}]}
                    """)
                .details())
        .contains("sku-01, sku-02");
  }

  @Test
  void a_permission_to_call_lasts_seven_days_unless_it_is_permanent() throws Exception {
    Sent request = scene.send(ADA, Kinds.callPermission());
    isSent(act(request, "call_permission", "{\"response\":\"accept\"}"));
    JsonObject reply = (JsonObject) JsonAt.at(told(), "interactive", "call_permission_reply");
    assertThat(reply.get("response")).isEqualTo(Json.of("accept"));
    assertThat(reply.get("response_source")).isEqualTo(Json.of("user_action"));
    assertThat(reply.get("is_permanent")).isEqualTo(Json.of(false));
    long seconds = Scene.START.plus(PhoneAnswers.CALL_PERMISSION_LENGTH).getEpochSecond();
    assertThat(reply.get("expiration_timestamp")).asString().contains(Long.toString(seconds));
    assertThat(told().get("context")).asString().contains(request.id().value());

    isSent(act(request, "call_permission", "{\"response\":\"accept\",\"is_permanent\":true}"));
    reply = (JsonObject) JsonAt.at(told(), "interactive", "call_permission_reply");
    assertThat(reply.get("is_permanent")).isEqualTo(Json.of(true));
    assertThat(reply.get("expiration_timestamp")).isNull();

    isSent(act(request, "call_permission", "{\"response\":\"reject\"}"));
    reply = (JsonObject) JsonAt.at(told(), "interactive", "call_permission_reply");
    assertThat(reply.get("response")).isEqualTo(Json.of("reject"));
    assertThat(reply.get("expiration_timestamp")).isNull();
    for (String bad :
        List.of(
            "{}", "{\"response\":\"later\"}", "{\"response\":\"reject\",\"is_permanent\":true}")) {
      assertThat(act(request, "call_permission", bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void contact_info_is_the_users_own_card() throws Exception {
    Sent request = scene.send(ADA, Kinds.contactInfo());
    isSent(act(request, "contact", ""));
    assertThat(told().get("type")).isEqualTo(Json.of("contacts"));
    JsonObject card = (JsonObject) JsonAt.at(told(), "contacts", 0);
    assertThat(card.get("origin")).isEqualTo(Json.of("contact_request"));
    assertThat(card.get("vcard")).isNull();
    assertThat(JsonAt.at(card, "name", "formatted_name")).isEqualTo(Json.of("Ada"));
    assertThat(JsonAt.at(card, "phones", 0, "wa_id")).isEqualTo(Json.of(ADA.value()));
    isSent(act(request, "contact", "{}"));
  }

  @Test
  void a_flow_comes_back_with_its_token_before_the_answers() throws Exception {
    Sent flow = scene.send(ADA, Kinds.flow("booking-7", "draft"));
    isSent(act(flow, "flow", "{\"response\":{\"seats\":2,\"flow_token\":\"forged\"}}"));
    JsonObject reply = (JsonObject) JsonAt.at(told(), "interactive", "nfm_reply");
    assertThat(reply)
        .isEqualTo(
            Json.object(
                "response_json", "{\"flow_token\":\"booking-7\",\"seats\":2}",
                "body", "Sent",
                "name", "flow"));
    Sent untold = scene.send(ADA, Kinds.flow("", "published"));
    isSent(act(untold, "flow", "{\"response\":{}}"));
    assertThat(JsonAt.at(told(), "interactive", "nfm_reply", "response_json"))
        .isEqualTo(Json.of("{\"flow_token\":\"unused\"}"));
    assertThat(act(flow, "flow", "{}").paths()).containsExactly("\"$.response\"");
    assertThat(
            act(flow, "flow", "{\"response\":{\"a\":\"%s\"}}".formatted("x".repeat(70_000)))
                .paths())
        .containsExactly("\"$.response\"");
  }

  @Test
  void a_voice_note_is_played_once_and_read_before() throws Exception {
    Sent text = scene.send(ADA, text("listen"));
    Sent note = scene.send(ADA, Kinds.audio(true));
    assertThat(act(note, "played", "").status()).isEqualTo(200);
    assertThat(act(note, "played", "{}").status()).isEqualTo(200);
    assertThat(scene.statuses(text)).containsExactly("sent", "delivered", "read");
    assertThat(scene.statuses(note)).containsExactly("sent", "delivered", "read", "played");
    assertThat(scene.lastTold("statuses").get("status")).isEqualTo(Json.of("played"));
    Sent song = scene.send(ADA, Kinds.audio(false));
    assertThat(act(song, "played", "").status()).isEqualTo(409);
    assertThat(act(text, "played", "").details()).contains("does not hold a voice note");
  }

  @Test
  void playing_is_told_where_reading_is_not() throws Exception {
    scene.change(ADA, "{\"read_receipts\":false}");
    Sent note = scene.send(ADA, Kinds.audio(true));
    act(note, "played", "");
    assertThat(scene.statuses(note)).containsExactly("sent", "delivered", "played");
  }

  @Test
  void what_is_played_offline_is_told_later_and_once() throws Exception {
    Sent note = scene.send(ADA, Kinds.audio(true));
    scene.change(ADA, "{\"online\":false}");
    act(note, "played", "");
    act(note, "played", "");
    assertThat(scene.statuses(note)).containsExactly("sent", "delivered");
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(note)).containsExactly("sent", "delivered", "read", "played");
  }

  @Test
  void what_a_message_does_not_offer_is_refused_with_what_it_does() throws Exception {
    Sent plain = scene.send(ADA, text("hi"));
    Sent list = scene.send(ADA, list());
    Sent call = scene.send(ADA, Kinds.voiceCall());
    for (String[] each :
        new String[][] {
          {"tap", "{\"id\":\"x\"}"},
          {"order", "{}"},
          {"location", "{\"latitude\":1,\"longitude\":2}"},
          {"address", "{}"},
          {"call_permission", "{\"response\":\"accept\"}"},
          {"contact", ""},
          {"flow", "{\"response\":{}}"},
          {"link", ""},
          {"played", ""}
        }) {
      Answer refused = act(plain, each[0], each[1]);
      assertThat(refused.status()).as(each[0]).isEqualTo(409);
      assertThat(refused.details()).as(each[0]).contains("(text)", "it offers nothing to answer");
      if (!each[0].equals("tap")) {
        assertThat(act(list, each[0], each[1]).details())
            .as(each[0])
            .contains("(interactive list)", "(Soup)", "to tap");
      }
      assertThat(act(call, each[0], each[1]).details()).contains("to call the business");
    }
    assertThat(scene.lastWebhook().toString()).contains("\"delivered\"");
  }

  @Test
  void the_answers_to_kinds_wait_on_an_offline_phone_too() throws Exception {
    Sent flow = scene.send(ADA, Kinds.flow("t", "published"));
    Sent request = scene.send(ADA, Kinds.callPermission());
    Sent contact = scene.send(ADA, Kinds.contactInfo());
    scene.change(ADA, "{\"online\":false}");
    assertThat(act(flow, "flow", "{\"response\":{\"a\":1}}").body().get("status"))
        .isEqualTo(Json.of("queued"));
    act(request, "call_permission", "{\"response\":\"accept\"}");
    act(contact, "contact", "");
    assertThat(scene.screen(ADA).get("messages")).asString().contains("nfm_reply", "queued");
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.screen(ADA).get("messages"))
        .asString()
        .contains("nfm_reply", "call_permission_reply", "contact_request")
        .doesNotContain("queued");
  }
}
