package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.boot.Config;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long files stay, by the world's clock, and what is left of them on disk.
class MediaLifeTest {
  private static final byte[] PICTURE = Samples.ofSize(Samples.JPEG, 5_000);
  private static final String BIN = "application/octet-stream";

  @TempDir private Path directory = Path.of("");

  @Test
  void an_uploaded_file_lives_thirty_days() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      String id = upload(sandbox);
      advance(sandbox, Duration.ofDays(30).minusSeconds(1));
      assertThat(sandbox.get("/" + id).status()).isEqualTo(200);
      assertThat(files()).hasSize(1);
      advance(sandbox, Duration.ofSeconds(1));
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
      advance(sandbox, MediaLibrary.SWEEP_EVERY);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void a_users_file_lives_seven_days() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      String id = userFile(sandbox).member("id");
      advance(sandbox, Duration.ofDays(7).minusSeconds(1));
      assertThat(sandbox.get("/" + id).status()).isEqualTo(200);
      advance(sandbox, Duration.ofSeconds(1));
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
      assertThat(sandbox.call("GET", "/sandbox/media/" + id).empty().status()).isEqualTo(404);
    }
  }

  @Test
  void an_address_lives_five_minutes_and_the_next_one_is_good_again() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      String id = upload(sandbox);
      String path = pathOf(sandbox, id);
      advance(sandbox, Duration.ofMinutes(5).minusSeconds(2));
      assertThat(sandbox.get(path).status()).isEqualTo(200);
      advance(sandbox, Duration.ofSeconds(3));
      assertThat(sandbox.get(path).status()).isEqualTo(404);
      assertThat(sandbox.get(pathOf(sandbox, id)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_restart_keeps_files_and_addresses() throws Exception {
    String id;
    String path;
    try (var sandbox = Sandbox.start(directory)) {
      id = upload(sandbox);
      path = pathOf(sandbox, id);
    }
    try (var sandbox = Sandbox.start(directory)) {
      assertThat(sandbox.get("/" + id).member("mime_type")).isEqualTo("image/jpeg");
      assertThat(sandbox.get(path).status()).isEqualTo(200);
    }
  }

  @Test
  void bytes_lie_under_their_hash_and_without_an_id_they_are_swept_at_start() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      String sha256 = sandbox.get("/" + upload(sandbox)).member("sha256");
      assertThat(files())
          .containsExactly(media().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)));
    }
    Path kept = files().getFirst();
    Path orphan = media().resolve("ab").resolve("c".repeat(62));
    Files.createDirectories(orphan.getParent());
    Files.write(orphan, PICTURE);
    Path half = media().resolve("arriving").resolve("123");
    Files.write(half, PICTURE);
    try (var sandbox = Sandbox.start(directory)) {
      assertThat(sandbox.port()).isPositive();
      awaitGone(orphan);
      assertThat(half).doesNotExist();
      assertThat(kept).exists();
    }
  }

  @Test
  void a_refused_upload_leaves_nothing() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      byte[] tooLarge = Samples.ofSize(Samples.JPEG, (5 << 20) + 1);
      assertThat(post(sandbox, Form.upload(tooLarge, "a.jpg", "image/jpeg")).code()).isEqualTo(100);
      byte[] broken = Form.of().file("a.jpg", "image/jpeg", PICTURE).brokenOff();
      assertThat(post(sandbox, broken).code()).isEqualTo(100);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void a_reset_forgets_files_and_their_addresses() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      String id = upload(sandbox);
      String path = pathOf(sandbox, id);
      Path file = files().getFirst();
      assertThat(sandbox.call("POST", "/sandbox/reset").empty().status()).isEqualTo(200);
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
      assertThat(sandbox.get(path).status()).isEqualTo(404);
      awaitGone(file);
    }
  }

  @Test
  void what_a_user_sends_is_had_by_each_bot_with_its_key() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      Answer added = userFile(sandbox);
      assertThat(added.status()).as(added.body()).isEqualTo(201);
      assertThat(added.member("mime_type")).isEqualTo("image/jpeg");
      assertThat(added.member("sha256")).hasSize(44).endsWith("=");
      String id = added.member("id");
      for (String key : List.of(Sandbox.KEY, Sandbox.KEY_2)) {
        Answer got = sandbox.call("GET", "/" + id).header("D360-API-KEY", key).empty();
        assertThat(got.status()).isEqualTo(200);
        String path =
            URI.create(got.member("url")).getRawPath()
                + "?"
                + URI.create(got.member("url")).getRawQuery();
        assertThat(sandbox.call("GET", path).header("D360-API-KEY", key).empty().status())
            .isEqualTo(200);
      }
      Answer shown = sandbox.call("GET", "/sandbox/media/" + id).empty();
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(shown.header("Content-Disposition")).isEqualTo("inline");
    }
  }

  @Test
  void a_users_page_is_never_shown_in_place() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      Answer added =
          sandbox
              .call("POST", "/sandbox/media")
              .header("Content-Type", Form.CONTENT_TYPE)
              .body(
                  Form.of()
                      .file(
                          "a.html",
                          "text/html",
                          "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                      .end());
      assertThat(added.member("mime_type")).isEqualTo("text/html");
      Answer shown = sandbox.call("GET", "/sandbox/media/" + added.member("id")).empty();
      assertThat(shown.header("Content-Disposition")).isEqualTo("attachment");
      assertThat(shown.header("Content-Security-Policy")).contains("sandbox");
      assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void addresses_begin_with_the_public_url() throws Exception {
    Config config = Config.inDirectory(directory);
    Config published =
        new Config(
            config.bind(),
            0,
            config.database(),
            null,
            Seed.Overrides.NONE,
            null,
            Config.Tokens.KNOWN,
            UnknownNumbers.BECOME_HANDSETS,
            URI.create("https://parley.example/hub/"),
            null,
            Config.Links.TRUST);
    try (var sandbox = Sandbox.start(published)) {
      assertThat(sandbox.get("/" + upload(sandbox)).member("url"))
          .startsWith("https://parley.example/hub/whatsapp_business/attachments/?mid=");
    }
  }

  @Test
  void another_world_has_files_of_its_own() throws Exception {
    try (var sandbox = Sandbox.start(directory)) {
      assertThat(sandbox.post("/sandbox/worlds").json("{\"name\":\"two\"}").status())
          .isEqualTo(201);
      String id =
          sandbox
              .post("/w/two/media")
              .d360()
              .header("Content-Type", Form.CONTENT_TYPE)
              .body(Form.upload(PICTURE, "a.jpg", "image/jpeg"))
              .member("id");
      assertThat(sandbox.get("/" + id).code()).isEqualTo(100);
      String path = URI.create(sandbox.get("/w/two/" + id).member("url")).getRawPath();
      assertThat(path).startsWith("/w/two/whatsapp_business/");
      assertThat(files()).isEmpty();
    }
  }

  private static String upload(Sandbox sandbox) {
    Answer answer = post(sandbox, Form.upload(PICTURE, "dish.jpg", "image/jpeg"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.member("id");
  }

  private static Answer post(Sandbox sandbox, byte[] form) {
    return sandbox
        .post("/" + Sandbox.NUMBER + "/media")
        .bearer()
        .header("Content-Type", Form.CONTENT_TYPE)
        .body(form);
  }

  private static Answer userFile(Sandbox sandbox) {
    return sandbox.call("POST", "/sandbox/media").header("Content-Type", BIN).body(PICTURE);
  }

  private static String pathOf(Sandbox sandbox, String id) {
    URI url = URI.create(sandbox.get("/" + id).member("url"));
    return url.getRawPath() + "?" + url.getRawQuery();
  }

  private static void advance(Sandbox sandbox, Duration by) {
    sandbox.server().world().clock().advance(by);
  }

  private Path media() {
    return directory.resolve("media");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(media())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("parley.lock"))
          .toList();
    }
  }

  private static void awaitGone(Path file) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (Files.exists(file)) {
      assertThat(System.nanoTime()).as("%s is swept", file).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
