package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 at random moments under load. Whatever got a 2xx is in the journal after the restart, no
/// status is missing, and the bot is told of everything at least once.
///
/// `-Dparley.kill.rounds=200` for the long run, `-Dparley.kill.seed=N` to repeat one.
class KillTest {
  private static final int ROUNDS = Integer.getInteger("parley.kill.rounds", 30);
  private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());
  private static final int CALLERS = 8;
  private static final int CALLS_BEFORE_KILL_MAX = 150;
  private static final int HANDSETS = 12;

  /// A webhook whose attempt failed is tried again after 5 s, then after 15 s.
  private static final Duration RETRIES = Duration.ofSeconds(40);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  @Test
  void nothing_accepted_is_lost_however_often_it_is_killed(@TempDir Path data) throws Exception {
    System.out.println("KillTest: -Dparley.kill.seed=" + SEED);
    var random = new Random(SEED);
    try (Inbox inbox = Inbox.open()) {
      for (int round = 1; round <= ROUNDS; round++) {
        int calls = 1 + random.nextInt(CALLS_BEFORE_KILL_MAX);
        // What the user wrote before the endpoint was set would be told to nobody.
        try (var server = ServerProcess.start(data, "--webhook", inbox.url().toString())) {
          if (round == 1) {
            requireEndpoint(server.url());
          }
          loadUntilKilled(server, calls);
        }
        if (round % 5 == 0 || round == ROUNDS) {
          try (var server = ServerProcess.start(data, "--webhook", inbox.url().toString())) {
            check(server.url(), inbox, round);
            assertThat(server.terminate(10)).as("SIGTERM stops within 10 s").isTrue();
          }
        }
      }
    }
  }

  private void requireEndpoint(URI url) throws Exception {
    // The welcome is printed before the handshake is over.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!get(url, "/sandbox").toString().contains("/webhook")) {
      assertThat(System.nanoTime()).as("the webhook is set at start").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void loadUntilKilled(ServerProcess server, int calls) throws InterruptedException {
    var answered = new CountDownLatch(calls);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller;
        callers.execute(() -> callUntilGone(server.url(), first, answered));
      }
      assertThat(answered.await(60, TimeUnit.SECONDS)).as("the server answers").isTrue();
      server.kill();
    }
  }

  private void callUntilGone(URI url, int first, CountDownLatch answered) {
    try {
      for (int i = first; ; i++) {
        String handset = "155501002%02d".formatted(i % HANDSETS);
        boolean business = i % 3 != 0;
        HttpResponse<byte[]> answer =
            business ? send(url, i % 5 == 0 ? handset : Sandbox.ADA) : write(url, Sandbox.GRACE);
        if (answer.statusCode() / 100 == 2) {
          (business ? sent : written).add(firstId(answer.body()));
        }
        answered.countDown();
      }
    } catch (IOException killed) {
      // As intended: what was under way has no answer, and may or may not be there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(URI url, Inbox inbox, int round) throws Exception {
    Set<String> settled = new HashSet<>();
    Set<String> accepted = new HashSet<>();
    Set<String> received = new HashSet<>();
    List<String> told = new ArrayList<>();
    String after = "";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    // Reads on until each accepted message has its last status: what was pending is taken up.
    while (true) {
      JsonObject page = get(url, "/sandbox/events?wait=PT2S&after=" + after);
      after = text(page, "next");
      for (Json item : ((JsonArray) java.util.Objects.requireNonNull(page.get("events"))).items()) {
        JsonObject event = (JsonObject) item;
        String wamid = text(event, "wamid");
        switch (text(event, "kind")) {
          case "message.accepted" -> accepted.add(wamid);
          case "message.received" -> received.add(wamid);
          case "message.delivered", "message.failed" -> settled.add(wamid);
          default -> {}
        }
        boolean seeded = text(event, "text").equals("Hi");
        if (event.has("webhook") && !seeded) {
          told.add(key(wamid, text(event, "kind")));
        }
      }
      if (accepted.containsAll(sent) && settled.containsAll(accepted)) {
        break;
      }
      assertThat(System.nanoTime())
          .as(
              "round %d: %d of %d accepted, %d settled",
              round, accepted.size(), sent.size(), settled.size())
          .isLessThan(deadline);
    }
    assertThat(accepted).as("round %d: every 2xx of a business", round).containsAll(sent);
    assertThat(received).as("round %d: every 2xx of a user", round).containsAll(written);
    awaitTold(inbox, new HashSet<>(told));
  }

  private static void awaitTold(Inbox inbox, Set<String> told) {
    inbox.story().forEach(delivered -> told.remove(key(delivered)));
    while (!told.isEmpty()) {
      told.remove(key(inbox.next(any -> true, RETRIES)));
    }
  }

  private static String key(Inbox.Delivered delivered) {
    JsonObject item = delivered.item();
    String status = text(item, "status");
    return key(text(item, "id"), status.isEmpty() ? "message.received" : "message." + status);
  }

  private static String key(String wamid, String kind) {
    return wamid + " " + kind;
  }

  private HttpResponse<byte[]> send(URI url, String to) throws IOException, InterruptedException {
    return post(
        url.resolve("/messages"),
        """
        {"messaging_product":"whatsapp","to":"%s","type":"template",
         "template":{"name":"hello_world","language":{"code":"en_US"}}}\
        """
            .formatted(to));
  }

  private HttpResponse<byte[]> write(URI url, String from)
      throws IOException, InterruptedException {
    return post(
        url.resolve("/sandbox/handsets/" + from + "/chats/" + Sandbox.NUMBER + "/messages"),
        """
        {"type":"text","text":{"body":"still there?"}}\
        """);
  }

  private HttpResponse<byte[]> post(URI url, String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url)
            .header("D360-API-KEY", Sandbox.KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonObject get(URI url, String path) throws IOException, InterruptedException {
    byte[] body =
        http.send(
                HttpRequest.newBuilder(url.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    return (JsonObject) JsonReader.read(body).orThrow();
  }

  private static String firstId(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8).replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString(var value) ? value : "";
  }
}
