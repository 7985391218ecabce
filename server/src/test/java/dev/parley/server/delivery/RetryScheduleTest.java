package dev.parley.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  @Test
  void waits_grow_from_five_seconds_to_six_hours() {
    var schedule = RetrySchedule.exact();
    List<Duration> waits = new ArrayList<>();
    for (int attempts = 1; attempts <= 11; attempts++) {
      waits.add(schedule.next(attempts, Duration.ZERO).orElseThrow());
    }
    assertThat(waits)
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            Duration.ofMinutes(6),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6),
            Duration.ofHours(6));
  }

  @Test
  void no_attempt_comes_more_than_seven_days_after_the_event() {
    var schedule = RetrySchedule.exact();
    Duration lastChance = RetrySchedule.KEPT.minusHours(6);
    assertThat(schedule.next(30, lastChance)).contains(Duration.ofHours(6));
    assertThat(schedule.next(30, lastChance.plusMillis(1))).isEmpty();
  }

  @Test
  void jitter_moves_a_wait_by_a_fifth_at_most_and_the_seed_decides() {
    var schedule = RetrySchedule.jittered(new Random(7));
    var same = RetrySchedule.jittered(new Random(7));
    for (int i = 0; i < 1_000; i++) {
      Optional<Duration> wait = schedule.next(4, Duration.ZERO);
      assertThat(wait.orElseThrow()).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
      assertThat(same.next(4, Duration.ZERO)).isEqualTo(wait);
    }
  }
}
