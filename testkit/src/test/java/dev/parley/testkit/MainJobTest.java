package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.MessagesClient;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.message.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, by HTTP alone: what a bot sends reaches the phone, what the user does comes back.
class MainJobTest {
  private static final Instant START = Instant.parse("2026-11-24T18:40:00Z");

  private static final String MENU =
      """
      {"messaging_product":"whatsapp","to":"%s","type":"interactive","interactive":{"type":"list",
       "header":{"type":"text","text":"Dinner"},"body":{"text":"What would you like?"},
       "footer":{"text":"Prices include tax"},"action":{"button":"See the menu","sections":[
        {"title":"Pizzas","rows":[{"id":"margherita","title":"Margherita","description":"Basil"},
                                  {"id":"diavola","title":"Diavola"}]},
        {"title":"Small plates","rows":[{"id":"olives","title":"Warm olives 🫒"}]}]}}}\
      """;

  @TempDir Path data;
  private Sandbox sandbox;
  private Inbox inbox;
  private Sandbox.Phone ada;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(data, START);
    inbox = Inbox.open();
    sandbox.deliverTo(inbox);
    ada = sandbox.phone(Sandbox.ADA);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    inbox.close();
  }

  @Test
  void a_list_appears_on_the_phone_and_the_tapped_row_comes_back_signed() {
    Wamid list = send(MENU.formatted(Sandbox.ADA));
    assertThat(text(inbox.next().item(), "status")).isEqualTo("sent");
    assertThat(text(inbox.next().item(), "status")).isEqualTo("delivered");
    JsonObject bubble = ada.screen().getLast();
    assertThat(text(bubble, "id")).isEqualTo(list.value());
    assertThat(String.valueOf(bubble.get("interactive"))).contains("Warm olives 🫒");

    Wamid tap = ada.taps(list, "olives");

    Inbox.Delivered webhook = inbox.next();
    assertThat(webhook.isSignedWith(Sandbox.APP_SECRET)).isTrue();
    JsonObject message = webhook.item();
    assertThat(text(message, "id")).isEqualTo(tap.value());
    assertThat(text(message, "from")).isEqualTo(Sandbox.ADA);
    assertThat(message.get("interactive"))
        .isEqualTo(
            JsonReader.read(
                    """
                    {"type":"list_reply","list_reply":{"id":"olives","title":"Warm olives 🫒"}}\
                    """)
                .orThrow());
    assertThat(message.get("context"))
        .isEqualTo(Json.object("from", "15550100001", "id", list.value()));
    assertThat(webhook.toString()).contains("\\ud83e\\uded2").isASCII();
  }

  @Test
  void a_list_may_be_opened_again_and_another_row_chosen() {
    Wamid list = send(MENU.formatted(Sandbox.ADA));
    ada.taps(list, "olives");
    ada.taps(list, "diavola");
    assertThat(text(inbox.next(MainJobTest::isMessage).item(), "id")).startsWith("wamid.");
    assertThat(inbox.next(MainJobTest::isMessage).item().toString()).contains("\"diavola\"");
  }

  @Test
  void a_cart_from_the_shop_comes_with_the_catalogs_prices() {
    String cart =
        """
        {"type":"order","order":{"catalog_id":"300000000000001","product_items":[
         {"product_retailer_id":"%s","quantity":2,"item_price":0.01,"currency":"USD"}]}}\
        """;
    String path = "/sandbox/handsets/" + Sandbox.ADA + "/chats/" + Sandbox.NUMBER + "/messages";
    sandbox.call("POST", path, JsonReader.read(cart.formatted("sku-01")).orThrow()).require(201);
    assertThat(String.valueOf(inbox.next().item().get("order"))).contains("\"item_price\":12.5");
    Sandbox.Answer unknown =
        sandbox.call("POST", path, JsonReader.read(cart.formatted("sku-99")).orThrow());
    assertThat(unknown.require(400).body().toString())
        .contains("$.order.product_items[0].product_retailer_id", "sku-99");
  }

  @Test
  void statuses_of_a_message_come_in_order_and_the_read_receipt_last() {
    Wamid first = send(textTo(Sandbox.ADA, "one"));
    Wamid second = send(textTo(Sandbox.ADA, "two"));
    assertThat(List.of(status(), status(), status(), status()))
        .containsExactly(
            first + " sent", first + " delivered", second + " sent", second + " delivered");
    ada.reads(second);
    assertThat(List.of(status(), status())).containsExactly(first + " read", second + " read");
  }

  @Test
  void the_window_closes_to_the_second_and_a_word_of_the_user_opens_it_again() {
    sandbox.advance(Duration.ofHours(24).minusSeconds(1));
    Wamid inTime = send(textTo(Sandbox.ADA, "in time"));
    assertThat(status()).isEqualTo(inTime + " sent");
    sandbox.advance(Duration.ofSeconds(1));

    Wamid late = send(textTo(Sandbox.ADA, "late"));

    assertThat(status()).isEqualTo(inTime + " delivered");
    JsonObject failed = inbox.next().item();
    assertThat(text(failed, "id") + text(failed, "status")).isEqualTo(late + "failed");
    assertThat(String.valueOf(failed.get("errors")))
        .contains("131047", "Re-engagement message", "more than 24 hours have passed");

    ada.writes("Hello?");
    Wamid again = send(textTo(Sandbox.ADA, "welcome back"));
    inbox.next(MainJobTest::isMessage);
    assertThat(status()).isEqualTo(again + " sent");
  }

  @Test
  void what_was_sent_to_an_offline_phone_arrives_when_it_comes_back() {
    ada.goes(false);
    Wamid first = send(textTo(Sandbox.ADA, "one"));
    Wamid second = send(textTo(Sandbox.ADA, "two"));
    assertThat(List.of(status(), status())).containsExactly(first + " sent", second + " sent");
    ada.goes(true);
    assertThat(List.of(status(), status()))
        .containsExactly(first + " delivered", second + " delivered");
  }

  @Test
  void a_bot_that_was_down_gets_everything_in_order_later() {
    inbox.answers(503);
    Wamid word = ada.writes("one");
    ada.writes("two");
    inbox.answers(200);
    sandbox.advance(Duration.ofSeconds(6));
    assertThat(text(inbox.next().item(), "id")).isEqualTo(word.value());
    assertThat(inbox.next().item().toString()).contains("two");
  }

  @Test
  void a_restart_loses_nothing_that_was_pending() {
    inbox.answers(503);
    Wamid word = ada.writes("before the restart");
    sandbox.close();
    sandbox = Sandbox.start(data, START.plusSeconds(1));
    inbox.answers(200);
    sandbox.advance(Duration.ofMinutes(1));
    assertThat(text(inbox.next().item(), "id")).isEqualTo(word.value());
    assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString())
        .contains("before the restart");
  }

  @Test
  void a_reset_leads_back_to_the_first_world_with_new_ids() {
    Wamid before = send(textTo(Sandbox.ADA, "one"));
    sandbox.call("POST", "/sandbox/reset", JsonObject.empty()).require(200);
    assertThat(ada.screen()).hasSize(1);
    sandbox.deliverTo(inbox);
    Wamid after = send(textTo(Sandbox.ADA, "one"));
    assertThat(after).isNotEqualTo(before);
    assertThat(inbox.next(d -> d.toString().contains(after.value())).toString()).contains("sent");
  }

  @Test
  void calls_during_a_reset_are_answered_by_the_old_world_or_the_new_one() throws Exception {
    var statuses = java.util.concurrent.ConcurrentHashMap.<Integer>newKeySet();
    try (var callers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 4; caller++) {
        callers.execute(() -> {
          for (int i = 0; i < 50; i++) {
            statuses.add(
                sandbox
                    .call(
                        "POST",
                        "/messages",
                        JsonReader.read(
                                textTo(Sandbox.GRACE, "hello").getBytes(StandardCharsets.UTF_8))
                            .orThrow())
                    .status());
          }
        });
      }
      for (int i = 0; i < 5; i++) {
        sandbox.call("POST", "/sandbox/reset", JsonObject.empty()).require(200);
      }
    }
    assertThat(statuses).containsOnly(200);
  }

  @Test
  void two_worlds_in_one_process_share_nothing(@TempDir Path other) {
    try (Sandbox second = Sandbox.start(other, START.plusSeconds(86_400 * 3))) {
      send(textTo(Sandbox.ADA, "only here"));
      assertThat(ada.screen()).hasSize(2);
      assertThat(second.phone(Sandbox.ADA).screen()).hasSize(1);
      second.advance(Duration.ofDays(2));
      assertThat(sandbox.now()).isEqualTo(START);
    }
  }

  @Test
  void the_newest_events_can_be_asked_for_alone() {
    for (int i = 0; i < 5; i++) {
      ada.writes("word " + i);
    }
    String chat = "&number=" + Sandbox.NUMBER + "&chat=" + Sandbox.ADA;
    String newest = sandbox.get("/sandbox/events?last=2" + chat).require(200).body().toString();
    assertThat(newest).contains("word 3", "word 4").doesNotContain("word 2");
    sandbox.get("/sandbox/events?last=none").require(400);
  }

  @Test
  void further_worlds_have_the_same_ids_and_share_nothing() {
    assertThat(
            sandbox.call("POST", "/sandbox/worlds", Json.object("name", "one")).require(201).body())
        .isEqualTo(Json.object("name", "one", "base_url", sandbox.url() + "/w/one"));
    sandbox
        .call("POST", "/w/one/messages", JsonReader.read(textTo(Sandbox.ADA, "there")).orThrow())
        .require(200);
    String chat = "/sandbox/handsets/" + Sandbox.ADA + "/chats/" + Sandbox.NUMBER;
    assertThat(sandbox.get("/w/one" + chat).require(200).body().toString()).contains("there");
    assertThat(sandbox.get(chat).body().toString()).doesNotContain("there");
    sandbox.call("POST", "/sandbox/worlds", Json.object("name", "one")).require(409);
    sandbox.call("POST", "/sandbox/worlds", Json.object("name", "No!")).require(400);
    sandbox.call("DELETE", "/sandbox/worlds/one", JsonObject.empty()).require(200);
    sandbox.get("/w/one/sandbox").require(404);
  }

  @Test
  void the_sdk_sends_and_says_what_is_wrong() throws Exception {
    MessagesClient client = sandbox.client();
    Wamid sent = client.send("+1 555 010 0101", new Text("Hello", false));
    assertThat(text(ada.screen().getLast(), "id")).isEqualTo(sent.value());
    Wamid word = ada.writes("Hi again");
    client.markRead(word);
    assertThat(text(ada.screen().getLast(), "status")).isEqualTo("read");
    Assertions.assertThatThrownBy(() -> client.send("15550100001", new Text("me", false)))
        .isInstanceOfSatisfying(
            MessagesClient.Refused.class, refused -> assertThat(refused.code()).isEqualTo(131021));
  }

  private Wamid send(String body) {
    JsonObject answer =
        sandbox
            .call(
                "POST",
                "/messages",
                JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).orThrow())
            .require(200)
            .object();
    String id = answer.toString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    return new Wamid(id);
  }

  private static String textTo(String to, String text) {
    return """
    {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"%s"}}\
    """
        .formatted(to, text);
  }

  private String status() {
    JsonObject item = inbox.next().item();
    return text(item, "id") + " " + text(item, "status");
  }

  private static boolean isMessage(Inbox.Delivered delivered) {
    return delivered.value().has("messages");
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof dev.parley.protocol.json.JsonString(var value) ? value : "";
  }
}
