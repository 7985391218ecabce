package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  @Test
  void an_unexpected_exception_shows_a_trace_id_and_is_logged_once_with_it() {
    var seen = new Kept();
    LOG.setUseParentHandlers(false);
    LOG.addHandler(seen);
    try (var server =
        TestServer.of(r -> {
          throw new IllegalStateException("secret " + r.body(100).length);
        })) {
      var answer = server.ask(BodyTest.post("/a?token=hidden", "the body"));
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body())
          .isEqualTo(
              "500|an unexpected error; the server's log has it under trace id trace-1|trace-1|/a");
      assertThat(seen.records).hasSize(1);
      String line = new SimpleFormatter().formatMessage(seen.records.getFirst());
      assertThat(line).isEqualTo("POST /a failed, trace id trace-1");
      assertThat(seen.records.getFirst().getThrown()).hasMessage("secret 8");
    } finally {
      LOG.removeHandler(seen);
      LOG.setUseParentHandlers(true);
    }
  }

  @Test
  void errors_without_words_still_have_a_status() throws Exception {
    LOG.setUseParentHandlers(false);
    var server =
        HttpServer.start(
            new HttpConfig("127.0.0.1", 0, TestServer.LIMITS),
            _ -> Response.failure(404, "gone"),
            _ -> {
              throw new IllegalStateException("no words");
            },
            () -> "t");
    try (var connection = new RawConnection(server.port())) {
      connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(connection.answer().body()).isEqualTo("error 404\n");
    } finally {
      server.stop(Duration.ofSeconds(1));
      LOG.setUseParentHandlers(true);
    }
  }

  @Test
  void a_header_from_outside_cannot_add_another() {
    assertThatThrownBy(() -> Response.empty(200).with("Location", "/a\r\nSet-Cookie: b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_port_in_use_is_named() {
    try (var server = TestServer.of(_ -> Response.empty(200))) {
      int port = server.http().port();
      assertThatThrownBy(() ->
              HttpServer.start(
                  new HttpConfig("127.0.0.1", port, TestServer.LIMITS),
                  _ -> Response.empty(200),
                  e -> Response.empty(e.status()),
                  () -> "t"))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot listen on 127.0.0.1 port " + port);
    }
  }

  @Test
  void a_running_request_ends_in_peace_when_the_server_stops() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var server =
        TestServer.of(_ -> {
          begun.countDown();
          mayEnd.await();
          return Response.text(200, "done");
        });
    try (var running = server.connect();
        var idle = server.connect()) {
      running.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      begun.await();
      var stopping = Thread.ofVirtual().start(server::close);
      assertThat(idle.isClosedByServer()).isTrue(); // So the stop is under way.
      mayEnd.countDown();
      assertThat(running.answer().body()).isEqualTo("done");
      assertThat(running.isClosedByServer()).isTrue();
      stopping.join();
    }
  }

  @Test
  void a_request_that_does_not_end_is_cut_when_the_time_is_over() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var server =
        TestServer.of(_ -> {
          begun.countDown();
          never.await();
          return Response.empty(200);
        });
    try (var running = server.connect()) {
      running.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      begun.await();
      long start = System.nanoTime();
      var log = Logger.getLogger(HttpServer.class.getName());
      log.setUseParentHandlers(false);
      server.http().stop(Duration.ofMillis(200));
      log.setUseParentHandlers(true);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(running.untilClosed()).isEmpty();
      never.countDown();
    }
  }

  @Test
  void a_server_with_idle_connections_stops_at_once() throws InterruptedException {
    var server = TestServer.of(r -> Response.bytes(200, "x/y", r.body(10)));
    try (var idle = server.connect();
        var used = server.connect()) {
      assertThat(used.send(BodyTest.post("/", "hello")).answer().body()).isEqualTo("hello");
      long start = System.nanoTime();
      server.http().stop(Duration.ofSeconds(60));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(idle.isClosedByServer()).isTrue();
      assertThat(used.isClosedByServer()).isTrue();
    }
  }

  private static final class Kept extends Handler {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord logRecord) {
      records.add(logRecord);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
