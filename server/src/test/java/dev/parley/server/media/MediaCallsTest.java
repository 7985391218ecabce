package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonNumber;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Upload, get, download, delete, in both dialects.
class MediaCallsTest extends Running {
  private static final byte[] PICTURE = Samples.ofSize(Samples.JPEG, 200_000);
  private static final String UPLOAD = "/v25.0/" + Sandbox.NUMBER + "/media";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @CsvSource({
    "/v25.0/100000000000001/media, Authorization, Bearer parley-sandbox, /v25.0/",
    "/100000000000001/media, Authorization, bearer parley-sandbox, /",
    "/v23.0//100000000000001/media/, Authorization, Bearer parley-sandbox, /v23.0//",
    "/media, D360-API-KEY, parley-sandbox, /",
    "/v1/media, D360-API-KEY, parley-sandbox, /",
  })
  void what_was_uploaded_comes_back_byte_by_byte(
      String path, String header, String key, String below) throws Exception {
    Answer uploaded =
        sandbox()
            .post(path)
            .header(header, key)
            .header("Content-Type", Form.CONTENT_TYPE)
            .body(Form.upload(PICTURE, "dish.jpg", "image/jpeg"));
    assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
    String id = uploaded.member("id");
    assertThat(id).matches("\\d{16}");
    assertThat(Long.parseLong(id)).isLessThan(1L << 53);

    Answer got = sandbox().call("GET", below + id).header(header, key).empty();
    assertThat(got.status()).as(got.body()).isEqualTo(200);
    assertThat(got.member("messaging_product")).isEqualTo("whatsapp");
    assertThat(got.member("mime_type")).isEqualTo("image/jpeg");
    assertThat(got.member("sha256")).isEqualTo(sha256(PICTURE));
    assertThat(got.member("id")).isEqualTo(id);
    assertThat(got.json().get("file_size")).isEqualTo(JsonNumber.of(PICTURE.length));
    String url = got.member("url");
    assertThat(url).startsWith("http://127.0.0.1:" + sandbox().port() + "/");

    HttpResponse<byte[]> bytes = download(url, header, key, "");
    assertThat(bytes.statusCode()).isEqualTo(200);
    assertThat(bytes.body()).isEqualTo(PICTURE);
    assertThat(bytes.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(bytes.headers().firstValue("Content-Length")).contains("200000");

    Answer deleted = sandbox().call("DELETE", below + id).header(header, key).empty();
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body()).isEqualTo("{\"success\":true}");
    assertGone(sandbox().call("GET", below + id).header(header, key).empty());
    assertThat(download(url, header, key, "").statusCode()).isEqualTo(404);
  }

