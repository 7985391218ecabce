package dev.parley.server.boot;

import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A short life of the server for the JVM to learn from: it then starts in half the time. Called by
/// `./parley` after a build.
final class AotTraining {
  private static final int ROUNDS = 200;

  private static final String LIST =
      """
      {"messaging_product":"whatsapp","to":"15550100101","type":"interactive","interactive":\
      {"type":"list","body":{"text":"Which?"},"action":{"button":"Rows","sections":[{"rows":[\
      {"id":"a","title":"A","description":"first"},{"id":"b","title":"B"}]}]}}}\
      """;

  private AotTraining() {}

  static int run(PrintStream err) {
    Path directory = null;
    try {
      directory = Files.createTempDirectory("parley-train");
      try (var server =
              HubServer.start(
                  Config.inDirectory(directory), Seed.first(), SandboxClock.real(), broken -> {});
          var http = HttpClient.newHttpClient()) {
        for (int i = 0; i < ROUNDS; i++) {
          post(http, server.baseUrl() + "/messages", LIST);
        }
        post(http, server.baseUrl() + "/messages", "{\"type\":\"text\"}");
        validate(directory);
        for (String path : List.of("/", "/sandbox", "/sandbox/events", "/assets/app.js")) {
          get(http, server.baseUrl() + path);
        }
      }
      return 0;
    } catch (IOException e) {
      err.println("parley: training for a quick start failed: " + e);
      return Main.EXIT_FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Main.EXIT_FAILED;
    } finally {
      delete(directory);
    }
  }

  /// `./parley validate` runs at every save of a file in some editors.
  private static void validate(Path directory) throws IOException {
    Path file = directory.resolve("body.json");
    Files.writeString(file, "{\"type\":\"text\",\"txt\":{\"body\":7}}");
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new ValidateCommand(InputStream.nullInputStream(), nowhere, nowhere)
        .run(List.of(file.toString()));
  }

  private static void post(HttpClient http, String url, String body)
      throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("D360-API-KEY", "parley-sandbox")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static void get(HttpClient http, String url) throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
  }

  private static void delete(@org.jspecify.annotations.Nullable Path directory) {
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException leftBehind) {
      // A temporary directory; the system clears it.
    }
  }
}
