package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The address of a user's file in the webhook.
class InboundFileUrlTest {
  @TempDir private Path data = Path.of("");

  @Test
  void a_bot_downloads_from_the_webhooks_address_also_when_it_comes_late() throws Exception {
    byte[] words = "Soup of the day".getBytes(StandardCharsets.UTF_8);
    try (Sandbox sandbox = Sandbox.start(data, Instant.parse("2026-11-25T10:00:00Z"));
        Inbox inbox = Inbox.open();
        HttpClient http = HttpClient.newHttpClient()) {
      sandbox.deliverTo(inbox);
      inbox.answers(500);
      String added =
          http.send(
                  HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/media"))
                      .header("Content-Type", "text/plain")
                      .POST(BodyPublishers.ofByteArray(words))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      String id = added.replaceAll(".*\"id\":\"(\\d+)\".*", "$1");
      Json body =
          JsonReader.read(
                  "{\"type\":\"document\",\"document\":{\"id\":\"%s\"}}"
                      .formatted(id)
                      .getBytes(StandardCharsets.UTF_8))
              .orThrow();
      sandbox
          .call(
              "POST",
              "/sandbox/handsets/%s/chats/%s/messages".formatted(Sandbox.ADA, Sandbox.NUMBER),
              body)
          .require(201);
      String first = url(inbox.nextRefused());
      inbox.answers(200);
      // The next attempt has its time only when this one is over.
      while (!sandbox.get("/console/deliveries").body().toString().contains("\"next_at\":\"")) {
        Thread.onSpinWait();
      }
      sandbox.advance(Duration.ofMinutes(10));
      String late = url(inbox.next());
      assertThat(status(http, first)).as("too old").isEqualTo(404);
      assertThat(status(http, late)).isEqualTo(200);
    }
  }

  private static int status(HttpClient http, String url) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(url)).header("D360-API-KEY", Sandbox.KEY).build(),
            BodyHandlers.ofByteArray())
        .statusCode();
  }

  private static String url(Inbox.Delivered told) {
    return told.json().toString().replaceAll(".*\"url\":\"([^\"]*)\".*", "$1");
  }
}
