package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.MetaOpenApi;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every webhook that the server sends is what Meta's OpenAPI document says, as far as it says
/// anything; deviations are listed beside that document's reader, each with its reason.
class WireContractTest {
  private static final String CHATS = "/sandbox/handsets/%s/chats/" + Sandbox.NUMBER + "/messages/";

  @Test
  void every_webhook_validates_against_metas_document(@TempDir Path data) {
    Optional<MetaOpenApi> document = MetaOpenApi.load();
    Assumptions.assumeTrue(document.isPresent(), "skipped: there is no ../shared/reference");
    try (Sandbox sandbox = Sandbox.start(data, Instant.parse("2026-11-24T18:40:00Z"));
        Inbox inbox = Inbox.open()) {
      sandbox.deliverTo(inbox);
      int expected = play(sandbox);
      for (int i = 0; i < expected; i++) {
        String webhook = inbox.next().toString();
        assertThat(document.get().problems("WebhookPayload", webhook)).as(webhook).isEmpty();
      }
    }
  }

  /// One of each thing that makes webhooks; returns how many.
  private static int play(Sandbox sandbox) {
    int told = 0;
    Sandbox.Phone ada = sandbox.phone(Sandbox.ADA);
    for (Map.Entry<String, String> kind : Bodies.ALL.entrySet()) {
      Wamid sent = send(sandbox, kind.getValue());
      told += 2; // sent, delivered
      switch (kind.getKey()) {
        case "list" -> {
          ada.taps(sent, "olives");
          told++;
        }
        case "buttons" -> {
          ada.taps(sent, "late");
          told++;
        }
        case "location-request" -> {
          on(sandbox, sent, "/location", "{\"latitude\":40.7295,\"longitude\":-73.9881}");
          told++;
        }
        case "products" -> {
          on(
              sandbox,
              sent,
              "/order",
              "{\"product_items\":[{\"product_retailer_id\":\"sku-01\",\"quantity\":2}]}");
          told++;
        }
        case "text" -> {
          on(sandbox, sent, "/reaction", "{\"emoji\":\"👍\"}");
          on(sandbox, sent, "/reaction", "{\"emoji\":\"\"}");
          told += 2;
        }
        default -> {}
      }
    }
    Wamid last = send(sandbox, Bodies.text("and read"));
    ada.reads(last);
    told += 2 + 1 + Bodies.ALL.size(); // all of the chat is read with it
    ada.writes("Grüße 🍕");
    told++;
    sandbox.advance(Duration.ofHours(25));
    send(sandbox, Bodies.text("too late"));
    return told + 1;
  }

  private static void on(Sandbox sandbox, Wamid message, String what, String body) {
    String path =
        CHATS.formatted(Sandbox.ADA)
            + URLEncoder.encode(message.value(), StandardCharsets.UTF_8)
            + what;
    int status = sandbox.call("POST", path, read(body)).status();
    assertThat(status).as(path).isBetween(200, 299);
  }

  private static Wamid send(Sandbox sandbox, String body) {
    JsonObject answer =
        sandbox.call("POST", "/messages", read(body.formatted(Sandbox.ADA))).require(200).object();
    return new Wamid(answer.toString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
  }

  private static Json read(String body) {
    return JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
  }
}
