package dev.parley.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import org.junit.jupiter.api.Test;

class ValidateCallTest extends Running {

  private Answer validate(String query, String body) {
    return sandbox().post("/validate" + query).json(body.replace('\'', '"'));
  }

  @Test
  void a_right_body_is_valid_and_is_not_sent() {
    var journal = sandbox().journal();
    Answer answer = validate("", Sandbox.text(Sandbox.ADA, "hello"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"valid\":true,\"type\":\"text\",\"warnings\":[]}");
    assertThat(journal.news()).isZero();
  }

  @Test
  void the_kind_is_named() {
    assertThat(
            validate(
                    "",
                    "{'messaging_product':'whatsapp','to':'15550100101','type':'interactive',"
                        + "'interactive':{'type':'list','body':{'text':'x'},'action':{'button':'b',"
                        + "'sections':[{'rows':[{'id':'1','title':'t'}]}]}}}")
                .member("type"))
        .isEqualTo("interactive list");
    String read = "{'messaging_product':'whatsapp','status':'read','message_id':'wamid.x'";
    assertThat(validate("", read + "}").member("type")).isEqualTo("read");
    assertThat(validate("", read + ",'typing_indicator':{'type':'text'}}").member("type"))
        .isEqualTo("read and typing");
  }

  @Test
  void a_wrong_body_is_answered_with_200_all_problems_and_what_a_send_would_say() {
    String body = "{'messaging_product':'whatsapp','to':'15550100101','type':'text','text':{}}";
    Answer answer = validate("", body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"valid":false,"problems":[{"path":"$.text.body","problem":"is missing","code":131008,\
            "title":"Required parameter is missing","suggestion":"add \\"body\\": \\"…\\""}],\
            "first":{"code":131008,"message":"(#131008) Required parameter is missing",\
            "details":"The parameter text['body'] is required. $.text.body is missing"},\
            "warnings":[]}\
            """);
    Answer sent = sandbox().send(body.replace('\'', '"'));
    assertThat(answer.member("first.details")).isEqualTo(sent.details());
    assertThat(answer.member("first.message")).isEqualTo(sent.message());
  }

  @Test
  void only_a_body_that_is_no_json_is_refused_with_the_place() {
    Answer answer = sandbox().post("/validate").json("{\"a\":1,\n \"b\":}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).isEqualTo("The body is not valid JSON: line 2, column 6");
  }

  @Test
  void what_only_a_strict_reading_refuses_is_a_warning() {
    String body =
        "{'messaging_product':'whatsapp','to':'15550100101','type':'text',"
            + "'text':{'body':'hi','prewiew_url':true}}";
    Answer lenient = validate("", body);
    assertThat(lenient.body())
        .startsWith("{\"valid\":true")
        .contains("\"path\":\"$.text.prewiew_url\"")
        .contains("\"suggestion\":\"did you mean \\\"preview_url\\\"?\"");
    assertThat(validate("?strict=true", body).body()).startsWith("{\"valid\":false");
    Answer bad = validate("?strict=perhaps", body);
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.details()).isEqualTo("strict must be true or false");
  }
}
