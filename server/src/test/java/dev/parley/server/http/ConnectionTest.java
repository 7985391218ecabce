package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.http.HttpConfig.Limits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final Handler ECHO =
      r -> Response.bytes(200, "text/plain", r.body(1024)).with("X-Path", r.rawPath());

  @Test
  void a_connection_carries_request_after_request() {
    try (var server = TestServer.of(ECHO);
        var connection = server.connect()) {
      for (String body : new String[] {"one", "two", "three"}) {
        var answer = connection.send(BodyTest.post("/" + body, body)).answer();
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Connection")).isNull();
      }
    }
  }

  @Test
  void requests_sent_ahead_are_answered_in_order() {
    try (var server = TestServer.of(ECHO);
        var connection = server.connect()) {
      connection.send(
          BodyTest.post("/1", "one")
              + "GET /2 HTTP/1.1\r\nHost: x\r\n\r\n"
              + BodyTest.post("/3", "three"));
      assertThat(connection.answer().body()).isEqualTo("one");
      assertThat(connection.answer().header("X-Path")).isEqualTo("/2");
      assertThat(connection.answer().body()).isEqualTo("three");
    }
  }

  @Test
  void who_asks_to_close_gets_one_answer_and_the_end() {
    try (var server = TestServer.of(ECHO);
        var connection = server.connect()) {
      String get = "GET /1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      connection.send(get + get);
      assertThat(connection.answer().header("Connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void http_1_0_is_spoken() {
    try (var server = TestServer.of(ECHO);
        var connection = server.connect()) {
      connection.send("POST / HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello");
      assertThat(connection.answer().body()).isEqualTo("hello");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void http_1_0_keeps_the_connection_when_asked_to() {
    try (var server = TestServer.of(ECHO);
        var connection = server.connect()) {
      for (int i = 0; i < 2; i++) {
        connection.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(connection.answer().header("Connection")).isEqualToIgnoringCase("keep-alive");
      }
    }
  }

  @Test
  void the_errors_of_the_first_bytes_come_in_our_words() {
    try (var server = TestServer.of(ECHO)) {
      assertThat(server.ask("GET / HTTP/1.1\r\n\r\n").body())
          .isEqualTo("400|the request line or a header is malformed|trace-1|/");
      assertThat(server.ask("nonsense\r\n\r\n").body())
          .isEqualTo("400|the request line or a header is malformed|trace-2|");
      assertThat(server.ask("GET / HTTP/7.1\r\nHost: x\r\n\r\n").status()).isEqualTo(505);
      assertThat(server.ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status()).isEqualTo(426);
      assertThat(server.ask("GET / HTTP/1.1\r\nHost: x\r\nA\0b: c\r\n\r\n").status())
          .isEqualTo(400);
      assertThat(server.ask(post("A: b\u0001c")).status()).isEqualTo(400);
      assertThat(server.ask(post("A: b\u007fc")).status()).isEqualTo(400);
      assertThat(server.ask(post("A: b\r\n folded")).status()).isEqualTo(400);
      assertThat(server.ask(post("Transfer-Encoding: gzip")).status()).isIn(400, 501);
      assertThat(server.ask(post("Content-Length: -1")).status()).isEqualTo(400);
      assertThat(server.ask(post("Content-Length: five")).status()).isEqualTo(400);
    }
  }

  private static String post(String header) {
    return "POST / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a%", "/%zz", "/%00", "/a/../b", "/%2e%2e", "/%ff", "/a?b=%", "*", "/a?b=%00"})
  void a_target_that_cannot_be_read_is_400(String target) {
    try (var server = TestServer.of(ECHO)) {
      var answer = server.get(target);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).startsWith("400|").contains("|trace-1|");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "/a//b", "/..%2fb", "/[]{}|^", "/a;b=c/d", "/a%2Fb", "/a%5Cb"})
  void any_other_target_reaches_the_handler_as_sent(String target) {
    try (var server = TestServer.of(ECHO)) {
      assertThat(server.get(target).header("X-Path")).isEqualTo(target);
    }
  }

  @Test
  void a_whole_url_is_a_target_too() {
    try (var server = TestServer.of(ECHO)) {
      assertThat(server.get("http://x/messages?a=1").header("X-Path")).isEqualTo("/messages");
      assertThat(server.get("http://x").header("X-Path")).isEqualTo("/");
      assertThat(server.ask("CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n").status())
          .isEqualTo(501);
      assertThat(server.ask("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(400);
    }
  }

  @Test
  void what_is_too_long_is_refused_with_the_limit() {
    try (var server = TestServer.of(ECHO)) {
      assertThat(server.get("/" + "a".repeat(Target.CHARS_MAX - 1)).status()).isEqualTo(200);
      assertThat(server.get("/" + "a".repeat(Target.CHARS_MAX)).body())
          .startsWith("414|path and query are longer than 8192 characters|trace-1|/aaa");
      assertThat(server.get("/" + "a".repeat(20_000)).body())
          .startsWith("414|the URI is longer than 16384 bytes|");
      String header = "A: " + "a".repeat(20_000) + "\r\n";
      assertThat(server.ask("GET / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n").body())
          .isEqualTo("431|the headers are larger than 16384 bytes|trace-3|/");
    }
  }

  @Test
  void headers_are_found_in_any_case_and_all_their_values() {
    Handler handler =
        r ->
            Response.text(
                200,
                r.headers().first("d360-api-key")
                    + r.headers().values("X-A")
                    + r.headers().first("X-B")
                    + r.remoteIsLoopback());
    try (var server = TestServer.of(handler)) {
      String headers = "D360-API-KEY: k\r\nx-a: 1\r\nX-a: 2\r\n";
      assertThat(server.ask("GET / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").body())
          .isEqualTo("k[1, 2]nulltrue");
    }
  }

  @Test
  void a_connection_on_which_nothing_moves_is_closed() {
    var limits = limits(Duration.ofMillis(500), 100);
    try (var server = TestServer.of(limits, ECHO);
        var silent = server.connect();
        var halfway = server.connect();
        var used = server.connect()) {
      halfway.send("GET / HT");
      used.send(BodyTest.post("/", "hello"));
      assertThat(used.answer().body()).isEqualTo("hello");
      assertThat(silent.isClosedByServer()).isTrue();
      assertThat(used.isClosedByServer()).isTrue();
      String rest = halfway.untilClosed();
      assertThat(rest.isEmpty() || rest.startsWith("HTTP/1.1 408")).isTrue();
    }
  }

  @Test
  void a_body_that_stalls_longer_than_the_idle_time_is_408_as_well() {
    try (var server = TestServer.of(limits(Duration.ofMillis(500), 100), ECHO);
        var connection = server.connect()) {
      connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
      assertThat(connection.answer().body()).isEqualTo("408|the body stopped arriving|trace-1|/");
    }
  }

  @Test
  void an_answer_may_take_longer_than_the_idle_time() throws InterruptedException {
    var idle = Duration.ofMillis(500);
    var mayAnswer = new CountDownLatch(1);
    Handler slow =
        r -> {
          if (r.rawPath().equals("/slow")) {
            mayAnswer.await();
          }
          return Response.text(200, "done");
        };
    try (var server = TestServer.of(limits(idle, 100), slow);
        var waiting = server.connect();
        var silent = server.connect()) {
      waiting.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(silent.isClosedByServer()).isTrue();
      try (var another = server.connect()) {
        assertThat(another.isClosedByServer()).isTrue(); // So twice the time has passed.
      }
      mayAnswer.countDown();
      assertThat(waiting.answer().body()).isEqualTo("done");
    }
  }

  @Test
  void beyond_the_limit_a_connection_waits_for_another_to_close() {
    try (var server = TestServer.of(limits(Duration.ofSeconds(5), 1), ECHO);
        var first = server.connect()) {
      first.send(BodyTest.post("/", "first"));
      assertThat(first.answer().body()).isEqualTo("first");
      try (var second = server.connect()) {
        second.send(BodyTest.post("/", "second"));
        first.send(BodyTest.post("/", "again"));
        assertThat(first.answer().body()).isEqualTo("again");
        first.sendNoMore();
        assertThat(second.answer().body()).isEqualTo("second");
      }
    }
  }

  private static Limits limits(Duration idleMax, int connectionsMax) {
    return new Limits(connectionsMax, idleMax, Duration.ofSeconds(5), TestServer.LIMITS.streams());
  }
}
