package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.GRACE;
import static dev.parley.server.sandbox.Scene.buttons;
import static dev.parley.server.sandbox.Scene.list;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.said;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.server.sandbox.Scene.Sent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhoneChatTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private static Wamid id(UserOutcome outcome) {
    return ((UserOutcome.Sent) outcome).id();
  }

  private static ApiError notOffered(UserOutcome outcome) {
    return ((UserOutcome.NotOffered) outcome).error();
  }

  private static ApiError invalid(UserOutcome outcome) {
    return ((UserOutcome.Invalid) outcome).error();
  }

  @Test
  void tapping_a_row_reaches_the_webhook_as_list_reply() {
    Sent sent = scene.send(ADA, list());
    Wamid reply = id(scene.answers(ADA).tap(sent.id(), "soup"));
    JsonObject told = scene.lastTold("messages");
    assertThat(told.get("id")).isEqualTo(Json.of(reply.value()));
    assertThat(told.get("from")).isEqualTo(Json.of(ADA.value()));
    assertThat(told.get("context"))
        .isEqualTo(Json.object("from", "15550100001", "id", sent.id().value()));
    assertThat(told.get("interactive"))
        .isEqualTo(
            object(
                """
                {"type":"list_reply",
                 "list_reply":{"id":"soup","title":"Soup","description":"Of the day"}}
                """));
  }

  @Test
  void an_older_message_can_be_tapped_again_and_lists_and_buttons_mix() {
    Sent list = scene.send(ADA, list());
    Sent buttons = scene.send(ADA, buttons());
    id(scene.answers(ADA).tap(buttons.id(), "no"));
    assertThat(scene.lastTold("messages").get("interactive"))
        .isEqualTo(
            object(
                "{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"no\",\"title\":\"No\"}}"));
    id(scene.answers(ADA).tap(list.id(), "fish"));
    id(scene.answers(ADA).tap(list.id(), "soup"));
    id(scene.answers(ADA).tap(buttons.id(), "no"));
    assertThat(scene.lastTold("messages").get("context")).asString().contains(buttons.id().value());
  }

  @Test
  void a_choice_that_is_not_shown_is_refused_with_those_that_are() {
    Sent sent = scene.send(ADA, list());
    ApiError error = notOffered(scene.answers(ADA).tap(sent.id(), "Soup"));
    assertThat(error.details()).contains("$.id is \"Soup\"", "\"soup\" (Soup), \"fish\" (Fish)");
    assertThat(
            notOffered(scene.answers(ADA).tap(scene.send(ADA, text("x")).id(), "soup")).details())
        .contains("(text) shows nothing to tap");
  }

  @Test
  void nobody_taps_what_is_not_on_the_phone_or_not_in_the_chat() {
    scene.change(ADA, "{\"online\":false}");
    Sent waiting = scene.send(ADA, list());
    assertThat(notOffered(scene.answers(ADA).tap(waiting.id(), "soup")).details())
        .contains("it is sent");
    Sent graces = scene.send(GRACE, list());
    assertThat(scene.answers(ADA).tap(graces.id(), "soup")).isInstanceOf(UserOutcome.Unknown.class);
    scene.chat(GRACE).delete(graces.id());
    assertThat(notOffered(scene.answers(GRACE).tap(graces.id(), "soup")).details())
        .contains("deleted");
  }

  @Test
  void a_location_answers_a_request_for_it_only() {
    Sent request =
        scene.send(
            ADA,
            """
            "type":"interactive","interactive":{"type":"location_request_message",
              "body":{"text":"Where?"},"action":{"name":"send_location"}}
            """);
    var home = new InboundContent.Location(38.71, -9.13, "Home", "12 Harbour Lane", null);
    id(scene.answers(ADA).sendLocation(request.id(), home));
    JsonObject told = scene.lastTold("messages");
    assertThat(told.get("context")).asString().contains(request.id().value());
    assertThat(told.get("location"))
        .isEqualTo(
            object(
                """
                {"latitude":38.71,"longitude":-9.13,"name":"Home","address":"12 Harbour Lane"}
                """));
    Sent list = scene.send(ADA, list());
    notOffered(scene.answers(ADA).sendLocation(list.id(), home));
  }

  @Test
  void a_cart_holds_what_the_message_offers_at_the_prices_of_the_catalog() {
    Sent menu =
        scene.send(
            ADA,
            """
            "type":"interactive","interactive":{"type":"product_list",
              "header":{"type":"text","text":"Menu"},"body":{"text":"Try"},
              "action":{"catalog_id":"300000000000001","sections":[{"title":"A",
                "product_items":[{"product_retailer_id":"sku-01"},
                  {"product_retailer_id":"sku-09"}]}]}}
            """);
    id(
        scene
            .answers(ADA)
            .order(
                menu.id(),
                object(
                    """
                    {"product_items":[{"product_retailer_id":"sku-01","quantity":2}],
                     "text":"no onions"}
                    """)));
    assertThat(scene.lastTold("messages").get("order"))
        .isEqualTo(
            object(
                """
                {"catalog_id":"300000000000001","text":"no onions","product_items":[
                  {"product_retailer_id":"sku-01","quantity":2,"item_price":12.50,
                   "currency":"USD"}]}
                """));
    ApiError error =
        invalid(
            scene
                .answers(ADA)
                .order(
                    menu.id(),
                    object(
                        """
                        {"product_items":[{"product_retailer_id":"sku-02","quantity":1},
                          {"product_retailer_id":"sku-01","quantity":0}]}
                        """)));
    assertThat(error.problems())
        .extracting(Problem::path)
        .containsExactly("$.product_items[0].product_retailer_id", "$.product_items[1].quantity");
  }

  @Test
  void a_reaction_of_the_user_is_told_replaced_and_taken_away() {
    Sent sent = scene.send(ADA, text("hi"));
    scene.chat(ADA).react(sent.id(), "👍");
    assertThat(scene.lastTold("messages").get("reaction"))
        .isEqualTo(Json.object("message_id", sent.id().value(), "emoji", "👍"));
    scene.chat(ADA).react(sent.id(), "❤️");
    assertThat(scene.bubble(ADA, sent.id()).get("reactions"))
        .hasToString("[{\"from\":\"user\",\"emoji\":\"❤️\"}]");
    scene.chat(ADA).react(sent.id(), "");
    assertThat(scene.lastTold("messages").get("reaction"))
        .isEqualTo(Json.object("message_id", sent.id().value()));
    assertThat(scene.bubble(ADA, sent.id()).get("reactions")).hasToString("[]");
    notOffered(scene.chat(ADA).react(sent.id(), ""));
  }

  @Test
  void the_user_reacts_to_messages_of_the_business_of_the_last_30_days() {
    Wamid own = scene.write(ADA, "mine");
    notOffered(scene.chat(ADA).react(own, "👍"));
    Sent old = scene.send(ADA, text("old"));
    scene.later(Duration.ofDays(30));
    id(scene.chat(ADA).react(old.id(), "👍"));
    scene.later(Duration.ofMillis(1));
    assertThat(notOffered(scene.chat(ADA).react(old.id(), "👍")).details()).contains("30 days");
  }

  @Test
  void a_reply_quotes_whoever_wrote_the_message() {
    Sent sent = scene.send(ADA, text("hi"));
    Wamid own = id(scene.chat(ADA).write(reply("answer", sent.id())));
    assertThat(scene.lastTold("messages").get("context"))
        .isEqualTo(Json.object("from", "15550100001", "id", sent.id().value()));
    id(scene.chat(ADA).write(reply("to myself", own)));
    assertThat(scene.lastTold("messages").get("context"))
        .isEqualTo(Json.object("from", ADA.value(), "id", own.value()));
    Wamid nowhere = Wamid.compose(new Wamid.Parts(ADA.value(), true, "0123456789ABCDEF01"));
    assertThat(invalid(scene.chat(ADA).write(reply("?", nowhere))).problems())
        .extracting(Problem::path)
        .containsExactly("$.context.id");
  }

  private static JsonObject reply(String words, Wamid to) {
    return object("{%s,\"context\":{\"id\":\"%s\"}}".formatted(text(words), to));
  }

  @Test
  void a_question_about_a_product_names_it() {
    id(scene.chat(ADA).write(question("sku-03")));
    assertThat(scene.lastTold("messages").get("context"))
        .asString()
        .contains("\"referred_product\"", "sku-03");
    assertThat(invalid(scene.chat(ADA).write(question("sku-77"))).problems())
        .extracting(Problem::path)
        .containsExactly("$.context.referred_product");
  }

  private static JsonObject question(String retailerId) {
    return object(
        """
        {"type":"text","text":{"body":"Is it hot?"},"context":{"referred_product":
          {"catalog_id":"300000000000001","product_retailer_id":"%s"}}}
        """
            .formatted(retailerId));
  }

  @Test
  void answers_have_calls_of_their_own() {
    JsonObject forged =
        object(
            """
            {"type":"interactive","interactive":{"type":"list_reply",
              "list_reply":{"id":"x","title":"Never shown"}}}
            """);
    assertThat(invalid(scene.chat(ADA).write(forged)).details()).contains("/tap");
  }

  @Test
  void an_opened_link_is_in_the_journal_and_told_to_nobody() {
    Sent sent =
        scene.send(
            ADA,
            """
            "type":"interactive","interactive":{"type":"cta_url","body":{"text":"Menu"},
              "action":{"name":"cta_url","parameters":{"display_text":"Open",
                "url":"https://example.test/menu"}}}
            """);
    scene.answers(ADA).openLink(sent.id(), 0);
    assertThat(scene.events(scene.number).getLast().body())
        .isEqualTo(new LinkOpened(sent.seq(), "https://example.test/menu"));
    assertThat(scene.lastWebhook().toString()).contains("\"delivered\"");
  }

  @Test
  void what_the_user_writes_offline_reaches_the_business_in_order_when_the_phone_is_back() {
    Sent list = scene.send(ADA, list());
    int before = scene.events(scene.number).size();
    scene.change(ADA, "{\"online\":false}");
    var first = (UserOutcome.Queued) scene.chat(ADA).write(said("first"));
    scene.answers(ADA).tap(list.id(), "fish");
    scene.chat(ADA).react(list.id(), "👍");
    scene.chat(ADA).read(list.id());
    var taken = (UserOutcome.Queued) scene.chat(ADA).write(said("taken back"));
    scene.chat(ADA).delete(taken.id());
    assertThat(scene.events(scene.number)).hasSize(before);
    assertThat(scene.bubble(ADA, first.id()).get("status")).isEqualTo(Json.of("queued"));
    assertThat(scene.bubble(ADA, list.id()).get("reactions")).asString().contains("👍");
    assertThat(scene.screen(ADA).get("unread")).isEqualTo(Json.of(0));

    scene.later(Duration.ofHours(20));
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.events(scene.number).subList(before, before + 4))
        .extracting(event -> event.body().toString())
        .satisfiesExactly(
            body -> assertThat(body).contains("first"),
            body -> assertThat(body).contains("ListReply", "fish"),
            body -> assertThat(body).contains("Reaction", "👍"),
            body -> assertThat(body).contains("StatusReported", "READ"));
    assertThat(scene.events(scene.number)).hasSize(before + 4);
    assertThat(scene.screen(ADA).toString()).doesNotContain("queued", "taken back");
    // The window counts from when it arrived.
    assertThat(JsonAt.at(scene.screen(ADA), "window", "expires_at"))
        .isEqualTo(Json.of("2026-11-26T14:42:15.123Z"));
  }

  @Test
  void the_screen_shows_both_sides_oldest_first() {
    Sent sent = scene.send(ADA, list());
    scene.answers(ADA).tap(sent.id(), "soup");
    assertThat(JsonAt.items(scene.screen(ADA), "messages"))
        .extracting(each -> JsonAt.at(each, "direction").toString())
        .containsExactly("\"in\"", "\"out\"", "\"in\"");
    assertThat(scene.network.view(ADA, scene.number).show(1).get("messages"))
        .asString()
        .contains("list_reply");
    JsonObject bubble = scene.bubble(ADA, sent.id());
    assertThat(bubble.get("type")).isEqualTo(Json.of("interactive"));
    assertThat(bubble.get("interactive")).asString().contains("\"type\":\"list\"", "Of the day");
    assertThat(bubble.get("status")).isEqualTo(Json.of("delivered"));
    assertThat(bubble.get("timestamp")).isEqualTo(Json.of("1795545735"));
  }
}
