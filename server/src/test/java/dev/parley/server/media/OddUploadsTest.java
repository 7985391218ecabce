package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploads as no library of ours would send them, on a bare connection.
class OddUploadsTest extends Running {
  private static final byte[] PICTURE = Samples.ofSize(Samples.JPEG, 150_000);
  private static final byte[] FORM = Form.upload(PICTURE, "a.jpg", "image/jpeg");

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000, 65_536, 1_000_000})
  void a_body_in_chunks_of_any_size_without_a_length(int chunk) throws IOException {
    try (var connection = connect()) {
      OutputStream out = connection.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      byte[] form = chunk == 1 ? Arrays.copyOf(FORM, FORM.length) : FORM;
      for (int at = 0; at < form.length; at += chunk) {
        int length = Math.min(chunk, form.length - at);
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(form, at, length);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(connection)).contains("200 OK").contains("{\"id\":\"");
    }
  }

  @Test
  void a_gigabyte_in_one_chunk_is_refused_at_the_limit() throws IOException {
    try (var connection = connect()) {
      OutputStream out = connection.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      out.write("40000000\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] start =
          Form.of()
              .field("messaging_product", "whatsapp")
              .file("a.bin", "application/pdf", Samples.PDF)
              .brokenOff();
      out.write(start);
      assertThat(sendUntilAnswered(connection, 1L << 30))
          .contains("400 Bad Request")
          .contains("\"code\":100")
          .contains("larger than 104857600 bytes");
    }
  }

  @Test
  void a_length_beyond_the_limit_is_refused_before_a_byte_of_it() throws IOException {
    try (var connection = connect()) {
      connection.getOutputStream().write(head("Content-Length: 1073741824"));
      assertThat(answer(connection)).contains("400 Bad Request").contains("\"code\":100");
    }
  }

  @Test
  void a_connection_that_breaks_off_leaves_no_half_a_file() throws IOException {
    String before = sandbox().get("/sandbox").body();
    try (var connection = connect()) {
      OutputStream out = connection.getOutputStream();
      out.write(head("Content-Length: " + FORM.length));
      out.write(FORM, 0, FORM.length / 2);
      connection.shutdownOutput();
      assertThat(answer(connection)).contains("400 Bad Request").contains("{\"error\":");
    }
    assertThat(sandbox().get("/sandbox").status()).as(before).isEqualTo(200);
  }

  @Test
  void the_connection_is_of_use_after_an_upload() throws IOException {
    try (var connection = connect()) {
      for (int i = 0; i < 3; i++) {
        OutputStream out = connection.getOutputStream();
        out.write(head("Content-Length: " + FORM.length));
        out.write(FORM);
        assertThat(readAnswer(connection.getInputStream())).contains("200 OK");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=other",
        "multipart/mixed; boundary=" + Form.BOUNDARY,
        "text/plain"
      })
  void a_content_type_that_does_not_fit_the_body_is_400(String type) throws IOException {
    try (var connection = connect()) {
      OutputStream out = connection.getOutputStream();
      out.write(
          ("POST /media HTTP/1.1\r\nHost: x\r\nConnection: close\r\nD360-API-KEY: "
                  + Sandbox.KEY
                  + "\r\nContent-Type: "
                  + type
                  + "\r\nContent-Length: "
                  + FORM.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(FORM);
      assertThat(answer(connection)).contains("400 Bad Request").contains("\"code\":100");
    }
  }

  @Test
  void a_part_whose_head_never_ends_is_refused() throws IOException {
    byte[] form =
        Form.of().part("form-data; name=\"file\"; x=\"" + "x".repeat(20_000), "", PICTURE).end();
    try (var connection = connect()) {
      OutputStream out = connection.getOutputStream();
      out.write(head("Content-Length: " + form.length));
      out.write(form);
      assertThat(answer(connection)).contains("400 Bad Request").contains("\"code\":100");
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox().port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static byte[] head(String framing) {
    return """
    POST /v25.0/%s/media HTTP/1.1\r
    Host: 127.0.0.1\r
    Authorization: Bearer %s\r
    Content-Type: %s\r
    %s\r
    \r
    """
        .formatted(Sandbox.NUMBER, Sandbox.KEY, Form.CONTENT_TYPE, framing)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Sends until the server has had enough.
  private static String sendUntilAnswered(Socket connection, long most) throws IOException {
    OutputStream out = connection.getOutputStream();
    byte[] piece = new byte[1 << 20];
    try {
      for (long sent = 0; sent < most && connection.getInputStream().available() == 0; ) {
        out.write(piece);
        sent += piece.length;
      }
    } catch (IOException enough) {
      // It closed; its answer is there all the same.
    }
    return answer(connection);
  }

  private static String answer(Socket connection) throws IOException {
    return readAnswer(connection.getInputStream());
  }

  /// One answer with a length.
  private static String readAnswer(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    String text = head.toString();
    int length = Integer.parseInt(text.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
