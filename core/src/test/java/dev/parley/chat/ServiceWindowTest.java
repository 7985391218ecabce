package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceWindowTest {
  private static final Instant WROTE = Instant.parse("2026-11-24T18:40:07Z");

  @Test
  void it_is_open_to_the_last_second_of_24_hours_and_closed_from_then_on() {
    var window = new ServiceWindow(WROTE);
    Instant end = WROTE.plus(Duration.ofHours(24));
    assertThat(window.isOpen(WROTE)).isTrue();
    assertThat(window.isOpen(end.minusSeconds(1))).isTrue();
    assertThat(window.isOpen(end)).isFalse();
    assertThat(window.closesAt()).isEqualTo(end);
  }

  @Test
  void it_is_closed_for_somebody_who_never_wrote() {
    assertThat(new ServiceWindow(null).isOpen(WROTE)).isFalse();
  }
}
