package dev.parley.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documented answers, byte for byte but for ids, and for what the sandbox adds in `error_data`.
/// Source: reference, responses-and-errors.md §3, §4, §6; observed.md §1.
class DocumentedAnswersTest extends Running {
  private static final String GRAPH = "/v25.0/" + Sandbox.NUMBER + "/messages";
  private static final String TEXT = Sandbox.text(Sandbox.ADA, "hello");

  /// Without trace id and without `error_data.problems`, which is ours.
  private static String plain(Answer answer) {
    return answer
        .body()
        .replaceFirst("\"fbtrace_id\":\"A[0-9A-Za-z_-]{22}\"", "\"fbtrace_id\":\"TRACE\"")
        .replaceFirst(
            "\"360dialog_trace_id\":\"[0-9A-Za-z_-]{19}\"", "\"360dialog_trace_id\":\"TRACE\"")
        .replaceFirst(",\"problems\":\\[.*?]", "");
  }

  /// Without the hints of a sandbox too.
  private static String bare(Answer answer) {
    return plain(answer)
        .replaceFirst(",\"error_data\":\\{[^}]*}", "")
        .replaceFirst(",\"details\":\"[^\"]*\"", "");
  }

  @Test
  void no_token_is_104() {
    Answer answer = sandbox().post(GRAPH).json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(plain(answer))
        .isEqualTo(
            """
            {"error":{"message":"An access token is required to request this resource",\
            "type":"OAuthException","code":104,"fbtrace_id":"TRACE"}}\
            """);
  }

  @Test
  void an_unknown_token_is_190() {
    Answer answer = sandbox().post(GRAPH).header("Authorization", "Bearer x").json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(bare(answer))
        .isEqualTo(
            """
            {"error":{"message":"Invalid OAuth access token - Cannot parse access token",\
            "type":"OAuthException","code":190,"fbtrace_id":"TRACE"}}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v25.0/109999999999999, get",
    "POST, /v25.0/109999999999999, post",
    "DELETE, /v25.0/109999999999999, delete",
    "PUT, /v25.0/109999999999999, put",
    "PATCH, /109999999999999, patch",
    "POST, /v25.0/109999999999999/messages, post",
    "GET, /v25.0/109999999999999/messages, get",
    "GET, /v25.0/109999999999999/whatsapp_business_profile, get",
    "DELETE, /v25.0/109999999999999/block_users, delete",
    "POST, /v25.0/109999999999999/register, post",
    "GET, /v25.0/109999999999999/phone_numbers, get",
    "GET, /v25.0/109999999999999/no/such/edge, get"
  })
  void an_id_that_is_not_there_is_100_with_subcode_33(String method, String path, String word) {
    Answer answer = sandbox().call(method, path).bearer().json(TEXT);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(bare(answer))
        .isEqualTo(
            """
            {"error":{"message":"Unsupported %s request. Object with ID '109999999999999' does not \
            exist, cannot be loaded due to missing permissions, or does not support this operation. \
            Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api",\
            "type":"GraphMethodException","code":100,"error_subcode":33,"fbtrace_id":"TRACE"}}\
            """
                .formatted(word));
  }

  @Test
  void a_missing_template_is_404_with_132001() {
    Answer answer =
        sandbox()
            .send(
                """
                {"messaging_product":"whatsapp","to":"15550100101","type":"template",
                "template":{"name":"nothing","language":{"code":"es"}}}\
                """);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(plain(answer))
        .startsWith(
            """
            {"error":{"message":"(#132001) Template name does not exist in the translation",\
            "type":"OAuthException","code":132001,"error_data":{"messaging_product":"whatsapp",\
            "details":"template name (nothing) does not exist in es\
            """);
  }

  @Test
  void a_wrong_key_of_360dialog_is_401_in_both_shapes() {
    Answer answer = sandbox().post("/messages").header("D360-API-KEY", "x").json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(bare(answer))
        .isEqualTo(
            """
            {"meta":{"success":false,"http_code":401,"developer_message":"Invalid api_key",\
            "360dialog_trace_id":"TRACE"},"error":"Invalid api_key"}\
            """);
  }

  @Test
  void a_body_that_is_no_json_is_100() {
    Answer answer = sandbox().send("{");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(bare(answer))
        .isEqualTo(
            """
            {"error":{"message":"(#100) Invalid JSON in request body","type":"OAuthException",\
            "code":100,"fbtrace_id":"TRACE"}}\
            """);
  }

  @Test
  void usage_is_that_of_the_business() {
    Answer answer = sandbox().post(GRAPH).bearer().json(TEXT);
    assertThat(answer.header("x-business-use-case-usage"))
        .isEqualTo(
            """
            {"200000000000001":[{"type":"whatsapp","call_count":0,"total_cputime":0,\
            "total_time":0,"estimated_time_to_regain_access":0}]}\
            """);
    assertThat(answer.header("facebook-api-version")).isEqualTo("v25.0");
    assertThat(
            sandbox()
                .post(GRAPH.replace("v25.0", "v19.0"))
                .bearer()
                .json(TEXT)
                .header("facebook-api-version"))
        .isEqualTo("v19.0");
  }
}
