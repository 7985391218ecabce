package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.http.HttpConfig.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final int MAX = 2 * 1024 * 1024;

  private final AtomicInteger asked = new AtomicInteger();
  private final TestServer server =
      TestServer.of(
          new Route("POST", "/echo", r -> Response.bytes(200, "x/y", r.body(MAX))),
          new Route("POST", "/length", r -> Response.text(200, "" + r.body(MAX).length)),
          new Route("POST", "/twice", BodyTest::lookTwice),
          new Route("POST", "/ignore", _ -> Response.text(200, "" + asked.incrementAndGet())),
          new Route("POST", "/stream", BodyTest::count));

  private static Response lookTwice(Request request) {
    return Response.text(200, request.body(9).length + "," + request.body(8).length);
  }

  private static Response count(Request request) throws IOException {
    try (var in = request.stream(MAX, Duration.ofSeconds(5))) {
      return Response.text(200, "" + in.readAllBytes().length);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_body_comes_whole_whether_its_length_is_known_or_chunked() {
    assertThat(server.ask(post("/echo", "hello")).body()).isEqualTo("hello");
    assertThat(server.ask(post("/echo", "")).body()).isEmpty();
    assertThat(server.ask("POST /echo HTTP/1.1\r\nHost: x\r\n\r\n").body()).isEmpty();
    String chunks = "3\r\nhel\r\n2;ext=1\r\nlo\r\n0\r\nT: 1\r\n\r\n";
    assertThat(server.ask(chunked("/echo") + chunks).body()).isEqualTo("hello");
    String large = "x".repeat(MAX);
    assertThat(server.ask(post("/length", large)).body()).isEqualTo("" + MAX);
    assertThat(server.ask(post("/stream", large)).body()).isEqualTo("" + MAX);
    assertThat(server.ask(chunked("/length") + "200000\r\n" + large + "\r\n0\r\n\r\n").body())
        .isEqualTo("" + MAX);
  }

  @Test
  void a_body_that_arrives_in_pieces_is_waited_for() {
    try (var connection = server.connect()) {
      connection.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
      assertThat(connection.send("llo").answer().body()).isEqualTo("hello");
    }
  }

  @Test
  void several_may_look_at_the_body_each_with_his_limit() {
    assertThat(server.ask(post("/twice", "12345678")).body()).isEqualTo("8,8");
    assertThat(server.ask(post("/twice", "123456789")).status()).isEqualTo(413);
  }

  @Test
  void fifty_megabytes_are_refused_with_an_answer_that_the_client_reads() {
    byte[] megabyte = new byte[1024 * 1024];
    try (var connection = server.connect()) {
      connection.send(head("/echo", "Content-Length: " + 50 * megabyte.length));
      for (int i = 0; i < 50; i++) {
        connection.send(megabyte);
      }
      var answer = connection.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body())
          .isEqualTo("413|the body is larger than 2097152 bytes|trace-1|/echo");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void fifty_megabytes_in_chunks_are_refused_too() {
    byte[] megabyte = new byte[1024 * 1024];
    for (String path : new String[] {"/echo", "/stream"}) {
      try (var connection = server.connect()) {
        connection.send(chunked(path));
        for (int i = 0; i < 50; i++) {
          connection.send("100000\r\n").send(megabyte).send("\r\n");
        }
        assertThat(connection.send("0\r\n\r\n").answer().status()).isEqualTo(413);
        assertThat(connection.isClosedByServer()).isTrue();
      }
    }
  }

  @Test
  void one_huge_chunk_is_refused_without_being_held() {
    try (var connection = server.connect()) {
      connection.send(chunked("/echo") + "7fffffff\r\n").send(new byte[3 * 1024 * 1024]);
      assertThat(connection.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void who_asks_first_is_refused_before_he_sends() {
    try (var connection = server.connect()) {
      connection.send(head("/echo", "Content-Length: 50000000\r\nExpect: 100-continue"));
      var answer = connection.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void who_asks_first_is_told_to_go_on() {
    try (var connection = server.connect()) {
      connection.send(head("/echo", "Content-Length: 5\r\nExpect: 100-continue"));
      assertThat(connection.answer().status()).isEqualTo(100);
      assertThat(connection.send("hello").answer().body()).isEqualTo("hello");
      assertThat(connection.send(post("/echo", "again")).answer().body()).isEqualTo("again");
    }
  }

  @Test
  void a_refused_body_is_never_run_as_the_next_request() {
    try (var connection = server.connect()) {
      String smuggled = post("/ignore", "");
      connection.send(head("/echo", "Content-Length: 50000000\r\nExpect: 100-continue") + smuggled);
      assertThat(connection.answer().status()).isEqualTo(413);
      assertThat(connection.untilClosed()).isEmpty();
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void another_expectation_is_417() {
    assertThat(server.ask(head("/echo", "Content-Length: 0\r\nExpect: wonders")).body())
        .isEqualTo("417|the only expectation known is 100-continue|trace-1|/echo");
  }

  @Test
  void a_small_body_that_nobody_reads_leaves_the_connection_usable() {
    try (var connection = server.connect()) {
      assertThat(connection.send(post("/ignore", "x".repeat(9_000))).answer().body())
          .isEqualTo("1");
      assertThat(connection.send(post("/echo", "hello")).answer().body()).isEqualTo("hello");
    }
  }

  @Test
  void a_body_that_stalls_is_408() {
    try (var impatient = impatient();
        var connection = impatient.connect()) {
      connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
      assertThat(connection.answer().body())
          .isEqualTo("408|the body did not arrive within 200 ms|trace-1|/");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void a_body_that_drips_is_408_too() {
    try (var impatient = impatient();
        var connection = impatient.connect()) {
      connection.send(chunked("/"));
      var dripping = Thread.ofVirtual().start(() -> drip(connection));
      assertThat(connection.answer().status()).isEqualTo(408);
      dripping.interrupt();
    }
  }

  private static TestServer impatient() {
    var limits = TestServer.LIMITS;
    return TestServer.of(
        new Limits(
            limits.connectionsMax(), limits.idleMax(), Duration.ofMillis(200), limits.streams()),
        r -> Response.text(200, "" + r.body(MAX).length));
  }

  private static void drip(RawConnection connection) {
    try {
      while (!Thread.interrupted()) {
        connection.send("1\r\nx\r\n");
      }
    } catch (UncheckedIOException _) {
      return; // The server closed, as it should.
    }
  }

  @Test
  void a_body_that_breaks_off_is_400() {
    try (var connection = server.connect()) {
      connection.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe").sendNoMore();
      assertThat(connection.answer().body())
          .isEqualTo("400|the body broke off or its chunks are malformed|trace-1|/echo");
    }
  }

  @Test
  void a_malformed_chunk_is_400() {
    try (var connection = server.connect()) {
      connection.send(chunked("/echo") + "2\r\nhe\r\nzz\r\n");
      assertThat(connection.answer().status()).isEqualTo(400);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void two_lengths_that_disagree_are_refused() {
    assertThat(
            server.ask(head("/echo", "Content-Length: 5\r\nContent-Length: 6") + "hello!").status())
        .isEqualTo(400);
    assertThat(
            server
                .ask(head("/echo", "Content-Length: 5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n")
                .status())
        .isEqualTo(400);
  }

  static String post(String path, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head(path, "Content-Length: " + length) + body;
  }

  private static String chunked(String path) {
    return head(path, "Transfer-Encoding: chunked");
  }

  private static String head(String path, String headers) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n";
  }
}
