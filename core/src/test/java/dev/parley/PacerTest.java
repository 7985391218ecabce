package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void a_burst_of_45_to_one_user_goes_at_once_and_the_next_waits_six_seconds() {
    var pair = new Pacer(Pacer.PAIR_INTERVAL, Pacer.PAIR_BURST, NOON);
    for (int i = 0; i < 45; i++) {
      assertThat(pair.take(NOON)).isEqualTo(NOON);
    }
    assertThat(pair.take(NOON)).isEqualTo(NOON.plusSeconds(6));
    assertThat(pair.take(NOON)).isEqualTo(NOON.plusSeconds(12));
  }

  @Test
  void after_a_rest_the_burst_is_there_again() {
    var pair = new Pacer(Pacer.PAIR_INTERVAL, Pacer.PAIR_BURST, NOON);
    for (int i = 0; i < 45; i++) {
      pair.take(NOON);
    }
    Instant later = NOON.plusSeconds(45 * 6);
    assertThat(pair.isRested(later)).isTrue();
    assertThat(pair.take(later)).isEqualTo(later);
  }

  @Property
  void no_second_ever_has_more_than_the_burst_and_the_rate(@ForAll @IntRange(max = 400) int many) {
    var pacer = new Pacer(Pacer.NUMBER_INTERVAL, Pacer.NUMBER_BURST, NOON);
    int firstSecond = 0;
    for (int i = 0; i < many; i++) {
      firstSecond += pacer.take(NOON).isBefore(NOON.plusSeconds(1)) ? 1 : 0;
    }
    assertThat(firstSecond).isLessThanOrEqualTo(160);
  }
}
