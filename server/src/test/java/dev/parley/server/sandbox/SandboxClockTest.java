package dev.parley.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.WorldClock.Alarm;
import dev.parley.account.Accounts;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.server.sandbox.SandboxClock.ImpossibleMove;
import dev.parley.server.sandbox.SandboxClock.Move;
import dev.parley.server.sql.SqliteStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant START = Instant.parse("2026-11-24T18:42:15.123Z");

  private final SandboxClock clock = SandboxClock.frozenAt(START);
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());

  @Test
  void alarms_run_in_the_order_in_which_they_are_due_before_the_move_returns() {
    clock.at(START.plusSeconds(3), () -> story.add("third"));
    clock.at(START.plusSeconds(1), () -> story.add("first"));
    clock.at(START.plusSeconds(1), () -> story.add("second"));
    clock.at(START.plusSeconds(9), () -> story.add("too early"));
    clock.advance(Duration.ofSeconds(8));
    assertThat(story).containsExactly("first", "second", "third");
  }

  @Test
  void alarms_that_an_alarm_sets_run_too_when_they_are_due() {
    clock.at(
        START.plusSeconds(1),
        () -> {
          story.add("one");
          clock.at(clock.instant(), () -> story.add("two"));
          clock.at(clock.instant().plusSeconds(1), () -> story.add("not yet"));
        });
    clock.advance(Duration.ofSeconds(5));
    assertThat(story).containsExactly("one", "two");
    clock.advance(Duration.ofSeconds(1));
    assertThat(story).containsExactly("one", "two", "not yet");
  }

  @Test
  void an_alarm_that_was_cancelled_or_fails_stops_nobody() {
    Alarm cancelled = clock.at(START.plusSeconds(1), () -> story.add("cancelled"));
    cancelled.cancel();
    clock.at(
        START.plusSeconds(2),
        () -> {
          throw new IllegalStateException("on purpose: the log may show it");
        });
    clock.at(START.plusSeconds(3), () -> story.add("after it"));
    clock.advance(Duration.ofSeconds(3));
    assertThat(story).containsExactly("after it");
  }

  @Test
  void it_never_goes_back_and_says_from_where_to_where() {
    assertThatThrownBy(() -> clock.set(START.minusSeconds(1)))
        .isInstanceOf(ImpossibleMove.class)
        .hasMessageContaining("2026-11-24T18:42:15.123Z")
        .hasMessageContaining("2026-11-24T18:42:14.123Z");
    assertThatThrownBy(() -> clock.advance(SandboxClock.MOVE_MAX.plusMillis(1)))
        .isInstanceOf(ImpossibleMove.class)
        .hasMessageContaining("3653 days");
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void listeners_hear_of_a_move_when_its_alarms_have_run() {
    clock.onMove(move -> story.add("moved by " + Duration.between(move.from(), move.to())));
    clock.at(START.plusSeconds(1), () -> story.add("alarm"));
    Move move = clock.set(START.plusSeconds(60));
    assertThat(move.offset()).isEqualTo(Duration.ofMinutes(1));
    assertThat(story).containsExactly("alarm", "moved by PT1M");
  }

  @Test
  void an_alarm_must_not_move_the_clock() {
    clock.at(
        START.plusSeconds(1),
        () -> {
          try {
            clock.advance(Duration.ofSeconds(1));
          } catch (IllegalStateException refused) {
            story.add("refused");
          }
        });
    clock.advance(Duration.ofSeconds(1));
    assertThat(story).containsExactly("refused");
  }

  @Test
  void real_time_reaches_alarms_without_a_move() throws InterruptedException {
    try (var real = SandboxClock.real()) {
      var rang = new CountDownLatch(2);
      real.at(real.instant().minusSeconds(1), rang::countDown);
      real.at(real.instant().plusMillis(20), rang::countDown);
      assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(real.isReal()).isTrue();
      real.advance(Duration.ofHours(1));
      assertThat(real.isReal()).isFalse();
    }
  }

  @Test
  void how_far_it_was_moved_survives_a_restart_and_is_in_the_journal() {
    try (var store = SqliteStore.throwAway(clock)) {
      Accounts accounts = Accounts.load(store);
      Seed.first().plant(store, accounts);
      var business = accounts.business("200000000000001").orElseThrow();
      ClockMemory.attach(clock, store, business);
      clock.advance(Duration.ofHours(30));
      clock.advance(Duration.ofMillis(5));

      var afterRestart = SandboxClock.frozenAt(START);
      ClockMemory.attach(afterRestart, store, business);
      assertThat(afterRestart.instant()).isEqualTo(clock.instant());
      List<Event> events = store.read(view -> view.events(business.stream(), 0, 100));
      assertThat(events)
          .filteredOn(event -> event.body() instanceof ClockMoved)
          .last()
          .extracting(Event::body)
          .isEqualTo(
              new ClockMoved(
                  START.plus(Duration.ofHours(30)),
                  START.plus(Duration.ofHours(30)).plusMillis(5)));
    }
  }
}
