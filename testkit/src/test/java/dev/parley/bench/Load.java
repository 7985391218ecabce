package dev.parley.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sends list messages over loopback on many connections, with as little work of its own as it can:
/// it shares two cores with the server.
final class Load {
  static final int CONNECTIONS = 64;

  /// Handsets that the messages go to, in turn.
  static final int RECIPIENTS = 1_000;

  private final int port;

  Load(int port) {
    this.port = port;
  }

  /// Latencies in nanoseconds, sorted.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(long[] nanos, long wrong, Duration took) {
    double perSecond() {
      return nanos.length / (took.toNanos() / 1e9);
    }

    double millis(double quantile) {
      if (nanos.length == 0) {
        return Double.NaN;
      }
      return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * quantile))] / 1e6;
    }
  }

  /// As fast as the answers come.
  Result full(Duration time) throws InterruptedException, IOException {
    return run(time, 0);
  }

  /// At this rate, whatever the answers do: a request that is sent late counts from when it was
  /// due.
  Result steady(Duration time, int perSecond) throws InterruptedException, IOException {
    return run(time, perSecond);
  }

  private Result run(Duration time, int perSecond) throws InterruptedException, IOException {
    long start = System.nanoTime() + 50_000_000;
    long end = start + time.toNanos();
    var due = new AtomicLong();
    var wrong = new AtomicLong();
    List<Future<long[]>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        parts.add(
            threads.submit(() -> {
              try (var line = new Line(port, connection)) {
                return perSecond == 0
                    ? line.full(start, end, wrong)
                    : line.steady(start, end, 1_000_000_000L / perSecond, due, wrong);
              }
            }));
      }
      long[] all = new long[0];
      for (Future<long[]> part : parts) {
        long[] more = part.get();
        int had = all.length;
        all = Arrays.copyOf(all, had + more.length);
        System.arraycopy(more, 0, all, had, more.length);
      }
      Arrays.sort(all);
      return new Result(all, wrong.get(), Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException e) {
      throw new IOException("the load could not run", e);
    }
  }

  /// One connection.
  private static final class Line implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[][] requests;
    private final byte[] buffer = new byte[8192];
    private int next;

    Line(int port, int connection) throws IOException {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(30_000);
      in = socket.getInputStream();
      requests = new byte[RECIPIENTS / CONNECTIONS][];
      for (int i = 0; i < requests.length; i++) {
        requests[i] = request(connection * requests.length + i);
      }
    }

    long[] full(long start, long end, AtomicLong wrong) throws IOException {
      var nanos = new Samples();
      pauseUntil(start);
      long now = System.nanoTime();
      while (now < end) {
        exchange(wrong);
        long after = System.nanoTime();
        nanos.add(after - now);
        now = after;
      }
      return nanos.all();
    }

    long[] steady(long start, long end, long every, AtomicLong due, AtomicLong wrong)
        throws IOException {
      var nanos = new Samples();
      while (true) {
        long at = start + due.getAndIncrement() * every;
        if (at >= end) {
          return nanos.all();
        }
        pauseUntil(at);
        exchange(wrong);
        nanos.add(System.nanoTime() - at);
      }
    }

    private static void pauseUntil(long at) {
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    private void exchange(AtomicLong wrong) throws IOException {
      socket.getOutputStream().write(requests[next++ % requests.length]);
      if (!readAnswer()) {
        wrong.incrementAndGet();
      }
    }

    /// Reads one answer with a Content-Length whole; says whether it was a 200.
    private boolean readAnswer() throws IOException {
      int filled = 0;
      int bodyAt = -1;
      while (bodyAt < 0) {
        filled += fill(filled);
        bodyAt = endOfHead(filled);
      }
      int whole = bodyAt + contentLength(bodyAt);
      while (filled < whole) {
        filled += fill(filled);
      }
      return Arrays.equals(buffer, 0, OK.length, OK, 0, OK.length);
    }

    private int fill(int from) throws IOException {
      int count = in.read(buffer, from, buffer.length - from);
      if (count <= 0) {
        throw new EOFException("the server hung up");
      }
      return count;
    }

    private int endOfHead(int filled) {
      for (int i = 3; i < filled; i++) {
        if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
          return i + 1;
        }
      }
      return -1;
    }

    private int contentLength(int bodyAt) {
      for (int i = 0; i + LENGTH.length < bodyAt; i++) {
        int k = 0;
        while (k < LENGTH.length && (buffer[i + k] | 0x20) == (LENGTH[k] | 0x20)) {
          k++;
        }
        if (k == LENGTH.length) {
          int length = 0;
          for (int at = i + k; buffer[at] != '\r'; at++) {
            if (buffer[at] != ' ') {
              length = length * 10 + buffer[at] - '0';
            }
          }
          return length;
        }
      }
      return 0;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static final class Samples {
    private long[] values = new long[4096];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] all() {
      return Arrays.copyOf(values, size);
    }
  }

  /// A list message of about 1.2 KB: three sections, nine rows.
  private static byte[] request(int recipient) {
    var sections = new StringBuilder();
    for (int section = 0; section < 3; section++) {
      sections.append(section == 0 ? "" : ",").append("{\"title\":\"Part ").append(section + 1);
      sections.append("\",\"rows\":[");
      for (int row = 0; row < 3; row++) {
        sections
            .append(row == 0 ? "" : ",")
            .append(
                "{\"id\":\"slot-%d-%d\",\"title\":\"Table at %d:%d0\",\"description\":\"By the window, for two to four people\"}"
                    .formatted(section, row, 17 + section, row));
      }
      sections.append("]}");
    }
    String body =
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"%d","type":"interactive",\
        "interactive":{"type":"list","header":{"type":"text","text":"Tonight"},\
        "body":{"text":"We keep your table for 15 minutes. When shall we expect you?"},\
        "footer":{"text":"Olive & Ember"},"action":{"button":"See the times","sections":[%s]}}}\
        """
            .formatted(15_551_000_000L + recipient, sections);
    return ("POST /messages HTTP/1.1\r\nHost: 127.0.0.1\r\nD360-API-KEY: parley-sandbox\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
