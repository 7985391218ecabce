package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.boot.Config;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import dev.parley.server.sandbox.Seed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A whole server whose files lie in a bucket.
@TestInstance(Lifecycle.PER_CLASS)
class S3FilesTest {
  private static final byte[] PICTURE = Samples.ofSize(Samples.JPEG, 150_000);

  private final S3Server server = S3Server.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_file_goes_up_comes_down_outlives_a_restart_and_goes(@TempDir Path data) {
    String id;
    try (var sandbox = start(data, "life/")) {
      id = upload(sandbox, PICTURE).member("id");
      assertThat(server.keys("life/")).hasSize(1);
      assertThat(sandbox.get(pathOf(sandbox, id)).header("Content-Length")).isEqualTo("150000");
    }
    server.put("life/ab/" + "c".repeat(62), PICTURE);
    try (var sandbox = start(data, "life/")) {
      awaitKeys("life/", 1);
      Answer part =
          sandbox
              .call("GET", pathOf(sandbox, id))
              .bearer()
              .header("Range", "bytes=100000-100009")
              .empty();
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.header("Content-Range")).isEqualTo("bytes 100000-100009/150000");
      assertThat(sandbox.call("DELETE", "/" + id).bearer().empty().status()).isEqualTo(200);
      assertThat(server.keys("life/")).isEmpty();
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
    }
  }

  @Test
  void an_expired_file_is_swept_from_the_bucket(@TempDir Path data) {
    try (var sandbox = start(data, "sweep/")) {
      var _ = upload(sandbox, PICTURE);
      sandbox.server().world().clock().advance(Duration.ofDays(30));
      sandbox.server().world().clock().advance(MediaLibrary.SWEEP_EVERY);
      assertThat(server.keys("sweep/")).isEmpty();
    }
  }

  @Test
  void a_bucket_that_is_away_is_503_and_when_to_come_again_and_nothing_is_half_done(
      @TempDir Path data) {
    try (var sandbox = start(data, "away/")) {
      String id = upload(sandbox, PICTURE).member("id");
      String path = pathOf(sandbox, id);
      server.goAway();
      try {
        for (Answer answer :
            List.of(upload(sandbox, Samples.ofSize(Samples.JPEG, 900)), sandbox.get(path))) {
          assertThat(answer.status()).as(answer.body()).isEqualTo(503);
          assertThat(answer.header("Retry-After")).isEqualTo("5");
          assertThat(answer.code()).isEqualTo(2);
          assertThat(answer.body()).contains("out of reach");
        }
        assertThat(sandbox.get("/" + id).status()).as("what is known of it").isEqualTo(200);
      } finally {
        server.comeBack();
      }
      assertThat(server.keys("away/")).hasSize(1);
      assertThat(sandbox.get(path).status()).isEqualTo(200);
      assertThat(upload(sandbox, Samples.ofSize(Samples.JPEG, 900)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_chunked_upload_goes_on_when_the_bucket_is_back(@TempDir Path data) {
    try (var sandbox = start(data, "chunks/")) {
      String session =
          sandbox
              .post("/v25.0/500000000000001/uploads?file_length=150000&file_type=image/jpeg")
              .bearer()
              .empty()
              .member("id");
      server.goAway();
      try {
        assertThat(piece(sandbox, session, 0, PICTURE).status()).isEqualTo(503);
      } finally {
        server.comeBack();
      }
      assertThat(sandbox.get("/" + session).body()).contains("\"file_offset\":150000");
      Answer stored = piece(sandbox, session, PICTURE.length, new byte[0]);
      assertThat(stored.status()).as(stored.body()).isEqualTo(200);
      assertThat(stored.member("h")).startsWith("4::");
      assertThat(server.keys("chunks/")).hasSize(1);
    }
  }

  private static Answer piece(Sandbox sandbox, String session, int offset, byte[] bytes) {
    return sandbox
        .post("/v25.0/" + session)
        .bearer()
        .header("file_offset", Integer.toString(offset))
        .body(bytes);
  }

  @Test
  void a_file_deleted_while_the_bucket_is_away_goes_with_the_next_sweep(@TempDir Path data) {
    try (var sandbox = start(data, "later/")) {
      String id = upload(sandbox, PICTURE).member("id");
      server.goAway();
      try {
        assertThat(sandbox.call("DELETE", "/" + id).bearer().empty().status()).isEqualTo(200);
      } finally {
        server.comeBack();
      }
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
      assertThat(server.keys("later/")).hasSize(1);
      sandbox.server().world().clock().advance(MediaLibrary.SWEEP_EVERY);
      assertThat(server.keys("later/")).isEmpty();
    }
  }

  private Sandbox start(Path data, String prefix) {
    Config plain = Config.inDirectory(data);
    return Sandbox.start(
        new Config(
            plain.bind(),
            0,
            plain.database(),
            null,
            Seed.Overrides.NONE,
            null,
            plain.tokens(),
            plain.unknownNumbers(),
            null,
            null,
            Config.Links.TRUST,
            server.place(prefix),
            plain.rateCard()));
  }

  private static Answer upload(Sandbox sandbox, byte[] file) {
    return sandbox
        .post("/" + Sandbox.NUMBER + "/media")
        .bearer()
        .header("Content-Type", Form.CONTENT_TYPE)
        .body(Form.upload(file, "dish.jpg", "image/jpeg"));
  }

  private static String pathOf(Sandbox sandbox, String id) {
    URI url = URI.create(sandbox.get("/" + id).member("url"));
    return url.getRawPath() + "?" + url.getRawQuery();
  }

  private void awaitKeys(String prefix, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (server.keys(prefix).size() != count) {
      assertThat(System.nanoTime()).as("%s is swept", prefix).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