  private static void assertGone(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.json().toString()).contains("\"error_subcode\":33");
  }

  @Test
  void the_answer_to_a_get_has_the_headers_of_graph() {
    Answer got = sandbox().get("/v21.0/" + upload());
    assertThat(got.header("facebook-api-version")).isEqualTo("v21.0");
    assertThat(got.header("x-fb-request-id")).hasSize(23);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 206, 10, bytes 0-9/200000",
    "bytes=199990-, 206, 10, bytes 199990-199999/200000",
    "bytes=-5, 206, 5, bytes 199995-199999/200000",
    "bytes=199999-300000, 206, 1, bytes 199999-199999/200000",
    "'bytes=0-1,5-6', 200, 200000, ''",
    "bytes=9-5, 200, 200000, ''",
    "lines=1-2, 200, 200000, ''",
  })
  void a_part_is_had_by_range(String range, int status, int length, String part) throws Exception {
    HttpResponse<byte[]> answer = download(urlOf(upload()), range);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).hasSize(length);
    assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(part);
    if (status == 206) {
      int first = Integer.parseInt(part.replaceAll("bytes (\\d+)-.*", "$1"));
      assertThat(answer.body())
          .isEqualTo(java.util.Arrays.copyOfRange(PICTURE, first, first + length));
    }
  }

  @Test
  void a_range_beyond_the_end_is_416_as_json() throws Exception {
    HttpResponse<byte[]> answer = download(urlOf(upload()), "bytes=200000-");
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */200000");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("{\"error\":");
  }

  @Test
  void head_tells_the_length_and_sends_nothing() throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(urlOf(upload())))
                .header("Authorization", "Bearer " + Sandbox.KEY)
                .HEAD()
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("200000");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void without_a_token_the_bytes_are_not_had() throws Exception {
    String url = urlOf(upload());
    HttpResponse<byte[]> none = download(url, "X-Nothing", "x", "");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("\"code\":104");
    HttpResponse<byte[]> wrong = download(url, "Authorization", "Bearer nonsense", "");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(new String(wrong.body(), StandardCharsets.UTF_8)).contains("\"code\":190");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mid=4503603922337793", "ext=1", "hash=AAAA"})
  void an_address_that_was_changed_is_404(String change) throws Exception {
    String name = change.split("=", -1)[0];
    String url = urlOf(upload()).replaceAll(name + "=[^&]*", change);
    HttpResponse<byte[]> answer = download(url, "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("{\"error\":");
  }

  @Test
  void another_numbers_file_is_as_if_it_were_not_there() {
    String id = upload();
    assertGone(sandbox().call("GET", "/" + id).header("D360-API-KEY", Sandbox.KEY_2).empty());
    assertGone(sandbox().call("DELETE", "/" + id).header("D360-API-KEY", Sandbox.KEY_2).empty());
    String other = "/v25.0/" + id + "?phone_number_id=" + Sandbox.NUMBER_2;
    assertGone(sandbox().get(other));
    assertGone(sandbox().call("DELETE", other).bearer().empty());
    assertGone(sandbox().get("/v25.0/" + id + "?phone_number_id=12345"));
    assertThat(sandbox().get("/v25.0/" + id + "?phone_number_id=" + Sandbox.NUMBER).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4503603922337793", "1234567890123", "9007199254740991", "00000000000"})
  void an_id_that_was_never_given_is_100_with_33(String id) {
    assertGone(sandbox().get("/v25.0/" + id));
    assertGone(sandbox().call("DELETE", "/" + id).d360().empty());
  }

  @Test
  void one_of_two_files_with_the_same_bytes_stays_when_the_other_goes() throws Exception {
    String first = upload();
    String second = upload();
    assertThat(first).isNotEqualTo(second);
    sandbox().call("DELETE", "/" + first).d360().empty();
    assertThat(download(urlOf(second), "").body()).isEqualTo(PICTURE);
  }

  @Test
  void fields_after_the_file_or_in_the_query_count_too() {
    byte[] after =
        Form.of()
            .file("a.bin", "application/octet-stream", PICTURE)
            .field("type", "image/jpeg")
            .field("messaging_product", "whatsapp")
            .end();
    assertThat(post(UPLOAD, after).status()).isEqualTo(200);
    byte[] bare = Form.of().file("a.jpg", "image/jpeg", PICTURE).end();
    assertThat(post(UPLOAD + "?messaging_product=whatsapp&type=image/jpeg", bare).status())
        .isEqualTo(200);
  }

  @Test
  void a_name_without_its_closing_quote_is_understood() {
    byte[] lenient =
        Form.of()
            .part(
                "form-data; name=\"messaging_product",
                "",
                "whatsapp".getBytes(StandardCharsets.UTF_8))
            .file("a.jpg", "image/jpeg", PICTURE)
            .end();
    assertThat(post(UPLOAD, lenient).status()).isEqualTo(200);
  }

  @Test
  void a_form_without_product_or_file_is_told_what_is_missing() {
    Answer product = post(UPLOAD, Form.of().file("a.jpg", "image/jpeg", PICTURE).end());
    assertThat(product.status()).isEqualTo(400);
    assertThat(product.code()).isEqualTo(100);
    assertThat(product.message()).isEqualTo("(#100) The parameter messaging_product is required.");
    Answer file = post(UPLOAD, Form.of().field("messaging_product", "whatsapp").end());
    assertThat(file.message()).isEqualTo("(#100) The parameter file is required.");
    Answer other =
        post(UPLOAD, Form.of().field("messaging_product", "sms").file("a.jpg", "", PICTURE).end());
    assertThat(other.code()).isEqualTo(100);
    assertThat(other.details()).contains("\"sms\"");
    assertThat(post(UPLOAD, Form.upload(new byte[0], "a.txt", "text/plain")).details())
        .isEqualTo("The file is empty");
  }

  @Test
  void two_files_in_one_form_are_refused() {
    byte[] two =
        Form.of()
            .field("messaging_product", "whatsapp")
            .file("a.jpg", "image/jpeg", PICTURE)
            .file("b.jpg", "image/jpeg", PICTURE)
            .end();
    assertThat(post(UPLOAD, two).details()).contains("two parts named file");
  }

  @Test
  void a_form_that_breaks_off_leaves_no_file() {
    byte[] broken =
        Form.of()
            .field("messaging_product", "whatsapp")
            .file("a.jpg", "image/jpeg", PICTURE)
            .brokenOff();
    Answer answer = post(UPLOAD, broken);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).contains("breaks off");
  }

  @Test
  void what_is_no_form_is_refused() {
    Answer json = sandbox().post(UPLOAD).bearer().json("{\"messaging_product\":\"whatsapp\"}");
    assertThat(json.code()).isEqualTo(100);
    assertThat(json.details()).contains("multipart/form-data");
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, 5242880",
    "video/mp4, 16777216",
    "audio/mpeg, 16777216",
    "image/webp, 102400"
  })
  void each_type_has_its_limit(String type, int bytesMax) {
    byte[] start =
        switch (type) {
          case "image/jpeg" -> Samples.JPEG;
          case "video/mp4" -> Samples.MP4;
          case "audio/mpeg" -> Samples.MP3;
          default -> Samples.STILL_WEBP;
        };
    assertThat(post(UPLOAD, Form.upload(Samples.ofSize(start, bytesMax), "a", type)).status())
        .isEqualTo(200);
    Answer tooLarge = post(UPLOAD, Form.upload(Samples.ofSize(start, bytesMax + 1), "a", type));
    assertThat(tooLarge.status()).isEqualTo(400);
    assertThat(tooLarge.code()).isEqualTo(100);
    assertThat(tooLarge.details()).contains("larger than " + bytesMax);
  }

  @Test
  void bytes_of_another_type_than_was_said_are_131053() {
    Answer answer =
        post(UPLOAD, Form.upload(Samples.ofSize(Samples.PNG, 900), "a.jpg", "image/jpeg"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(131053);
    assertThat(answer.details()).contains("image/jpeg").contains("image/png");
  }

  @Test
  void a_type_that_no_message_takes_is_refused_with_those_that_are_taken() {
    Answer answer = post(UPLOAD, Form.upload(Samples.GIF, "a.gif", "image/gif"));
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).contains("image/gif").contains("application/pdf");
  }

  @Test
  void an_upload_needs_a_key_and_a_number() {
    byte[] form = Form.upload(PICTURE, "a.jpg", "image/jpeg");
    Answer none = sandbox().post(UPLOAD).header("Content-Type", Form.CONTENT_TYPE).body(form);
    assertThat(none.code()).isEqualTo(104);
    Answer d360 = sandbox().post("/media").header("Content-Type", Form.CONTENT_TYPE).body(form);
    assertThat(d360.status()).isEqualTo(401);
    assertThat(d360.member("error")).isEqualTo("Invalid api_key");
    assertGone(post("/v25.0/109999999999999/media", form));
  }

  @Test
  void two_hundred_uploads_at_once_all_arrive() throws Exception {
    var ids = new HashSet<String>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] file = Samples.ofSize(Samples.JPEG, 1_000 + i);
        answers.add(callers.submit(() -> post(UPLOAD, Form.upload(file, "a.jpg", "image/jpeg"))));
      }
      for (int i = 0; i < 200; i++) {
        Answer answer = answers.get(i).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String id = answer.member("id");
        ids.add(id);
        assertThat(download(urlOf(id), "").body())
            .isEqualTo(Samples.ofSize(Samples.JPEG, 1_000 + i));
      }
    }
    assertThat(ids).hasSize(200);
  }

  private String upload() {
    Answer answer = post(UPLOAD, Form.upload(PICTURE, "dish.jpg", "image/jpeg"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.member("id");
  }

  private Answer post(String path, byte[] form) {
    return sandbox().post(path).bearer().header("Content-Type", Form.CONTENT_TYPE).body(form);
  }

  private String urlOf(String id) {
    return sandbox().get("/v25.0/" + id).member("url");
  }

  private HttpResponse<byte[]> download(String url, String range) throws Exception {
    return download(url, "Authorization", "Bearer " + Sandbox.KEY, range);
  }

  private HttpResponse<byte[]> download(String url, String header, String key, String range)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url)).header(header, key);
    if (!range.isEmpty()) {
      var _ = request.header("Range", range);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
