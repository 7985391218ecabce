package dev.parley.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is no request at all: 4xx with the envelope, never 5xx, and nothing is written.
class BadInputTest extends Running {
  private static final String TEXT = Sandbox.text(Sandbox.ADA, "hello");
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | is empty",
        "` \n ` | is empty",
        "hello | is not valid JSON",
        "{ | ends before its JSON is complete",
        "{'to':1,} | is not valid JSON",
        "{'a':1}{'b':2} | goes on after its JSON value",
        "{'a':NaN} | is not valid JSON",
        "{'a':01} | is not valid JSON",
        "{'a':1e999999} | has a number",
        "{/* comment */} | is not valid JSON",
        "{'a':'\t'} | is not valid JSON",
        "{'text':{'body':'a','body':'b'}} | has the member $.text.body twice",
        "{'a':1,'\\u0061':2} | has the member $.a twice"
      })
  void what_is_no_json_is_refused_with_the_reason(String body, String details) {
    refusedAsDocument(sandbox().send(body.replace('\'', '"')), details);
  }

  @Test
  void depth_10_000_is_refused_in_every_form() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    refusedAsDocument(sandbox().send(deep), "is nested deeper than 64 levels");
    refusedAsDocument(
        sandbox().send(TEXT.replace("\"hello\"", deep)), "is nested deeper than 64 levels");
    refusedAsDocument(sandbox().send("{\"a\":".repeat(10_000)), "is nested deeper than 64 levels");
    Answer form =
        sandbox().post("/messages").d360().form("messaging_product=whatsapp&text=" + deep);
    assertThat(form.problems()).containsExactly("100 $.text");
  }

  /// Each field alone is within the limit, all in all they are not: what was taken must be readable
  /// again later.
  @Test
  void fields_of_a_form_are_not_nested_deeper_together_than_json_may_be() {
    String deep = "{\"body\":\"hi\",\"x\":" + "[".repeat(63) + "]".repeat(63) + "}";
    String form = "messaging_product=whatsapp&to=15550100101&type=text&text=";
    refusedAsDocument(sandbox().post("/messages").d360().form(form + deep), "64 levels");
    String lessDeep = deep.replaceFirst("\\[", "").replaceFirst("]", "");
    assertThat(sandbox().post("/messages").d360().form(form + lessDeep).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "eda080", "c080", "f4908080"})
  void bytes_that_are_no_utf8_are_refused_in_every_form(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    byte[] json = around(TEXT, bytes);
    refusedAsDocument(sandbox().send(json), "is not valid UTF-8");
    String fields = "messaging_product=whatsapp&to=15550100101&text={\"body\":\"hello\"}";
    refusedAsDocument(
        sandbox().post("/messages").d360().header("Content-Type", FORM).body(around(fields, bytes)),
        "is not valid UTF-8");
    String escaped = hex.replaceAll("..", "%$0");
    refusedAsDocument(
        sandbox().post("/messages").d360().form(fields.replace("hello", escaped)),
        "percent-encoding");
    String part = "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhello\r\n--b--";
    refusedAsDocument(
        sandbox()
            .post("/messages")
            .d360()
            .header("Content-Type", "multipart/form-data; boundary=b")
            .body(around(part, bytes)),
        "is not valid UTF-8");
  }

  private static byte[] around(String text, byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("hello", raw).getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "to=1&to=2 | has the field to twice",
        "to=%zz | percent-encoding",
        "to=%2 | percent-encoding",
        "to=%00 | percent-encoding",
        "`  {'to':'1'}` | looks like JSON"
      })
  void a_form_that_can_be_read_in_two_ways_is_refused(String form, String details) {
    refusedAsDocument(sandbox().post("/messages").d360().form(form.replace('\'', '"')), details);
  }

  @Test
  void a_form_of_101_fields_is_refused() {
    var form = new StringBuilder("a=1");
    for (int i = 0; i < 100; i++) {
      form.append("&f").append(i).append("=x");
    }
    refusedAsDocument(
        sandbox().post("/messages").d360().form(form.toString()), "has more than 100 fields");
    assertThat(sandbox().post("/messages").d360().form(form.toString().replace("a=1&", "")).paths())
        .containsExactly("$.messaging_product", "$.to", "$.type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data | --b-- | without a boundary",
        "multipart/form-data; boundary=b | `` | breaks off",
        "multipart/form-data; boundary=b | --b | breaks off",
        "multipart/form-data; boundary=b | `--b\n\nx\n--b--` | without a name",
        "multipart/form-data; boundary=b | `--b\nContent-Disposition: form-data; name='a'\n\nx` | breaks off",
        "multipart/form-data; boundary=b | `--b\nContent-Disposition: form-data; name='a'; filename='a.txt'\n\nx\n--b--` | holds a file",
        "multipart/form-data; boundary=b | `--b\nX: ; name='a'\n\nx\n--b\nX: ; name='a'\n\ny\n--b--` | has the field a twice"
      })
  void broken_multipart_is_refused(String type, String body, String details) {
    refusedAsDocument(
        sandbox()
            .post("/messages")
            .d360()
            .header("Content-Type", type)
            .body(body.replace('\'', '"').replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
        details);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/html; charset=x",
        "application/xml",
        "image/png",
        "nonsense",
        "*/*"
      })
  void other_content_types_are_refused_by_name(String type) {
    Answer answer =
        sandbox()
            .post("/messages")
            .d360()
            .header("Content-Type", type)
            .body(TEXT.getBytes(StandardCharsets.UTF_8));
    refusedAsDocument(answer, type.replaceFirst(";.*", ""));
    assertThat(answer.message()).isEqualTo("(#100) Invalid parameter");
  }

  @Test
  void a_compressed_body_is_refused_for_being_one() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    refusedAsDocument(
        sandbox()
            .post("/messages")
            .d360()
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .body(bytes.toByteArray()),
        "Content-Encoding gzip");
  }

  @Test
  void a_body_of_more_than_a_megabyte_is_413_and_50_mb_too() {
    String million = Sandbox.text(Sandbox.ADA, "x".repeat(1 << 20));
    for (Answer answer :
        new Answer[] {
          sandbox().send(million),
          sandbox().send(new byte[50 << 20]),
          sandbox().post("/v1/configs/webhook").d360().body(new byte[1 << 20])
        }) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo(100);
    }
    Answer unknown = sandbox().post("/messages").body(new byte[50 << 20]);
    assertThat(unknown.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v25.0/%/messages",
        "POST /v25.0/%zz/messages",
        "POST /v25.0/%ff/messages",
        "POST /v25.0/%00/messages",
        "POST /v25.0/../messages",
        "POST /%2e%2e/messages",
        "POST /v25.0/100000000000001%2Fmessages",
        "POST /v25.0/100000000000001/messages?a=%",
        "POST /mess%61ges?x=%c3%28",
        "POST /v25.0/\u00e9/messages",
        "POST /v25.0/100000000000001/messages;x=1",
        "GET /%F0%9F%8D%95",
        "BREW /messages",
        "POST messages",
        "POST http://[/messages"
      })
  void odd_request_lines_get_an_envelope(String line) throws IOException {
    String answer =
        raw(
            line
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nD360-API-KEY: "
                + Sandbox.KEY
                + "\r\nAuthorization: Bearer "
                + Sandbox.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error\":{").contains("\"fbtrace_id\"");
  }

  @Test
  void a_header_of_100_kb_gets_an_envelope() throws IOException {
    String answer =
        raw(
            "POST /messages HTTP/1.1\r\nHost: x\r\nD360-API-KEY: "
                + "k".repeat(100_000)
                + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431").contains("\"error\":{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0001", "\u00ff\u00fe", "' OR 1=1 --", "${jndi:x}", "\ud83c\udf55"})
  void odd_keys_are_unknown_keys(String key) throws IOException {
    String answer =
        raw(
            "POST /messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nD360-API-KEY: "
                + key
                + "\r\nContent-Length: 0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /messages, 'OPTIONS, POST'",
    "PATCH, /messages, 'OPTIONS, POST'",
    "DELETE, /v1/messages, 'OPTIONS, POST'",
    "GET, /v25.0/100000000000001/messages, 'OPTIONS, POST'",
    "PUT, /v25.0/100000000000001, 'GET, HEAD, OPTIONS, POST'",
    "DELETE, /v25.0/100000000000001, 'GET, HEAD, OPTIONS, POST'",
    "POST, /v25.0/200000000000001, 'GET, HEAD, OPTIONS'",
    "PUT, /v25.0/100000000000001/block_users, 'DELETE, GET, HEAD, OPTIONS, POST'",
    "POST, /health_status, 'GET, HEAD, OPTIONS'",
    "PUT, /whatsapp_business_profile, 'GET, HEAD, OPTIONS, POST'",
    "PUT, /v25.0/200000000000001/subscribed_apps, 'DELETE, GET, HEAD, OPTIONS, POST'",
    "PATCH, /waba_webhook, 'GET, HEAD, OPTIONS, POST'",
    "PUT, /v1/configs/webhook, 'DELETE, GET, HEAD, OPTIONS, POST'"
  })
  void another_method_is_405_with_those_that_are_allowed(String method, String path, String allow) {
    Answer answer = sandbox().call(method, path).bearer().d360().json(TEXT);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo(allow);
    assertThat(answer.code()).isEqualTo(1);
  }

  private void refusedAsDocument(Answer answer, String details) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.details()).startsWith("The body ").contains(details);
    assertThat(answer.message()).startsWith("(#100) Invalid ");
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox().port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
