package dev.parley.server.delivery;

import static dev.parley.server.delivery.DeliveryEntry.State.DELIVERED;
import static dev.parley.server.delivery.DeliveryEntry.State.GIVEN_UP;
import static dev.parley.server.delivery.DeliveryEntry.State.RETRYING;
import static dev.parley.server.delivery.DeliveryEntry.State.WAITING;
import static dev.parley.server.delivery.Scene.ADA;
import static dev.parley.server.delivery.Scene.GRACE;
import static dev.parley.server.delivery.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Ledger;
import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.Endpoint.Scope;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.event.WebhookVersion;
import dev.parley.server.delivery.Bot.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final Bot bot = Bot.start();
  private Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
    bot.close();
  }

  @Test
  void what_a_user_writes_reaches_the_bot() {
    scene.set(bot);
    long seq = scene.say(ADA, "two pizzas");
    assertThat(bot.next().text()).isEqualTo("two pizzas");
    DeliveryEntry entry = scene.await(seq, DELIVERED);
    assertThat(entry.attempt()).isEqualTo(1);
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.chat()).isEqualTo(ADA);
  }

  @Test
  void a_webhook_is_written_as_the_endpoints_version_has_it() {
    scene.set(bot, new WebhookVersion(23));
    scene.sent(ADA, Pricing.freeService());
    assertThat(bot.next().body())
        .contains("\"expiration_timestamp\":\"1795608000\",\"origin\":{\"type\":\"service\"}")
        .doesNotContain("\"contacts\"");
    scene.set(bot, new WebhookVersion(24));
    scene.sent(ADA, Pricing.freeService());
    assertThat(bot.next().body()).contains("\"contacts\"").doesNotContain("\"conversation\"");
    scene.sent(ADA, Pricing.freeEntryPoint());
    assertThat(bot.next().body())
        .contains("\"type\":\"referral_conversion\"", "\"type\":\"free_entry_point\"");
    assertThat(Accounts.load(scene.disk).endpoints())
        .extracting(Endpoint::version)
        .containsExactly(new WebhookVersion(24));
  }

  @Test
  void each_2xx_counts_as_delivered() {
    scene.set(bot);
    for (int status : List.of(200, 201, 202, 204, 299)) {
      bot.answering(status);
      assertThat(scene.await(scene.say(ADA, "hi"), DELIVERED).status()).isEqualTo(status);
    }
  }

  @Test
  void a_redirect_is_a_failure_and_not_followed() {
    try (Bot elsewhere = Bot.start()) {
      bot.answering(arrival -> Reply.redirect(elsewhere.url().toString()));
      scene.set(bot);
      DeliveryEntry entry = scene.await(scene.say(ADA, "hi"), RETRYING);
      assertThat(entry.status()).isEqualTo(302);
      assertThat(entry.error()).isEqualTo("answered 302; redirects are not followed");
      assertThat(elsewhere.texts()).isEmpty();
    }
  }

  @Test
  void nobody_listens_and_a_closed_connection_are_failures_in_plain_words() {
    bot.answering(arrival -> Reply.hangUp());
    scene.set(bot);
    DeliveryEntry hungUp = scene.await(scene.say(ADA, "hi"), RETRYING);
    assertThat(hungUp.error()).isEqualTo("the connection was closed without an answer");
    bot.close();
    DeliveryEntry refused = scene.await(scene.say(GRACE, "hi"), RETRYING);
    assertThat(refused.error()).isEqualTo("connection refused");
    assertThat(refused.status()).isNull();
  }

  @Test
  void a_chat_that_fails_keeps_its_order_and_others_go_on() {
    bot.answering(arrival -> Reply.status(arrival.text().equals("poison") ? 500 : 200));
    Endpoint endpoint = scene.set(bot);
    long poison = scene.say(ADA, "poison");
    scene.await(poison, RETRYING);
    long second = scene.say(ADA, "second");
    assertThat(scene.await(second, WAITING).error()).isEqualTo("waits for " + poison);
    long third = scene.say(ADA, "third");
    scene.await(scene.say(GRACE, "hi from Grace"), DELIVERED);
    assertThat(bot.textsFrom(ADA)).containsExactly("poison");

    bot.answering(200);
    scene.clock.advance(Duration.ofSeconds(5));
    // The alarm made the attempt, and all that waited for it, before the clock answered.
    assertThat(bot.textsFrom(ADA)).containsExactly("poison", "poison", "second", "third");
    scene.await(third, DELIVERED);
    scene.restart();
    assertThat(scene.lanes(endpoint)).isEmpty();
    assertThat(scene.cursor(endpoint)).isEqualTo(third + 1);
    assertThat(bot.texts()).hasSize(5);
  }

  @Test
  void retries_come_when_they_are_due() {
    bot.answering(500);
    scene.set(bot);
    long seq = scene.say(ADA, "hi");
    Instant due = NOON.plusSeconds(5);
    assertThat(scene.await(seq, RETRYING).nextAt()).isEqualTo(due);
    int attempts = 1;
    for (long wait : List.of(15, 45, 120, 360, 1200, 3600, 10_800, 21_600, 21_600)) {
      scene.clock.set(due.minusMillis(1));
      assertThat(bot.texts()).hasSize(attempts);
      scene.clock.set(due);
      attempts++;
      assertThat(bot.texts()).hasSize(attempts);
      due = due.plusSeconds(wait);
      DeliveryEntry entry = scene.await(seq, RETRYING);
      assertThat(entry.attempt()).isEqualTo(attempts);
      assertThat(entry.nextAt()).isEqualTo(due);
    }
  }

  @Test
  void after_seven_days_an_event_is_given_up_and_the_chat_goes_on() {
    bot.answering(arrival -> Reply.status(arrival.text().equals("poison") ? 500 : 200));
    scene.set(bot);
    long poison = scene.say(ADA, "poison");
    scene.await(poison, RETRYING);
    long next = scene.say(ADA, "next");
    int hours = 0;
    while (bot.textsFrom(ADA).stream().noneMatch("next"::equals)) {
      scene.clock.advance(Duration.ofHours(6));
      hours += 6;
      assertThat(hours).isLessThanOrEqualTo(7 * 24);
    }
    assertThat(hours).isGreaterThan(6 * 24);
    DeliveryEntry last = scene.await(poison, GIVEN_UP);
    assertThat(last.nextAt()).isNull();
    assertThat(last.error()).isEqualTo("answered 500");
    scene.await(next, DELIVERED);
  }

  @Test
  void an_endpoint_that_is_set_later_is_told_nothing_old() {
    scene.say(ADA, "before");
    scene.set(bot);
    scene.say(ADA, "after");
    assertThat(bot.next().text()).isEqualTo("after");
    scene.restart();
    scene.settle();
    assertThat(bot.texts()).containsExactly("after");
  }

  @Test
  void an_endpoint_that_moves_misses_nothing_and_is_tried_at_once() {
    bot.answering(503);
    scene.set(bot);
    long first = scene.say(ADA, "first");
    scene.await(first, RETRYING);
    scene.await(scene.say(ADA, "second"), WAITING);
    try (Bot moved = Bot.start()) {
      scene.set(moved);
      scene.say(ADA, "third");
      assertThat(moved.nextTexts(3)).containsExactly("first", "second", "third");
      assertThat(scene.await(first, DELIVERED).attempt()).isEqualTo(2);
    }
  }

  @Test
  void a_numbers_own_endpoint_wins_and_nothing_is_replayed_when_it_goes() {
    Endpoint all = scene.set(Scope.BUSINESS, bot.url());
    scene.say(ADA, "one");
    assertThat(bot.next().text()).isEqualTo("one");
    try (Bot own = Bot.start()) {
      Endpoint override = scene.set(own);
      scene.say(ADA, "two");
      assertThat(own.next().text()).isEqualTo("two");
      scene.settle();
      scene.accounts.remove(scene.business, override);
      scene.say(ADA, "three");
      assertThat(bot.next().text()).isEqualTo("three");
      scene.restart();
      scene.settle();
      assertThat(bot.texts()).containsExactly("one", "three");
      assertThat(own.texts()).containsExactly("two");
      assertThat(scene.cursor(all)).isPositive();
      assertThat(
              scene.disk.<Boolean>read(view ->
                  view.cursor("webhook/" + override.id(), scene.number.stream()).isPresent()))
          .isFalse();
    }
  }

  @Test
  void an_override_set_while_nothing_ran_does_not_replay_either() {
    scene.set(Scope.BUSINESS, bot.url());
    scene.await(scene.say(ADA, "one"), DELIVERED);
    try (Bot own = Bot.start()) {
      scene.stop();
      Endpoint override = scene.set(own);
      scene.resume();
      scene.await(scene.say(ADA, "two"), DELIVERED);
      scene.accounts.remove(scene.business, override);
      scene.await(scene.say(ADA, "three"), DELIVERED);
      assertThat(bot.texts()).containsExactly("one", "three");
    }
  }

  @Test
  void a_removed_endpoint_takes_its_lanes_along() {
    bot.answering(500);
    Endpoint endpoint = scene.set(bot);
    scene.await(scene.say(ADA, "hi"), RETRYING);
    scene.stop();
    assertThat(scene.lanes(endpoint)).hasSize(1);
    scene.resume();
    scene.accounts.remove(scene.business, endpoint);
    assertThat(scene.lanes(endpoint)).isEmpty();
    scene.clock.advance(Duration.ofHours(1));
    assertThat(bot.texts()).hasSize(1);
    bot.answering(200);
    scene.set(bot);
    scene.say(ADA, "new");
    bot.next();
    assertThat(bot.next().text()).isEqualTo("new");
  }

  @Test
  void a_restart_in_the_middle_of_a_lane_goes_on_where_it_was() {
    bot.answering(500);
    Endpoint endpoint = scene.set(bot);
    long first = scene.say(ADA, "first");
    scene.await(first, RETRYING);
    scene.await(scene.say(ADA, "second"), WAITING);
    scene.clock.advance(Duration.ofSeconds(5));
    scene.stop();
    var lane = scene.lanes(endpoint).getFirst();
    assertThat(lane.next()).isEqualTo(first);
    assertThat(lane.attempts()).isEqualTo(2);
    assertThat(lane.due()).isEqualTo(NOON.plusSeconds(20));
    assertThat(lane.lastError()).isEqualTo("answered 500");
    scene.say(ADA, "third");

    bot.answering(200);
    scene.resume();
    scene.settle();
    assertThat(bot.texts()).containsExactly("first", "first");
    scene.clock.advance(Duration.ofSeconds(15));
    assertThat(bot.texts()).containsExactly("first", "first", "first", "second", "third");
  }

  @Test
  void an_attempt_is_counted_before_it_is_made() {
    Endpoint endpoint = scene.set(bot.answering(500));
    scene.await(scene.say(ADA, "hi"), RETRYING);
    var during = new ArrayList<Integer>();
    bot.answering(arrival -> {
      during.add(scene.lanes(endpoint).getFirst().attempts());
      return Reply.status(500);
    });
    scene.clock.advance(Duration.ofSeconds(5));
    scene.clock.advance(Duration.ofSeconds(15));
    assertThat(during).containsExactly(2, 3);
  }

  @Test
  void an_attempt_that_a_crash_cut_off_is_made_again_at_once() {
    Endpoint endpoint = scene.set(bot.answering(500));
    long hi = scene.say(ADA, "hi");
    scene.await(hi, RETRYING);
    bot.answering(arrival -> {
      scene.die();
      return Reply.status(500);
    });
    scene.clock.advance(Duration.ofSeconds(5));
    bot.answering(200);
    scene.crash();
    scene.await(hi, DELIVERED);
    assertThat(bot.texts()).containsExactly("hi", "hi", "hi");
    assertThat(scene.lanes(endpoint)).allMatch(lane -> lane.attempts() >= 2);
  }

  @Test
  void a_crash_repeats_but_loses_nothing() {
    bot.answering(arrival -> Reply.status(arrival.from().equals(ADA) ? 500 : 200));
    scene.set(bot);
    scene.await(scene.say(ADA, "first"), RETRYING);
    scene.await(scene.say(ADA, "second"), WAITING);
    scene.await(scene.say(GRACE, "hi"), DELIVERED);
    scene.crash();
    bot.answering(200);
    scene.settle();
    scene.clock.advance(Duration.ofSeconds(5));
    assertThat(bot.textsFrom(ADA)).endsWith("first", "second");
    assertThat(bot.textsFrom(GRACE)).contains("hi");
  }

  @Test
  void when_too_many_chats_are_behind_the_cursor_waits() {
    scene.close();
    scene = new Scene(new Limits(4, 2, 100, 10));
    bot.answering(500);
    Endpoint endpoint = scene.set(bot);
    for (String user : List.of("15550100103", "15550100104", "15550100105")) {
      scene.await(scene.say(user, "from " + user), RETRYING);
    }
    long later = scene.say(ADA, "hi");
    scene.settle();
    assertThat(bot.textsFrom(ADA)).isEmpty();
    bot.answering(200);
    scene.clock.advance(Duration.ofSeconds(5));
    scene.await(later, DELIVERED);
    assertThat(bot.textsFrom(ADA)).containsExactly("hi");
    scene.restart();
    assertThat(scene.lanes(endpoint)).isEmpty();
    assertThat(scene.cursor(endpoint)).isEqualTo(later);
    assertThat(bot.texts()).hasSize(7);
  }

  @Test
  void a_busy_chat_does_not_hold_up_the_others() {
    scene.close();
    scene = new Scene(new Limits(4, 10, 10, 5));
    var all = new CountDownLatch(1);
    var second = new CountDownLatch(1);
    bot.answering(arrival -> {
      return switch (arrival.text()) {
        case "0" -> Reply.after(all);
        case "1" -> Reply.after(second);
        default -> Reply.status(200);
      };
    });
    scene.set(bot);
    List<String> numbers = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
    numbers.forEach(text -> scene.say(ADA, text));
    all.countDown();
    scene.await(scene.say(GRACE, "hi"), DELIVERED);
    second.countDown();
    scene.settle();
    assertThat(bot.textsFrom(ADA)).containsExactlyElementsOf(numbers);
    scene.restart();
    scene.settle();
    assertThat(bot.texts()).hasSize(61);
  }

  @Test
  void a_thousand_events_of_fifty_chats_arrive_once_and_in_order() {
    scene.set(bot);
    scene.disk.<Boolean>write(
        scene.number.stream(),
        tx -> {
          for (int i = 0; i < 1_000; i++) {
            new Ledger(tx)
                .receive(
                    tx.openChat(Identity.of(new WaId("155501002%02d".formatted(i % 50)))),
                    StoredMessage.Kind.PLAIN,
                    InboundMessage.text("%04d".formatted(i)),
                    "A user");
          }
          return true;
        });
    scene.settle();
    assertThat(bot.texts()).hasSize(1_000).doesNotHaveDuplicates();
    for (int chat = 0; chat < 50; chat++) {
      assertThat(bot.textsFrom("155501002%02d".formatted(chat))).hasSize(20).isSorted();
    }
  }
}
