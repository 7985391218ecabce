package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 at random moments while files arrive. Each id that was answered has its bytes after the
/// restart, and no bytes stay for which there is no id.
///
/// `-Dparley.kill.rounds=200` for the long run, `-Dparley.kill.seed=N` to repeat one.
class MediaKillTest {
  private static final int ROUNDS =
      Math.clamp(Integer.getInteger("parley.kill.rounds", 30) / 6, 1, 200);
  private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());
  private static final int CALLERS = 8;
  private static final int UPLOADS_BEFORE_KILL_MAX = 60;
  private static final int SIZE_MAX = 300_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// The text by which a file is known again, by id.
  private final Map<String, String> answered = new ConcurrentHashMap<>();

  @Test
  void no_id_without_its_file_and_no_file_for_ever_without_an_id(@TempDir Path data)
      throws Exception {
    System.out.println("MediaKillTest: -Dparley.kill.seed=" + SEED);
    var random = new Random(SEED);
    for (int round = 1; round <= ROUNDS; round++) {
      try (var server = ServerProcess.start(data)) {
        uploadUntilKilled(server, round, 1 + random.nextInt(UPLOADS_BEFORE_KILL_MAX));
      }
    }
    try (var server = ServerProcess.start(data)) {
      for (var entry : answered.entrySet()) {
        assertThat(download(server.url(), entry.getKey()))
            .as("file %s", entry.getKey())
            .startsWith(entry.getValue());
      }
      delete(server.url());
      awaitNoFiles(data.resolve("media"));
    }
  }

  private void uploadUntilKilled(ServerProcess server, int round, int uploads) throws Exception {
    var done = new CountDownLatch(uploads);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller;
        callers.execute(() -> uploadUntilGone(server.url(), round, first, done));
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).as("the server answers").isTrue();
      server.kill();
    }
  }

  private void uploadUntilGone(URI url, int round, int first, CountDownLatch done) {
    try {
      for (int i = first; ; i += CALLERS) {
        String words = "round %d, file %d;".formatted(round, i);
        HttpResponse<String> answer = upload(url, words, i * 7_919 % SIZE_MAX);
        if (answer.statusCode() == 200) {
          answered.put(answer.body().replaceAll("\\D", ""), words);
        }
        done.countDown();
      }
    } catch (IOException killed) {
      // As intended: what was under way has no answer, and may or may not be there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> upload(URI url, String words, int size)
      throws IOException, InterruptedException {
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + words
                + "x".repeat(size)
                + "\r\n--b--\r\n")
            .getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(url.resolve("/media"))
            .header("D360-API-KEY", Sandbox.KEY)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String download(URI url, String id) throws IOException, InterruptedException {
    String shown = call("GET", url.resolve("/" + id));
    return call("GET", URI.create(shown.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1")));
  }

  private void delete(URI url) throws IOException, InterruptedException {
    for (String id : answered.keySet()) {
      assertThat(call("DELETE", url.resolve("/" + id))).isEqualTo("{\"success\":true}");
    }
  }

  private String call(String method, URI url) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(url)
                .header("D360-API-KEY", Sandbox.KEY)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /// Uploads whose answer was lost have an id all the same: after those, only rows can hold files.
  private static void awaitNoFiles(Path media) throws IOException {
    long unanswered = CALLERS * (long) ROUNDS;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (count(media) > unanswered) {
      assertThat(System.nanoTime()).as("orphans are swept").isLessThan(deadline);
      Thread.onSpinWait();
    }
    try (Stream<Path> arriving = Files.list(media.resolve("arriving"))) {
      assertThat(arriving).as("half files of killed uploads").isEmpty();
    }
  }

  private static long count(Path media) throws IOException {
    try (Stream<Path> all = Files.walk(media)) {
      return all.filter(Files::isRegularFile).filter(file -> !file.endsWith("parley.lock")).count();
    }
  }
}
