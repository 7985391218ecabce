package dev.parley.server.corpus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A bot's webhook on a free port: answers the handshake with its verify token, and every webhook
/// with 200.
public final class Receiver implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final String verifyToken;
  private final LinkedBlockingQueue<Arrival> webhooks = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> handshakes = new LinkedBlockingQueue<>();

  private Receiver(HttpServer server, String verifyToken) {
    this.server = server;
    this.verifyToken = verifyToken;
  }

  public static Receiver knowing(String verifyToken) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var receiver = new Receiver(server, verifyToken);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", receiver::receive);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A webhook that came in.
  public record Arrival(String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> String.join(",", entry.getValue()))
          .findFirst()
          .orElse("");
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      if (exchange.getRequestMethod().equals("POST")) {
        webhooks.add(
            new Arrival(
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.ISO_8859_1)));
        exchange.sendResponseHeaders(200, -1);
      } else {
        handshakes.add(query);
        boolean knows = query.contains("hub.verify_token=" + verifyToken);
        String challenge = query.replaceFirst(".*hub\\.challenge=(\\d+).*", "$1");
        byte[] answer = (knows ? challenge : "no").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(knows ? 200 : 403, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook";
  }

  public int handshakes() {
    return handshakes.size();
  }

  /// The next webhook that holds this text; others are passed over.
  public Arrival next(String holding) {
    try {
      while (true) {
        Arrival arrival = webhooks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (arrival == null) {
          throw new AssertionError("no webhook with " + holding + " came");
        }
        if (arrival.body().contains(holding)) {
          return arrival;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Whether a webhook with this text has come that nobody read.
  public boolean has(String holding) {
    return webhooks.stream().anyMatch(arrival -> arrival.body().contains(holding));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
