package dev.parley.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What real clients put on the wire. Source: reference, clients.md; the numbers are its points.
class ClientsTest extends Running {
  private static final String TEXT = Sandbox.text(Sandbox.ADA, "hello");
  private static final String GRAPH = "/v25.0/" + Sandbox.NUMBER + "/messages";

  /// Point 1.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v13.0/100000000000001/messages",
        "/v16.0/100000000000001/messages",
        "/v23.0/100000000000001/messages",
        "/v25.0/100000000000001/messages",
        "/100000000000001/messages",
        "/v21.0//100000000000001/messages",
        "/v21.0/100000000000001/messages/",
        "//v21.0///100000000000001//messages//"
      })
  void any_version_or_none_and_any_number_of_slashes_lead_to_the_number(String path) {
    Answer answer = sandbox().post(path).bearer().json(TEXT);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.wamid()).startsWith("wamid.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/messages", "/v1/messages", "/messages/", "//messages", "/v1//messages/"})
  void a_key_of_360dialog_needs_no_number_in_the_path(String path) {
    assertThat(sandbox().post(path).d360().json(TEXT).status()).isEqualTo(200);
  }

  @Test
  void both_dialects_answer_the_same() {
    Answer graph = sandbox().post(GRAPH).bearer().json(TEXT);
    Answer d360 = sandbox().post("/messages").d360().json(TEXT);
    assertThat(graph.body().replace(graph.wamid(), ""))
        .isEqualTo(d360.body().replace(d360.wamid(), ""));
    assertThat(graph.body())
        .isEqualTo(
            """
            {"messaging_product":"whatsapp","contacts":[{"input":"15550100101","wa_id":"15550100101"}],\
            "messages":[{"id":"%s"}]}\
            """
                .formatted(graph.wamid()));
  }

  @Test
  void the_input_is_repeated_as_it_was_sent_and_the_wa_id_is_normalised() {
    Answer answer = sandbox().send(Sandbox.text("+1 (555) 010-0101", "hi"));
    assertThat(answer.member("contacts.0.input")).isEqualTo("+1 (555) 010-0101");
    assertThat(answer.member("contacts.0.wa_id")).isEqualTo(Sandbox.ADA);
  }

  /// Reference, responses-and-errors.md §2.
  @Test
  void a_wamid_has_the_documented_shape() {
    String base64 = sandbox().send(TEXT).wamid().substring("wamid.".length());
    byte[] bytes = java.util.Base64.getDecoder().decode(base64);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .matches("(?s)\\x1c\\x18\\x0b15550100101\\x15\\x02\\x00\\x11\\x18\\x12[0-9A-F]{18}\\x00");
  }

  /// Point 3.
  @Test
  void ids_of_metas_making_may_be_json_numbers() {
    Answer product =
        sandbox()
            .send(
                """
                {"messaging_product":"whatsapp","to":"15550100101","type":"interactive","interactive":
                {"type":"product","action":{"catalog_id":300000000000001,"product_retailer_id":"sku-01"}}}\
                """);
    assertThat(product.status()).isEqualTo(200);
    Answer header =
        sandbox()
            .send(
                """
                {"messaging_product":"whatsapp","to":"15550100101","type":"interactive","interactive":
                {"type":"button","header":{"type":"image","image":{"id":600000000000001}},"body":{"text":"x"},
                "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}}\
                """);
    assertThat(header.paths()).containsExactly("$.interactive.header.image.id");
    assertThat(header.details()).contains("names no file");
  }

  /// Point 4.
  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer parley-sandbox", "bearer parley-sandbox", "BEARER  parley-sandbox "})
  void the_scheme_of_a_token_is_written_in_any_case(String header) {
    Answer answer = sandbox().post(GRAPH).header("Authorization", header).json(TEXT);
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?access_token=parley-sandbox",
        "?format=json&access_token=parley-sandbox&appsecret_proof=00ff&phone_number_id=7",
        "?access_token=parley%2Dsandbox&suppress_http_code=1&__a&=x"
      })
  void a_token_may_come_in_the_query_beside_parameters_without_meaning(String query) {
    assertThat(sandbox().post(GRAPH + query).json(TEXT).status()).isEqualTo(200);
  }

  @Test
  void an_authorization_without_a_token_leaves_the_query_to_be_asked() {
    Answer answer =
        sandbox()
            .post(GRAPH + "?access_token=parley-sandbox")
            .header("Authorization", "Bearer ")
            .json(TEXT);
    assertThat(answer.status()).isEqualTo(200);
  }

  /// Point 5.
  @Test
  void a_form_holds_objects_as_json_text() {
    Answer answer =
        sandbox()
            .post(GRAPH)
            .bearer()
            .form(
                "messaging_product=whatsapp&to=%2B1+555+010+0101&type=text"
                    + "&text=%7B%22body%22%3A%22caf%C3%A9%20%F0%9F%8D%95%22%7D"
                    + "&biz_opaque_callback_data=%7B%22order%22%3A7%7D&format=json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("contacts.0.input")).isEqualTo("+1 555 010 0101");
    assertThat(journaled(answer))
        .contains("\"body\":\"café 🍕\"")
        .contains("\"biz_opaque_callback_data\":\"{\\\"order\\\":7}\"");
  }

  @Test
  void the_token_in_a_form_opens_the_door_and_is_kept_nowhere() {
    Answer answer =
        sandbox()
            .post(GRAPH)
            .form(
                "access_token=parley-sandbox&messaging_product=whatsapp&to=15550100101"
                    + "&text=%7B%22body%22%3A%22hi%22%7D");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(journaled(answer)).contains("\"body\":\"hi\"").doesNotContain("parley-sandbox");
  }

  @Test
  void problems_of_a_form_have_the_paths_of_its_json() {
    Answer answer =
        sandbox()
            .post("/messages")
            .d360()
            .form(
                "messaging_product=whatsapp&to=15550100101&type=text&text=%7B%22body%22%3A%22%22%7D");
    assertThat(answer.problems()).containsExactly("131008 $.text.body");
    Answer broken =
        sandbox()
            .post("/messages")
            .d360()
            .form("messaging_product=whatsapp&to=15550100101&type=text&text=%7B%22body");
    assertThat(broken.problems()).containsExactly("100 $.text");
    assertThat(broken.details()).contains("starts like JSON but isn't");
  }

  @Test
  void multipart_is_taken_even_with_a_quote_forgotten() {
    String body =
        """
        --b1
        Content-Disposition: form-data; name="messaging_product

        whatsapp
        --b1
        Content-Disposition: form-data; name="to"

        15550100101
        --b1
        content-disposition: form-data; name=text
        Content-Type: application/json

        {"body":"caf\u00e9"}
        --b1--
        """
            .replace("\n", "\r\n");
    for (String type :
        List.of("multipart/form-data; boundary=b1", "Multipart/Form-Data;boundary=\"b1\"")) {
      Answer answer =
          sandbox()
              .post(GRAPH)
              .bearer()
              .header("Content-Type", type)
              .body(body.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(journaled(answer)).contains("\"body\":\"café\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON ; Charset=\"utf-8\""
      })
  void json_comes_with_or_without_a_charset(String type) {
    Answer answer =
        sandbox()
            .post("/messages")
            .d360()
            .header("Content-Type", type)
            .body(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void json_without_a_content_type_or_with_a_byte_order_mark_is_json() {
    byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
    Answer answer = sandbox().post("/messages").d360().body(marked);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(journaled(answer)).contains("\"request\":{\"messaging_product\"");
  }

  @Test
  void text_plain_is_refused_by_name() {
    Answer answer =
        sandbox()
            .post(GRAPH)
            .bearer()
            .header("Content-Type", "text/plain; charset=utf-8")
            .body(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).contains("text/plain").contains("application/json");
  }

  /// `curl -d` without a header.
  @Test
  void json_that_came_as_a_form_is_told_so() {
    Answer answer = sandbox().post(GRAPH).bearer().form(TEXT);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.details())
        .contains("looks like JSON")
        .contains("Content-Type: application/json");
  }

  /// Points 6 and 7.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'TEXT','recipient_type':'INDIVIDUAL','text':{'body':'x'}",
        "'text':{'body':'x'}",
        "'type':'Interactive','interactive':{'type':'LIST','header':{'type':'TEXT','text':'H'},"
            + "'body':{'text':'b'},'action':{'button':'B','sections':[{'rows':[{'id':'1','title':'1'}]}]}}",
        "'type':'interactive','interactive':{'type':'Button','body':{'text':'b'},"
            + "'action':{'buttons':[{'type':'REPLY','reply':{'id':'1','title':'1'}}]}}",
        "'type':'interactive','interactive':{'type':'location_request_message','body':{'text':'b'},"
            + "'action':{'name':'send_location','parameters':{'request_message':{'body':'x'}}}}",
        "'type':'interactive','interactive':{'type':'button','header':{},'body':{'text':'b'},"
            + "'footer':null,'action':{'buttons':[{'type':'reply','reply':{'id':'1','title':'1'}}]}}",
        "'type':'interactive','interactive':{'type':'button','header':null,'body':{'text':'b'},"
            + "'footer':{'text':''},'action':{'name':'','buttons':[{'type':'reply','reply':{'id':'1','title':'1'}}]}}",
        "'type':'interactive','interactive':{'type':'cta_url','header':{'type':'image','image':"
            + "{'link':'https://example.com/a.jpg','caption':''}},'body':{'text':'b'},"
            + "'action':{'name':'CTA_URL','parameters':{'display_text':'d','url':'https://example.com'}}}",
        "'type':'text','text':{'body':'x','preview_url':null},'context':{},'image':null,'category':null",
        "'type':'text','text':{'body':'x'},'context':{'message_id':''},'biz_opaque_callback_data':null",
        "'type':'text','text':{'body':'x'},'context':null,'recipient':'','anything':[[{}]]",
        "'type':'location','location':{'latitude':'1.5','longitude':-2,'name':'','address':null}",
        "'type':'template','template':{'name':'hello_world','language':{'code':'en_US',"
            + "'policy':'deterministic'},'components':[]}"
      })
  void either_case_and_harmless_extras_are_taken(String members) {
    String body = "{'messaging_product':'whatsapp','to':'15550100101'," + members + "}";
    Answer answer = sandbox().send(body.replace('\'', '"'));
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.status()).isEqualTo(200);
  }

  /// Point 9.
  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /no/such/path, 404",
    "DELETE, /messages, 405",
    "GET, /messages, 405",
    "PUT, /v25.0/100000000000001/messages, 405",
    "GET, /v25.0/me, 404",
    "GET, /v25.0/oauth/access_token, 404",
    "POST, /v1/configs/no/such, 404"
  })
  void every_error_is_json_in_the_envelope(String method, String path, int status) {
    Answer answer = sandbox().call(method, path).bearer().empty();
    assertThat(answer.status()).isEqualTo(status);
    if (status != 200) {
      assertThat(answer.header("content-type")).startsWith("application/json");
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.member("error.type")).isEqualTo("OAuthException");
      assertThat(answer.details()).contains(method).contains(path);
      assertThat(answer.header("allow").isEmpty()).isEqualTo(status == 404);
    }
  }

  @Test
  void answers_carry_the_headers_that_clients_read() {
    Answer answer = sandbox().post("/v19.0/" + Sandbox.NUMBER + "/messages").bearer().json(TEXT);
    assertThat(answer.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(answer.header("facebook-api-version")).isEqualTo("v19.0");
    assertThat(answer.header("x-fb-request-id")).matches("A[0-9A-Za-z_-]{22}");
    assertThat(answer.header("x-fb-trace-id")).matches("[0-9A-Za-z_-]{11}");
    assertThat(answer.header("x-fb-rev")).isNotEmpty();
    assertThat(answer.header("x-business-use-case-usage"))
        .isEqualTo(
            """
            {"200000000000001":[{"type":"whatsapp","call_count":0,"total_cputime":0,"total_time":0,\
            "estimated_time_to_regain_access":0}]}\
            """);
    Answer unversioned = sandbox().post("/" + Sandbox.NUMBER + "/messages").bearer().json("{");
    assertThat(unversioned.header("facebook-api-version")).isEqualTo("v25.0");
    assertThat(unversioned.member("error.fbtrace_id")).matches("A[0-9A-Za-z_-]{22}");
  }

  private String journaled(Answer answer) {
    String wamid = java.net.URLEncoder.encode(answer.wamid(), StandardCharsets.UTF_8);
    return sandbox().get("/sandbox/events?kind=message.accepted&wamid=" + wamid).body();
  }
}
