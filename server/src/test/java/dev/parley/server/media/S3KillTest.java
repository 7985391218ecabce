package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 while files go into a bucket: each id that was answered has its bytes after the restart,
/// and no object stays for which there is no id.
class S3KillTest {
  private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
  private static final int CALLERS = 8;
  private static final int UPLOADS_BEFORE_KILL = 30;
  private static final int SIZE = 120_000;

  private final HttpClient http = HttpClient.newHttpClient();

  /// The size of each file, by its id: no two are equal.
  private final Map<String, Integer> answered = new ConcurrentHashMap<>();

  @Test
  void no_id_without_its_object_and_no_object_for_ever_without_an_id(@TempDir Path data)
      throws Exception {
    try (var bucket = S3Server.start()) {
      Process killed = serve(bucket, data);
      try {
        uploadUntilKilled(killed, url(killed));
      } finally {
        killed.destroyForcibly().onExit().join();
      }
      assertThat(answered).hasSizeGreaterThanOrEqualTo(UPLOADS_BEFORE_KILL);
      Process again = serve(bucket, data);
      try {
        URI url = url(again);
        for (var file : answered.entrySet()) {
          assertThat(call("GET", url.resolve("/" + file.getKey())))
              .contains("\"file_size\":" + file.getValue());
          assertThat(download(url, file.getKey())).isEqualTo(file.getValue());
          assertThat(call("DELETE", url.resolve("/" + file.getKey()))).contains("true");
        }
        // An upload whose answer was lost may have its id.
        awaitKeys(bucket, CALLERS);
      } finally {
        again.destroyForcibly().onExit().join();
      }
    }
    try (Stream<Path> arriving = Files.list(data.resolve("media/arriving"))) {
      assertThat(arriving).as("half files of killed uploads").isEmpty();
    }
  }

  private static Process serve(S3Server bucket, Path data) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.parley.server.boot.Main", "serve", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    S3Place place = bucket.place("kill/");
    command.addAll(List.of("--media", "s3://%s/kill".formatted(place.bucket())));
    command.addAll(List.of("--media-endpoint", String.valueOf(place.endpoint())));
    command.addAll(List.of("--media-region", place.region()));
    var child = new ProcessBuilder(command).redirectErrorStream(true);
    child.environment().put("AWS_ACCESS_KEY_ID", place.accessKey());
    child.environment().put("AWS_SECRET_ACCESS_KEY", place.secretKey().value());
    return child.start();
  }

  /// Once it listens.
  private static URI url(Process server) throws IOException {
    var said = new StringBuilder();
    BufferedReader lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher url = URL.matcher(line);
      if (line.contains("is running") && url.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
        return URI.create(url.group(1));
      }
    }
    throw new AssertionError("the server did not start; it said: " + said);
  }

  private void uploadUntilKilled(Process server, URI url) throws InterruptedException {
    var done = new CountDownLatch(UPLOADS_BEFORE_KILL);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller;
        callers.execute(() -> uploadUntilGone(url, first, done));
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).as("the server answers").isTrue();
      server.destroyForcibly().onExit().join();
    }
  }

  private void uploadUntilGone(URI url, int first, CountDownLatch done) {
    try {
      for (int i = first; ; i += CALLERS) {
        byte[] bytes = Samples.ofSize(Samples.JPEG, SIZE + i);
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(url.resolve("/media"))
                    .header("D360-API-KEY", Sandbox.KEY)
                    .header("Content-Type", Form.CONTENT_TYPE)
                    .POST(
                        HttpRequest.BodyPublishers.ofByteArray(
                            Form.upload(bytes, "a.jpg", "image/jpeg")))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          answered.put(answer.body().replaceAll("\\D", ""), bytes.length);
        }
        done.countDown();
      }
    } catch (IOException killed) {
      // As intended: what was under way has no answer, and may or may not be there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int download(URI url, String id) throws IOException, InterruptedException {
    String shown = call("GET", url.resolve("/" + id));
    return send("GET", URI.create(shown.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"))).length;
  }

  private String call(String method, URI url) throws IOException, InterruptedException {
    return new String(send(method, url), StandardCharsets.UTF_8);
  }

  private byte[] send(String method, URI url) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(url)
                .header("D360-API-KEY", Sandbox.KEY)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  private static void awaitKeys(S3Server bucket, int most) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (bucket.keys("kill/").size() > most) {
      assertThat(System.nanoTime()).as("orphans are swept").isLessThan(deadline);
    }
  }
}
