package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploads in pieces, as templates and profiles need them.
class ResumableTest extends Running {
  private static final String APP = "/v25.0/500000000000001/uploads";
  private static final byte[] PICTURE = Samples.ofSize(Samples.JPEG, 10_000);

  @Test
  void a_file_in_one_piece_gets_a_handle() {
    String session = begin("?file_length=10000&file_type=image/jpeg&file_name=a.jpg");
    Answer answer = send(session, 0, PICTURE);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String type = Base64.getEncoder().encodeToString("image/jpeg".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.member("h")).startsWith("4::" + type + ":");
    assertThat(send(session, 0, PICTURE).code()).as("it is over").isEqualTo(100);
  }

  @Test
  void what_is_said_of_the_file_may_come_as_json_or_as_a_form() {
    Answer json =
        sandbox()
            .post(APP)
            .bearer()
            .json("{\"file_length\":10000,\"file_type\":\"image/jpeg\",\"file_name\":\"a.jpg\"}");
    assertThat(json.member("id")).as(json.body()).startsWith("upload:");
    Answer form = sandbox().post(APP).bearer().form("file_length=10000&file_type=image%2Fjpeg");
    assertThat(form.member("id")).as(form.body()).startsWith("upload:");
  }

  /// So in Meta's Postman collection, with a slash and the scheme `OAuth`, and in many clients.
  @ParameterizedTest
  @ValueSource(strings = {"/v25.0/app/uploads", "/v18.0/app/uploads/", "/app/uploads"})
  void the_app_of_the_token_need_not_be_named(String path) {
    String query = "?file_length=10000&file_type=image/jpeg&file_name=myprofile.jpg";
    Answer begun =
        sandbox().post(path + query).header("Authorization", "OAuth parley-sandbox").empty();
    assertThat(send(begun.member("id"), 0, PICTURE).member("h")).as(begun.body()).startsWith("4::");
    assertThat(sandbox().post(path + query).empty().status()).isEqualTo(401);
    assertThat(
            sandbox().post(path + query).header("Authorization", "Bearer nobody").empty().status())
        .isEqualTo(401);
  }

  @Test
  void a_file_in_pieces_goes_on_where_it_stopped() {
    String session = begin("?file_length=10000&file_type=image/jpeg");
    Answer first = send(session, 0, Arrays.copyOf(PICTURE, 4_000));
    assertThat(first.body()).contains("\"file_offset\":4000");
    Answer asked =
        sandbox()
            .call("GET", "/v25.0/" + session)
            .header("Authorization", "OAuth parley-sandbox")
            .empty();
    assertThat(asked.member("id")).isEqualTo(session);
    assertThat(asked.body()).contains("\"file_offset\":4000");
    Answer wrong = send(session, 3_000, Arrays.copyOfRange(PICTURE, 3_000, 10_000));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo(100);
    assertThat(wrong.details()).contains("3000").contains("4000");
    assertThat(send(session, 4_000, Arrays.copyOfRange(PICTURE, 4_000, 10_000)).member("h"))
        .startsWith("4::");
  }

  @Test
  void more_bytes_than_were_announced_are_refused() {
    String session = begin("?file_length=9999&file_type=image/jpeg");
    assertThat(send(session, 0, PICTURE).details()).contains("9999");
  }

  @ParameterizedTest
  @CsvSource({
    "file_type=image/jpeg, file_length",
    "file_length=10, file_type",
    "file_length=0&file_type=image/jpeg, file_length",
    "file_length=x&file_type=image/jpeg, file_length",
    "file_length=5242881&file_type=image/jpeg, 5242880",
    "file_length=10&file_type=image/gif, image/gif",
  })
  void what_is_missing_or_wrong_is_named(String query, String named) {
    Answer answer = sandbox().post(APP + "?" + query).bearer().empty();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).contains(named);
  }

  @Test
  void an_upload_that_nobody_began_is_100_with_33() {
    Answer answer = sandbox().get("/v25.0/upload:nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error_subcode\":33");
    assertThat(sandbox().call("GET", "/upload:nobody").empty().code()).isEqualTo(104);
    assertThat(sandbox().post(APP).empty().code()).isEqualTo(104);
  }

  private String begin(String query) {
    Answer answer = sandbox().post(APP + query).bearer().empty();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.member("id")).matches("upload:[\\w-]{32}");
    return answer.member("id");
  }

  private Answer send(String session, long offset, byte[] piece) {
    return sandbox()
        .post("/v25.0/" + session)
        .bearer()
        .header("file_offset", Long.toString(offset))
        .body(piece);
  }
}
