package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.http.HttpConfig.Limits;
import dev.parley.server.http.HttpConfig.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final String GET = "GET /live HTTP/1.1\r\nHost: x\r\n\r\n";

  private final BlockingQueue<EventSink> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<EventSink> ended = new LinkedBlockingQueue<>();

  private final Handler live =
      _ ->
          new Response.EventStream(sink -> {
            sink.send("hello", "{}");
            opened.add(sink);
            return () -> ended.add(sink);
          });

  @Test
  void events_arrive_as_they_are_sent() throws InterruptedException {
    try (var server = TestServer.of(live);
        var connection = server.connect().send(GET)) {
      assertThat(connection.head()).contains("200", "Content-Type: text/event-stream", "no-store");
      var sink = first(opened);
      assertThat(event(connection)).isEqualTo("event: hello\ndata: {}\n\n");
      assertThat(sink.send("event", "{\"a\":1}")).isTrue();
      assertThat(event(connection)).isEqualTo("event: event\ndata: {\"a\":1}\n\n");
      sink.send("lines", "one\r\ntwo\n");
      assertThat(event(connection)).isEqualTo("event: lines\ndata: one\ndata: two\ndata: \n\n");
    }
  }

  @Test
  void a_silent_stream_beats() throws InterruptedException {
    try (var server = TestServer.of(live);
        var connection = server.connect().send(GET)) {
      connection.head();
      assertThat(event(connection)).startsWith("event: hello");
      assertThat(connection.chunk()).isEqualTo(":\n\n");
      assertThat(connection.chunk()).isEqualTo(":\n\n");
    }
  }

  @Test
  void an_end_comes_after_what_was_sent_before() throws InterruptedException {
    try (var server = TestServer.of(live);
        var connection = server.connect().send(GET)) {
      connection.head();
      var sink = first(opened);
      sink.send("last", "1");
      sink.end();
      assertThat(sink.send("late", "2")).isFalse();
      String all = allChunks(connection);
      assertThat(all).endsWith("event: last\ndata: 1\n\n").doesNotContain("late");
      assertThat(first(ended)).isSameAs(sink);
      connection.send(GET); // The connection has survived.
      assertThat(connection.head()).contains("200");
    }
  }

  @Test
  void a_client_that_has_gone_ends_the_stream() throws InterruptedException {
    try (var server = TestServer.of(live)) {
      var connection = server.connect().send(GET);
      var sink = first(opened);
      connection.close();
      assertThat(first(ended)).isSameAs(sink);
      assertThat(sink.send("x", "y")).isFalse();
    }
  }

  @Test
  void a_reader_that_is_too_slow_is_dropped() throws InterruptedException {
    try (var server = TestServer.of(live);
        var connection = server.connect().send(GET)) {
      var sink = first(opened);
      var megabyte = StreamEvent.of("big", "x".repeat(1024 * 1024));
      int sent = 0;
      while (sent < 1_000 && sink.send(megabyte)) {
        sent++;
      }
      assertThat(sent).isLessThan(1_000);
      assertThat(first(ended)).isSameAs(sink);
      assertThat(connection.untilClosed()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void one_stream_too_many_closes_the_oldest() throws InterruptedException {
    try (var server = TestServer.of(live)) {
      var connections = new ArrayList<RawConnection>();
      var sinks = new ArrayList<EventSink>();
      for (int i = 0; i <= TestServer.LIMITS.streams().openMax(); i++) {
        connections.add(server.connect().send(GET));
        sinks.add(first(opened));
      }
      assertThat(first(ended)).isSameAs(sinks.getFirst());
      connections.getFirst().head();
      assertThat(allChunks(connections.getFirst())).contains("event: hello");
      assertThat(sinks.subList(1, sinks.size())).noneMatch(EventSink::hasEnded);
      connections.forEach(RawConnection::close);
    }
  }

  @Test
  void streams_end_at_once_when_the_server_stops() throws InterruptedException {
    var limits =
        new Limits(
            100,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            new Streams(10, 4, Duration.ofSeconds(30)));
    var server = TestServer.of(limits, live);
    try (var connection = server.connect().send(GET);
        var stuck = server.connect().send(GET)) {
      first(opened);
      first(opened);
      long start = System.nanoTime();
      server.http().stop(Duration.ofSeconds(60));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      connection.head();
      assertThat(allChunks(connection)).contains("event: hello");
      assertThat(connection.isClosedByServer()).isTrue();
      assertThat(stuck.untilClosed()).endsWith("0\r\n\r\n");
      assertThat(ended).hasSize(2);
    }
  }

  @Test
  void a_stuck_reader_does_not_hold_up_the_stop() throws InterruptedException {
    var limits =
        new Limits(
            100,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            new Streams(10, 64, Duration.ofSeconds(30)));
    var server = TestServer.of(limits, live);
    try (var _ = server.connect().send(GET)) {
      var sink = first(opened);
      var megabyte = StreamEvent.of("big", "x".repeat(1024 * 1024));
      for (int i = 0; i < 40; i++) {
        assertThat(sink.send(megabyte)).isTrue();
      }
      long start = System.nanoTime();
      server.http().stop(Duration.ofSeconds(60));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(first(ended)).isSameAs(sink);
    }
  }

  @Test
  void head_of_a_stream_opens_none() {
    try (var server = TestServer.of(live);
        var connection = server.connect()) {
      connection.send("HEAD /live HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(connection.answerToHead().header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(opened).isEmpty();
    }
  }

  @Test
  void http_1_0_gets_the_events_without_chunks() throws InterruptedException {
    try (var server = TestServer.of(live);
        var connection = server.connect().send("GET /live HTTP/1.0\r\n\r\n")) {
      first(opened).end();
      assertThat(connection.untilClosed()).contains("\r\n:\n\nevent: hello\ndata: {}\n\n");
    }
  }

  private static String event(RawConnection connection) {
    String chunk = connection.chunk();
    while (chunk.equals(":\n\n")) {
      chunk = connection.chunk();
    }
    return chunk;
  }

  private static String allChunks(RawConnection connection) {
    var all = new StringBuilder();
    for (String chunk = connection.chunk(); !chunk.isEmpty(); chunk = connection.chunk()) {
      all.append(chunk);
    }
    return all.toString();
  }

  private static EventSink first(BlockingQueue<EventSink> queue) throws InterruptedException {
    @Nullable EventSink sink = queue.poll(10, TimeUnit.SECONDS);
    assertThat(sink).isNotNull();
    return List.of(sink).getFirst();
  }
}
