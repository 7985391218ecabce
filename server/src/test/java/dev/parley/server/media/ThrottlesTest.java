package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 360dialog's limits on files, by the world's clock.
class ThrottlesTest {
  // As the reference has them, and not as the code does.
  private static final int UPLOADS = 25;
  private static final int FAILED = 20;

  private static final byte[] FORM =
      Form.upload(Samples.ofSize(Samples.JPEG, 900), "a.jpg", "image/jpeg");
  private static final String NEVER_GIVEN = "/4503603922337793";

  @Test
  void twenty_five_uploads_fit_into_a_second(@TempDir Path data) {
    try (var sandbox = throttled(data)) {
      for (int i = 0; i < UPLOADS; i++) {
        assertThat(upload(sandbox, Sandbox.KEY).status()).isEqualTo(200);
      }
      Answer refused = upload(sandbox, Sandbox.KEY);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.body())
          .contains("\"http_code\":400")
          .contains("\"developer_message\":\"You have exceeded the endpoint rate limit.\"");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(upload(sandbox, Sandbox.KEY_2).status()).as("another number").isEqualTo(200);

      advance(sandbox, Duration.ofMillis(999));
      assertThat(upload(sandbox, Sandbox.KEY).status()).isEqualTo(400);
      advance(sandbox, Duration.ofMillis(1));
      assertThat(upload(sandbox, Sandbox.KEY).status()).isEqualTo(200);
    }
  }

  @Test
  void the_twentieth_failed_read_within_an_hour_blocks_all_reads_for_half_an_hour(
      @TempDir Path data) {
    try (var sandbox = throttled(data)) {
      String id = upload(sandbox, Sandbox.KEY).member("id");
      for (int i = 0; i < FAILED; i++) {
        assertThat(read(sandbox, "/" + id).status()).isEqualTo(200);
        assertThat(read(sandbox, NEVER_GIVEN).code()).isEqualTo(100);
      }
      Answer refused = read(sandbox, "/" + id);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body())
          .contains("\"developer_message\":\"The endpoint is blocked\"")
          .contains("20 questions for files failed within 60 minutes");
      assertThat(refused.header("Retry-After")).isEqualTo("1800");
      assertThat(sandbox.get("/" + id).status()).as("the Cloud API").isEqualTo(200);
      assertThat(upload(sandbox, Sandbox.KEY).status()).as("uploads").isEqualTo(200);

      advance(sandbox, Throttles.BLOCKED_FOR.minusSeconds(1));
      assertThat(read(sandbox, "/" + id).status()).isEqualTo(403);
      advance(sandbox, Duration.ofSeconds(1));
      assertThat(read(sandbox, "/" + id).status()).isEqualTo(200);
      assertThat(read(sandbox, NEVER_GIVEN).code()).as("counted anew").isEqualTo(100);
    }
  }

  @Test
  void failed_reads_are_forgotten_after_an_hour(@TempDir Path data) {
    try (var sandbox = throttled(data)) {
      for (int i = 0; i < FAILED - 1; i++) {
        read(sandbox, NEVER_GIVEN);
      }
      advance(sandbox, Throttles.FAILED_WITHIN);
      for (int i = 0; i < FAILED; i++) {
        assertThat(read(sandbox, NEVER_GIVEN).status()).isEqualTo(400);
      }
      assertThat(read(sandbox, NEVER_GIVEN).status()).isEqualTo(403);
    }
  }

  @Test
  void a_number_has_no_limits_until_it_is_told_so(@TempDir Path data) {
    try (var sandbox = Sandbox.start(data)) {
      for (int i = 0; i <= UPLOADS; i++) {
        assertThat(upload(sandbox, Sandbox.KEY).status()).isEqualTo(200);
        assertThat(read(sandbox, NEVER_GIVEN).code()).isEqualTo(100);
      }
    }
  }

  private static Sandbox throttled(Path data) {
    Sandbox sandbox = Sandbox.start(data);
    Answer set =
        sandbox.post("/sandbox/numbers/" + Sandbox.NUMBER).json("{\"media_throttled\":true}");
    assertThat(set.body()).contains("\"media_throttled\":true");
    return sandbox;
  }

  private static Answer upload(Sandbox sandbox, String key) {
    return sandbox
        .post("/media")
        .header("D360-API-KEY", key)
        .header("Content-Type", Form.CONTENT_TYPE)
        .body(FORM);
  }

  private static Answer read(Sandbox sandbox, String path) {
    return sandbox.call("GET", path).d360().empty();
  }

  private static void advance(Sandbox sandbox, Duration by) {
    sandbox.server().world().clock().advance(by);
  }
}
