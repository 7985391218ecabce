package dev.parley.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.client.WebhookSignature;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A bot's webhook endpoint for tests: answers the handshake, keeps what arrives, and can be told
/// to answer otherwise.
public final class Inbox implements AutoCloseable {
  /// How long a test waits for a webhook before it fails.
  public static final Duration WAIT = Duration.ofSeconds(10);

  /// Webhooks that a failure prints.
  private static final int SHOWN_MAX = 20;

  private final HttpServer server;
  private final BlockingQueue<Delivered> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<Delivered> refused = new LinkedBlockingQueue<>();
  private final List<Delivered> all = new ArrayList<>();
  private volatile int answer = 200;

  private Inbox(HttpServer server) {
    this.server = server;
  }

  /// One POST.
  ///
  /// @param body the bytes exactly as they came
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Delivered(byte[] body, @Nullable String signature) {
    public JsonObject json() {
      return (JsonObject) JsonReader.read(body).orThrow();
    }

    /// `entry[0].changes[0].value`
    public JsonObject value() {
      JsonObject entry = first(json(), "entry");
      JsonObject change = first(entry, "changes");
      return (JsonObject) java.util.Objects.requireNonNull(change.get("value"));
    }

    /// The one message or status in it.
    public JsonObject item() {
      JsonObject value = value();
      return value.has("messages") ? first(value, "messages") : first(value, "statuses");
    }

    public boolean isSignedWith(String appSecret) {
      return new WebhookSignature(appSecret).matches(body, signature);
    }

    private static JsonObject first(JsonObject object, String array) {
      Json items = java.util.Objects.requireNonNull(object.get(array));
      return (JsonObject) ((JsonArray) items).get(0);
    }

    @Override
    public String toString() {
      return new String(body, StandardCharsets.US_ASCII);
    }
  }

  /// Listens on any free port of loopback.
  public static Inbox open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var inbox = new Inbox(server);
      server.createContext("/", inbox::take);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return inbox;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("an inbox could not listen", e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }

  /// From now on this status is answered; what comes is `next()` only when it is 2xx.
  public void answers(int status) {
    answer = status;
  }

  /// The next webhook, in the order of arrival.
  public Delivered next() {
    return next(any -> true);
  }

  /// The next webhook that is meant; others before it are passed over.
  public Delivered next(Predicate<Delivered> meant) {
    return next(meant, WAIT);
  }

  /// The next webhook that is meant, for which the caller has more patience, or less.
  public Delivered next(Predicate<Delivered> meant, Duration wait) {
    return next(waiting, meant, wait);
  }

  /// The next webhook that was not answered with 2xx: an attempt that is made again.
  public Delivered nextRefused() {
    return next(refused, any -> true, WAIT);
  }

  private Delivered next(
      BlockingQueue<Delivered> queue, Predicate<Delivered> meant, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (true) {
        Delivered delivered = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (delivered == null) {
          throw new AssertionError("no such webhook within " + wait + "; came last: " + lastOnes());
        }
        if (meant.test(delivered)) {
          return delivered;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a webhook", e);
    }
  }

  /// All that came so far.
  public List<Delivered> story() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  private List<Delivered> lastOnes() {
    List<Delivered> story = story();
    return story.subList(Math.max(0, story.size() - SHOWN_MAX), story.size());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        respond(exchange, 200, challenge(exchange.getRequestURI()));
        return;
      }
      var delivered =
          new Delivered(
              exchange.getRequestBody().readAllBytes(),
              exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER));
      int status = answer;
      if (status / 100 == 2) {
        synchronized (all) {
          all.add(delivered);
        }
        waiting.add(delivered);
      } else {
        refused.add(delivered);
      }
      respond(exchange, status, "");
    }
  }

  private static String challenge(URI uri) {
    for (String pair : String.valueOf(uri.getRawQuery()).split("&", -1)) {
      if (pair.startsWith("hub.challenge=")) {
        return URLDecoder.decode(pair.substring(14), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static void respond(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
