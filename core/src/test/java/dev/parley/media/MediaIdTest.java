package dev.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journal.StreamId;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaIdTest {
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4_711, StreamId.VALUE_MAX})
  void an_id_is_a_number_that_javascript_can_hold_and_names_its_stream(int stream) {
    for (int i = 0; i < 1_000; i++) {
      MediaId id = MediaId.mint(new StreamId(stream), random);
      assertThat(id.toString()).matches("[1-9]\\d{15}");
      assertThat((long) (double) id.value()).isEqualTo(id.value());
      assertThat(id.value()).isLessThan(1L << 53);
      assertThat(MediaId.parse(id.toString())).contains(id);
      assertThat(id.stream()).isEqualTo(new StreamId(stream));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "100000000000001",
        "4503599627370496",
        "9007199254740992",
        "9999999999999999",
        "04503603922337793",
        "-503603922337793"
      })
  void what_no_id_of_ours_looks_like_is_none(String text) {
    assertThat(MediaId.parse(text)).isEmpty();
  }

  @Test
  void a_file_may_be_used_until_its_last_moment() {
    var file =
        new MediaFile(
            MediaId.mint(new StreamId(1), random),
            MediaFile.Origin.UPLOADED,
            "audio/ogg; codecs=opus",
            null,
            "00".repeat(32),
            1,
            java.time.Instant.EPOCH);
    assertThat(file.isExpired(file.expiresAt().minusMillis(1))).isFalse();
    assertThat(file.isExpired(file.expiresAt())).isTrue();
    assertThat(file.plainType()).isEqualTo("audio/ogg");
    assertThat(file.sha256Base64()).isEqualTo("A".repeat(43) + "=");
  }
}
