package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.GRACE;
import static dev.parley.server.sandbox.Scene.buttons;
import static dev.parley.server.sandbox.Scene.list;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.reaction;
import static dev.parley.server.sandbox.Scene.template;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Sender;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.server.sandbox.Scene.Sent;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxNetworkTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void a_message_is_sent_and_delivered_at_once_and_read_when_somebody_says_so() {
    Sent sent = scene.send(ADA, list());
    assertThat(scene.statuses(sent)).containsExactly("sent", "delivered");
    scene.chat(ADA).read(sent.id());
    assertThat(scene.statuses(sent)).containsExactly("sent", "delivered", "read");
  }

  @Test
  void a_message_that_is_carried_twice_is_reported_once() {
    Sent sent = scene.carry(scene.send(ADA, text("hi")));
    assertThat(scene.statuses(sent)).containsExactly("sent", "delivered");
  }

  @Test
  void the_window_closes_to_the_millisecond_24_hours_after_the_users_last_words() {
    scene.later(DAY.minusMillis(1));
    assertThat(scene.statuses(scene.send(ADA, list()))).containsExactly("sent", "delivered");
    scene.later(Duration.ofMillis(1));
    Sent late = scene.send(ADA, list());
    assertThat(scene.statuses(late)).containsExactly("failed 131047");
    assertThat(scene.bubble(ADA, late.id()).get("failure"))
        .isEqualTo(
            Json.object(
                "code",
                131047,
                "title",
                "Re-engagement message",
                "details",
                "Message failed to send because more than 24 hours have passed since the"
                    + " customer last replied to this number."));
  }

  @Test
  void the_window_is_that_of_the_time_when_the_message_was_accepted() {
    scene.later(DAY.minusSeconds(1));
    Sent inTime = scene.accept(ADA, text("just in time"));
    scene.later(Duration.ofSeconds(5));
    assertThat(scene.statuses(scene.carry(inTime))).containsExactly("sent", "delivered");
  }

  @Test
  void a_tap_or_a_reaction_opens_the_window_again() {
    Sent sent = scene.send(ADA, list());
    scene.later(DAY.plusHours(1));
    assertThat(scene.statuses(scene.send(ADA, text("a")))).containsExactly("failed 131047");
    scene.answers(ADA).tap(sent.id(), "soup");
    assertThat(scene.statuses(scene.send(ADA, text("b")))).containsExactly("sent", "delivered");
    scene.later(DAY);
    scene.chat(ADA).react(sent.id(), "👍");
    assertThat(scene.statuses(scene.send(ADA, text("c")))).containsExactly("sent", "delivered");
  }

  @Test
  void each_number_has_a_window_of_its_own() {
    scene.later(DAY);
    scene.write(ADA, "are you there?");
    assertThat(scene.statuses(scene.send(scene.second, ADA, text("x"))))
        .containsExactly("failed 131047");
    assertThat(scene.statuses(scene.send(ADA, text("x")))).containsExactly("sent", "delivered");
  }

  @Test
  void a_template_passes_a_closed_window_and_then_it_costs() {
    Sent inside = scene.send(ADA, template());
    assertThat(scene.lastTold("statuses").get("pricing"))
        .isEqualTo(
            object(
                """
                {"billable":false,"pricing_model":"PMP","category":"utility","type":"free_customer_service"}
                """));
    scene.later(DAY);
    Sent outside = scene.send(ADA, template());
    assertThat(scene.statuses(inside)).containsExactly("sent", "delivered");
    assertThat(scene.statuses(outside)).containsExactly("sent", "delivered");
    assertThat(scene.lastTold("statuses").get("pricing"))
        .isEqualTo(
            object(
                """
                {"billable":true,"pricing_model":"PMP","category":"utility","type":"regular"}
                """));
    assertThat(scene.bubble(ADA, outside.id()).get("rendered"))
        .asString()
        .contains("\"header\":\"Hello World\"");
  }

  @Test
  void a_reaction_is_only_sent_and_the_next_one_replaces_it() {
    Wamid target = scene.write(ADA, "I am late");
    Sent first = scene.send(ADA, reaction(target, "👍"));
    assertThat(scene.statuses(first)).containsExactly("sent");
    scene.send(ADA, reaction(target, "❤️"));
    assertThat(scene.bubble(ADA, target).get("reactions"))
        .hasToString("[{\"from\":\"business\",\"emoji\":\"❤️\"}]");
    scene.send(ADA, reaction(target, ""));
    assertThat(scene.bubble(ADA, target).get("reactions")).hasToString("[]");
  }

  @Test
  void a_reaction_fails_where_its_target_is_no_message_of_this_chat_that_can_have_one() {
    Wamid graces = scene.write(GRACE, "hi");
    Wamid elsewhere =
        ((UserOutcome.Sent) scene.chat(ADA, scene.second).write(Scene.said("hi"))).id();
    Wamid deleted = scene.write(ADA, "oops");
    scene.chat(ADA).delete(deleted);
    Wamid fine = scene.write(ADA, "fine");
    Wamid aReaction = scene.send(ADA, reaction(fine, "👍")).id();
    Wamid forged = Wamid.compose(new Wamid.Parts(ADA.value(), false, "3A0123456789ABCDEF01"));
    for (Wamid target : new Wamid[] {graces, elsewhere, deleted, aReaction, forged}) {
      assertThat(scene.statuses(scene.send(ADA, reaction(target, "👍"))))
          .containsExactly("failed 131009");
    }
  }

  @Test
  void a_reaction_fails_when_its_target_is_older_than_30_days() {
    Wamid target = scene.write(ADA, "hi");
    scene.later(Duration.ofDays(30));
    scene.write(ADA, "still here");
    assertThat(scene.statuses(scene.send(ADA, reaction(target, "👍")))).containsExactly("sent");
    scene.later(Duration.ofMillis(1));
    Sent late = scene.send(ADA, reaction(target, "👍"));
    assertThat(scene.statuses(late)).containsExactly("failed 131009");
    assertThat(failure(late).details()).contains("$.reaction.message_id", "older than 30 days");
  }

  @Test
  void an_offline_handset_gets_its_messages_in_order_when_it_comes_back() {
    scene.change(ADA, "{\"online\":false}");
    Sent one = scene.send(ADA, text("one"));
    Sent other = scene.send(scene.second, ADA, text("from the other number"));
    scene.later(DAY);
    Sent failed = scene.send(ADA, text("too late"));
    Sent two = scene.send(ADA, template());
    assertThat(scene.statuses(one)).containsExactly("sent");
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(one)).containsExactly("sent", "delivered");
    assertThat(scene.statuses(failed)).containsExactly("failed 131047");
    assertThat(scene.statuses(two)).containsExactly("sent", "delivered");
    assertThat(scene.statuses(other)).containsExactly("sent", "delivered");
    // The template arrived last, and says what `sent` said of its price.
    assertThat(scene.lastTold("statuses").get("id")).isEqualTo(Json.of(two.id().value()));
    assertThat(scene.lastTold("statuses").get("pricing")).asString().contains("regular");
  }

  @Test
  void an_offline_phone_catches_up_with_more_than_one_transaction_holds() {
    scene.change(ADA, "{\"online\":false}");
    Sent first = scene.send(ADA, text("0"));
    Sent last = first;
    for (int i = 1; i < Arrivals.CAUGHT_UP_PER_WRITE + 5; i++) {
      last = scene.send(ADA, text("n" + i));
    }
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(first)).containsExactly("sent", "delivered");
    assertThat(scene.statuses(last)).containsExactly("sent", "delivered");
  }

  @Test
  void auto_read_reads_at_once_and_tells_nobody_where_receipts_are_off() {
    scene.change(ADA, "{\"auto_read\":true}");
    Sent told = scene.send(ADA, text("a"));
    assertThat(scene.statuses(told)).containsExactly("sent", "delivered", "read");
    scene.change(ADA, "{\"read_receipts\":false}");
    Sent untold = scene.send(ADA, text("b"));
    assertThat(scene.statuses(untold)).containsExactly("sent", "delivered");
    assertThat(scene.screen(ADA).get("unread")).isEqualTo(Json.of(0));
  }

  @Test
  void auto_read_reads_what_lay_there_unread_too() {
    Sent before = scene.send(ADA, text("before"));
    scene.change(ADA, "{\"auto_read\":true}");
    Sent after = scene.send(ADA, text("after"));
    assertThat(scene.statuses(before)).containsExactly("sent", "delivered", "read");
    assertThat(scene.lastTold("statuses").get("id")).isEqualTo(Json.of(after.id().value()));
  }

  @Test
  void what_was_read_offline_is_told_before_what_is_read_on_coming_back() {
    Sent before = scene.send(ADA, text("before"));
    scene.change(ADA, "{\"online\":false,\"auto_read\":true}");
    Sent meanwhile = scene.send(ADA, text("meanwhile"));
    scene.chat(ADA).read(before.id());
    assertThat(scene.statuses(before)).containsExactly("sent", "delivered");
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(before)).containsExactly("sent", "delivered", "read");
    assertThat(scene.lastTold("statuses").get("id")).isEqualTo(Json.of(meanwhile.id().value()));
  }

  @Test
  void reading_marks_all_up_to_here_in_order_and_only_once() {
    Sent one = scene.send(ADA, text("one"));
    Sent two = scene.send(ADA, text("two"));
    Sent three = scene.send(ADA, text("three"));
    assertThat(scene.screen(ADA).get("unread")).isEqualTo(Json.of(3));
    scene.chat(ADA).read(two.id());
    scene.chat(ADA).read(two.id());
    assertThat(scene.screen(ADA).get("unread")).isEqualTo(Json.of(1));
    assertThat(scene.statuses(one)).containsExactly("sent", "delivered", "read");
    assertThat(scene.statuses(three)).containsExactly("sent", "delivered");
    assertThat(scene.lastTold("statuses").get("id")).isEqualTo(Json.of(two.id().value()));
  }

  @Test
  void what_was_read_while_receipts_were_off_is_not_told_later() {
    scene.change(ADA, "{\"read_receipts\":false}");
    Sent one = scene.send(ADA, text("one"));
    scene.chat(ADA).read(one.id());
    scene.change(ADA, "{\"read_receipts\":true}");
    Sent two = scene.send(ADA, text("two"));
    scene.chat(ADA).read(two.id());
    assertThat(scene.statuses(one)).containsExactly("sent", "delivered");
    assertThat(scene.statuses(two)).containsExactly("sent", "delivered", "read");
  }

  @Test
  void a_user_who_blocked_the_number_is_not_reached_but_can_write() {
    scene.change(ADA, "{\"blocked\":[\"100000000000001\"]}");
    Sent sent = scene.send(ADA, text("hi"));
    assertThat(scene.statuses(sent)).containsExactly("failed 131026");
    assertThat(scene.statuses(scene.send(scene.second, ADA, text("hi"))))
        .containsExactly("sent", "delivered");
    scene.write(ADA, "leave me alone");
    assertThat(scene.lastTold("messages").get("text")).asString().contains("leave me alone");
  }

  @Test
  void an_unknown_number_becomes_a_handset_whose_window_is_closed() {
    var stranger = new WaId("15550100199");
    assertThat(scene.statuses(scene.send(stranger, text("hi")))).containsExactly("failed 131047");
    assertThat(scene.statuses(scene.send(stranger, template())))
        .containsExactly("sent", "delivered");
    assertThat(scene.network.handsets().find(stranger).orElseThrow().name()).isEqualTo("User 0199");
  }

  @Test
  void an_unknown_number_is_undeliverable_where_handsets_are_strict() {
    try (var strict = new Scene(UnknownNumbers.ARE_UNDELIVERABLE)) {
      Sent sent = strict.send(new WaId("15550100199"), template());
      assertThat(strict.statuses(sent)).containsExactly("failed 131026");
    }
  }

  @Test
  void a_business_number_is_no_handset() {
    assertThat(scene.statuses(scene.send(scene.second.waId(), template())))
        .containsExactly("failed 131026");
  }

  @Test
  void a_magic_recipient_always_fails_with_its_code() {
    for (int code : new int[] {131026, 131047, 131049, 131056, 130472, 368}) {
      Sent sent = scene.send(new WaId("1555019" + code), template());
      assertThat(scene.statuses(sent)).containsExactly("failed " + code);
    }
    assertThat(scene.network.handsets().all()).hasSize(2);
  }

  @Test
  void a_status_carries_who_the_user_is_and_what_the_business_attached() {
    scene.send(ADA, text("hi") + ",\"biz_opaque_callback_data\":\"order-7\"");
    JsonObject status = scene.lastTold("statuses");
    assertThat(status.get("biz_opaque_callback_data")).isEqualTo(Json.of("order-7"));
    assertThat(status.get("recipient_id")).isEqualTo(Json.of(ADA.value()));
    JsonObject contact = scene.lastTold("contacts");
    assertThat(contact.get("user_id")).asString().startsWith("\"US.");
    assertThat(contact.get("profile")).hasToString("{\"name\":\"Ada\"}");
  }

  @Test
  void typing_is_shown_for_25_seconds_or_until_the_next_message() {
    Wamid said = scene.write(ADA, "hello?");
    markRead(said);
    assertThat(scene.screen(ADA).get("typing")).isEqualTo(Json.of(true));
    assertThat(scene.bubble(ADA, said).get("status")).isEqualTo(Json.of("read"));
    scene.later(Duration.ofSeconds(25));
    assertThat(scene.screen(ADA).get("typing")).isEqualTo(Json.of(false));
    markRead(said);
    scene.send(ADA, text("yes"));
    assertThat(scene.screen(ADA).get("typing")).isEqualTo(Json.of(false));
  }

  private void markRead(Wamid message) {
    JsonObject body =
        object(
            """
            {"messaging_product":"whatsapp","status":"read","message_id":"%s",
             "typing_indicator":{"type":"text"}}
            """
                .formatted(message));
    scene.hub.send(
        new Sender(scene.number), SendRequestReader.read(body).orThrow(), StoredJson.of(body));
  }

  @Test
  void two_networks_in_one_process_share_nothing() {
    try (var other = new Scene()) {
      Wamid here = scene.write(ADA, "here");
      Wamid there = other.write(ADA, "there");
      assertThat(here).isNotEqualTo(there);
      scene.later(DAY);
      assertThat(other.clock.instant()).isEqualTo(Scene.START);
      assertThat(scene.statuses(scene.send(GRACE, text("x")))).containsExactly("failed 131047");
      assertThat(other.statuses(other.send(GRACE, text("x")))).containsExactly("sent", "delivered");
      assertThat(other.screen(ADA).toString()).contains("there").doesNotContain("\"here\"");
    }
  }

  @Test
  void buttons_can_be_sent_too() {
    assertThat(scene.statuses(scene.send(ADA, buttons()))).containsExactly("sent", "delivered");
  }

  private StoredMessage.Failure failure(Sent sent) {
    StoredMessage message =
        scene.store.read(view -> view.message(sent.number().stream(), sent.seq())).orElseThrow();
    return Objects.requireNonNull(message.failure());
  }
}
