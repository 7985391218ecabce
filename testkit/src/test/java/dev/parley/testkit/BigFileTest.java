package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
    String head =
        """
        --b\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.pdf"\r
        Content-Type: application/pdf\r
        \r
        """;
    return new SequenceInputStream(
        Collections.enumeration(List.of(bytes(head), file(), bytes("\r\n--b--\r\n"))));
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
