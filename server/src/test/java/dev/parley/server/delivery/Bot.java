package dev.parley.server.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real receiver of webhooks on a free port, with scripted answers.
final class Bot implements AutoCloseable {
  /// For the slowest machine; a test that passes never waits for it.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern FROM = Pattern.compile("\"from\":\"(\\d+)\"");
  private static final Pattern TEXT = Pattern.compile("\"body\":\"([^\"]*)\"");

  private final HttpServer server;
  private final LinkedBlockingQueue<Arrival> unread = new LinkedBlockingQueue<>();
  private final List<Arrival> all = new ArrayList<>();
  private volatile Function<Arrival, Reply> script = arrival -> Reply.status(200);

  private Bot(HttpServer server) {
    this.server = server;
  }

  static Bot start() {
    return start(0);
  }

  static Bot start(int port) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      var bot = new Bot(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", bot::receive);
      server.start();
      return bot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request that came in.
  ///
  /// @param body one character per byte
  record Arrival(String method, URI uri, Map<String, List<String>> headers, String body) {
    byte[] bytes() {
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    String text() {
      return find(TEXT);
    }

    String from() {
      return find(FROM);
    }

    private String find(Pattern pattern) {
      Matcher matcher = pattern.matcher(body);
      return matcher.find() ? matcher.group(1) : "";
    }
  }

  /// What the bot does with a request.
  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException;

    static Reply status(int status) {
      return status(status, "");
    }

    static Reply status(int status, String body) {
      return exchange -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      };
    }

    static Reply redirect(String location) {
      return exchange -> {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
      };
    }

    /// Answers 200 once the gate is open.
    static Reply after(CountDownLatch gate) {
      return exchange -> {
        try {
          if (!gate.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the gate stayed shut");
          }
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        status(200).to(exchange);
      };
    }

    /// Ends the connection without a word.
    static Reply hangUp() {
      return exchange -> {};
    }
  }

  Bot answering(Function<Arrival, Reply> newScript) {
    script = newScript;
    return this;
  }

  Bot answering(int status) {
    return answering(arrival -> Reply.status(status));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/webhook");
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// The next request that nobody has read yet.
  Arrival next() {
    try {
      Arrival arrival = unread.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival == null) {
        throw new AssertionError("nothing came within " + PATIENCE + "; so far: " + texts());
      }
      return arrival;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<String> nextTexts(int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(next().text());
    }
    return texts;
  }

  /// All texts that came, oldest first.
  synchronized List<String> texts() {
    return all.stream().map(Arrival::text).toList();
  }

  synchronized List<String> textsFrom(String user) {
    return all.stream().filter(a -> a.from().equals(user)).map(Arrival::text).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var arrival =
          new Arrival(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
      Function<Arrival, Reply> now = script;
      synchronized (this) {
        all.add(arrival);
      }
      unread.add(arrival);
      now.apply(arrival).to(exchange);
    }
  }
}
