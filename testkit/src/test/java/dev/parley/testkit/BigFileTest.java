package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The largest document goes up and comes down through a server whose whole heap is smaller than
/// it, several at once.
class BigFileTest {
  private static final int HEAP_MIB = 64;
  private static final int SIZE = 100 << 20;
  private static final int AT_ONCE = 2;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void a_hundred_megabytes_pass_through_a_small_heap(@TempDir Path data) throws Exception {
    try (var server = ServerProcess.startWithHeap(HEAP_MIB, data)) {
      var uploads =
          Collections.nCopies(AT_ONCE, "").stream()
              .map(_ -> http.sendAsync(upload(server.url()), HttpResponse.BodyHandlers.ofString()))
              .toList();
      for (var upload : uploads) {
        HttpResponse<String> answer = upload.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertSame(server.url(), answer.body().replaceAll("\\D", ""));
      }
    }
  }

  @Test
  void a_gigabyte_in_one_chunk_is_refused_at_the_limit(@TempDir Path data) throws Exception {
    try (var server = ServerProcess.startWithHeap(HEAP_MIB, data);
        var connection = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      connection.setSoTimeout(60_000);
      OutputStream out = connection.getOutputStream();
      out.write(
          """
          POST /media HTTP/1.1\r
          Host: 127.0.0.1\r
          D360-API-KEY: %s\r
          Content-Type: multipart/form-data; boundary=b\r
          Transfer-Encoding: chunked\r
          \r
          40000000\r
          """
              .formatted(Sandbox.KEY)
              .getBytes(StandardCharsets.US_ASCII));
      long taken =
          sendUntilRefused(connection, new SequenceInputStream(start(), new Noise(1L << 30)));
      assertThat(taken).as("bytes taken").isBetween((long) SIZE, 3L * SIZE);
      byte[] answer = connection.getInputStream().readNBytes(15);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400 Ba");
      HttpResponse<String> alive =
          http.send(get(server.url().resolve("/sandbox")), HttpResponse.BodyHandlers.ofString());
      assertThat(alive.statusCode()).isEqualTo(200);
    }
  }

  /// How much was taken until there was an answer.
  private static long sendUntilRefused(Socket connection, InputStream body) throws Exception {
    byte[] piece = new byte[1 << 20];
    long sent = 0;
    try {
      while (connection.getInputStream().available() == 0) {
        int count = body.readNBytes(piece, 0, piece.length);
        connection.getOutputStream().write(piece, 0, count);
        sent += count;
      }
    } catch (IOException closed) {
      // Its answer is there all the same.
    }
    return sent;
  }

  private void assertSame(URI server, String id) throws Exception {
    HttpResponse<String> shown =
        http.send(get(server.resolve("/" + id)), HttpResponse.BodyHandlers.ofString());
    assertThat(shown.body()).contains("\"file_size\":" + SIZE).contains(sha256(file()));
    URI url = URI.create(shown.body().replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"));
    HttpResponse<InputStream> bytes =
        http.send(get(url), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(bytes.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
    try (InputStream body = bytes.body()) {
      assertThat(sha256(body)).isEqualTo(sha256(file()));
    }
  }

  private static HttpRequest get(URI url) {
    return HttpRequest.newBuilder(url).header("D360-API-KEY", Sandbox.KEY).build();
  }

  private static HttpRequest upload(URI server) {
    return HttpRequest.newBuilder(server.resolve("/media"))
        .header("D360-API-KEY", Sandbox.KEY)
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(HttpRequest.BodyPublishers.ofInputStream(BigFileTest::form))
        .build();
  }

  private static InputStream form() {
    return new SequenceInputStream(
        Collections.enumeration(List.of(start(), file(), bytes("\r\n--b--\r\n"))));
  }

  private static InputStream start() {
    return bytes(
        """
        --b\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.pdf"\r
        Content-Type: application/pdf\r
        \r
        """);
  }

  /// A PDF by its first bytes, and then noise that costs little.
  private static InputStream file() {
    return new SequenceInputStream(bytes("%PDF-1.7\n"), new Noise(SIZE - 9));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha256(InputStream in) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    byte[] piece = new byte[64 * 1024];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      digest.update(piece, 0, count);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static final class Noise extends InputStream {
    private long at;
    private final long size;

    private Noise(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return at == size ? -1 : (int) ((at++ * 0x9E3779B97F4A7C15L) >>> 56);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, size - at);
      for (int i = 0; i < count; i++) {
        into[offset + i] = (byte) read();
      }
      return count == 0 ? -1 : count;
    }
  }
}
