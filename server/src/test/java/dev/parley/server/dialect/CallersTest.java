package dev.parley.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.JsonArray;
import dev.parley.server.boot.Config;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may call, and what those are told who may not.
class CallersTest extends Running {
  private static final String TEXT = Sandbox.text(Sandbox.ADA, "hello");
  private static final String GRAPH = "/v25.0/" + Sandbox.NUMBER + "/messages";

  /// Two shapes in one. Source: reference, verified.md §13, no. 1.
  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "parley-sandbox-3", "PARLEY-SANDBOX"})
  void a_wrong_key_of_360dialog_gets_its_own_401(String key) {
    var call = sandbox().post("/messages");
    Answer answer = (key.isEmpty() ? call : call.header("D360-API-KEY", key)).json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.member("error")).isEqualTo("Invalid api_key");
    assertThat(answer.member("meta.developer_message")).isEqualTo("Invalid api_key");
    assertThat(answer.body()).contains("\"success\":false,\"http_code\":401");
    assertThat(answer.member("meta.360dialog_trace_id")).hasSize(19);
    assertThat(answer.member("meta.details"))
        .contains("parley-sandbox (number 100000000000001)")
        .contains("--key");
  }

  @Test
  void a_cloud_api_client_may_send_its_key_as_bearer_to_360dialogs_path() {
    assertThat(sandbox().post("/messages").bearer().json(TEXT).status()).isEqualTo(200);
  }

  @Test
  void without_a_token_graph_answers_104() {
    Answer answer = sandbox().post(GRAPH).json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(104);
    assertThat(answer.message()).isEqualTo("An access token is required to request this resource");
    assertThat(answer.member("error.type")).isEqualTo("OAuthException");
  }

  @Test
  void a_key_in_the_header_of_the_other_dialect_is_told_where_it_belongs() {
    Answer answer = sandbox().post(GRAPH).d360().json(TEXT);
    assertThat(answer.code()).isEqualTo(104);
    assertThat(answer.details()).contains("POST /messages").contains("Authorization: Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Bearer EAAG0123456789"})
  void a_wrong_token_gets_190_and_what_the_sandbox_knows(String header) {
    Answer answer = sandbox().post(GRAPH).header("Authorization", header).json(TEXT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(190);
    assertThat(answer.message())
        .isEqualTo("Invalid OAuth access token - Cannot parse access token");
    assertThat(answer.details()).contains("parley-sandbox").contains("--tokens any");
  }

  @Test
  void who_is_unknown_learns_nothing_about_the_body() {
    assertThat(sandbox().post(GRAPH).json("{").code()).isEqualTo(104);
    assertThat(sandbox().post("/messages").json("{").status()).isEqualTo(401);
  }

  /// Code 100, subcode 33, on any method: clients detect lost numbers by it.
  @ParameterizedTest
  @CsvSource({
    "POST, /v25.0/109999999999999/messages, post",
    "POST, /v25.0/PHONE_NUMBER_ID/messages, post",
    "GET, /v25.0/109999999999999, get",
    "DELETE, /v25.0/109999999999999, delete",
    "GET, /v25.0/109999999999999/message_templates, get",
    "POST, /109999999999999/subscribed_apps, post"
  })
  void an_unknown_id_is_400_with_subcode_33(String method, String path, String word) {
    Answer answer = sandbox().call(method, path).bearer().json(TEXT);
    String id = path.replace("/v25.0", "").split("/", -1)[1];
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.body()).contains("\"error_subcode\":33").contains("GraphMethodException");
    assertThat(answer.message())
        .startsWith(
            "Unsupported %s request. Object with ID '%s' does not exist".formatted(word, id));
    assertThat(answer.details()).contains(Sandbox.NUMBER).contains("--number");
  }

  @Test
  void the_business_in_place_of_the_number_is_no_number() {
    Answer answer = sandbox().post("/v25.0/" + Sandbox.WABA + "/messages").bearer().json(TEXT);
    assertThat(answer.body()).contains("\"error_subcode\":33");
    assertThat(answer.details()).contains(Sandbox.NUMBER);
  }

  @Test
  void a_token_is_good_for_all_numbers_of_its_business() {
    Answer answer = sandbox().post("/v25.0/" + Sandbox.NUMBER_2 + "/messages").bearer().json(TEXT);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void a_key_sends_in_the_name_of_its_own_number() {
    Answer answer = sandbox().post("/messages").header("D360-API-KEY", Sandbox.KEY_2).json(TEXT);
    assertThat(answer.status()).isEqualTo(200);
    String wamid = answer.wamid();
    JsonArray events =
        (JsonArray)
            sandbox()
                .get("/sandbox/events?kind=message.accepted&number=" + Sandbox.NUMBER_2)
                .json()
                .get("events");
    assertThat(String.valueOf(events)).contains(wamid);
  }

  @Test
  void with_any_token_the_number_in_the_path_decides(@TempDir Path directory) {
    var config =
        new Config(
            "127.0.0.1",
            0,
            new Config.Database.Sqlite(directory),
            null,
            Seed.Overrides.NONE,
            null,
            Config.Tokens.ANY,
            UnknownNumbers.BECOME_HANDSETS,
            null,
            null,
            Config.Links.TRUST);
    try (var lenient = Sandbox.start(config)) {
      var call = lenient.post(GRAPH).header("Authorization", "Bearer EAAG-whatever");
      assertThat(call.json(TEXT).status()).isEqualTo(200);
      assertThat(lenient.post(GRAPH).json(TEXT).code()).isEqualTo(104);
      Answer unknown =
          lenient.post("/v25.0/1/messages").header("Authorization", "Bearer x").json(TEXT);
      assertThat(unknown.body()).contains("\"error_subcode\":33");
      assertThat(lenient.post("/messages").header("D360-API-KEY", "x").json(TEXT).status())
          .isEqualTo(401);
    }
  }

  /// Reference, verified.md §12, other paths.
  @Test
  void a_number_is_shown_to_either_key() {
    String path = "/v25.0/" + Sandbox.NUMBER;
    for (var call :
        List.of(sandbox().call("GET", path).bearer(), sandbox().call("GET", path).d360())) {
      assertThat(call.empty().body())
          .isEqualTo(
              """
              {"verified_name":"Olive & Ember","code_verification_status":"VERIFIED",\
              "display_phone_number":"+1 555 010 0001","quality_rating":"UNKNOWN",\
              "platform_type":"CLOUD_API","throughput":{"level":"STANDARD"},\
              "id":"100000000000001"}\
              """);
    }
    assertThat(sandbox().call("GET", path).empty().code()).isEqualTo(104);
  }

  /// Not subcode 33: the object is there, only Parley lacks the edge.
  @ParameterizedTest
  @CsvSource({
    "GET, /v25.0/200000000000001/flows",
    "POST, /v25.0/200000000000001/flows",
    "POST, /v25.0/100000000000001/request_code",
    "GET, /v25.0/100000000000001/phone_numbers",
    "POST, /v25.0/200000000000001/register",
    "GET, /v25.0/500000000000001/subscriptions",
    "POST, /v25.0/100000000000001/subscribed_apps",
    "POST, /v25.0/100000000000001/messages/more"
  })
  void what_graph_has_and_we_lack_is_said_to_be_unsupported(String method, String path) {
    Answer answer = sandbox().call(method, path).bearer().json("{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.body()).doesNotContain("error_subcode");
    assertThat(answer.details()).startsWith(method + " " + path + " isn't supported yet");
  }

  @Test
  void a_token_opens_nothing_of_another_business() {
    var accounts = sandbox().server().world().accounts();
    var own = accounts.businesses().iterator().next();
    var other = accounts.addBusiness("200000000000009", "Other", own.portfolio(), own.app());
    var _ =
        accounts.addNumber(
            other,
            "100000000000009",
            "+1 555 010 0009",
            "Other",
            "300000000000001",
            PhoneNumber.Pace.OFF,
            "other-key");
    for (String path :
        List.of(
            "/100000000000001/messages", "/100000000000001", "/200000000000001/subscribed_apps")) {
      Answer answer = sandbox().post(path).header("Authorization", "Bearer other-key").json(TEXT);
      assertThat(answer.body()).contains("\"error_subcode\":33");
    }
    Answer foreign = sandbox().call("GET", "/200000000000009/subscribed_apps").bearer().empty();
    assertThat(foreign.body()).contains("\"error_subcode\":33");
  }
}
