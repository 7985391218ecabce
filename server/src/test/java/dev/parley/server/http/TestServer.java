package dev.parley.server.http;

import dev.parley.server.http.HttpConfig.Limits;
import dev.parley.server.http.HttpConfig.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A real server on a free port with short limits, whose errors read `status|message|trace
/// id|path`.
final class TestServer implements AutoCloseable {
  static final Limits LIMITS =
      new Limits(
          1_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          new Streams(3, 4, Duration.ofMillis(50)));

  private final HttpServer server;

  private TestServer(HttpServer server) {
    this.server = server;
  }

  static TestServer of(Handler handler) {
    return of(LIMITS, handler);
  }

  static TestServer of(Route... routes) {
    return of(Router.of(List.of(routes)));
  }

  static TestServer of(Limits limits, Handler handler) {
    var traces = new AtomicInteger();
    try {
      return new TestServer(
          HttpServer.start(
              new HttpConfig("127.0.0.1", 0, limits),
              handler,
              TestServer::word,
              () -> "trace-" + traces.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response.Answer word(HttpError error) {
    return Response.text(
        error.status(),
        "%d|%s|%s|%s".formatted(error.status(), error.message(), error.traceId(), error.rawPath()));
  }

  RawConnection connect() {
    return new RawConnection(server.port());
  }

  /// Sends one request on a connection of its own.
  RawConnection.Answer ask(String request) {
    try (var connection = connect()) {
      return connection.send(request).answer();
    }
  }

  RawConnection.Answer get(String target) {
    return ask("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  HttpServer http() {
    return server;
  }

  @Override
  public void close() {
    try {
      server.stop(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
