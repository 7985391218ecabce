package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 360dialog's paths without id, over the same calls as Graph's. Source: reference, platform.md
/// (head, §4); verified.md §12.
class D360NumbersTest extends Running {

  @ParameterizedTest
  @CsvSource({
    "whatsapp_business_profile, whatsapp_business_profile",
    "v1/settings/business/profile, whatsapp_business_profile",
    "block_users, block_users",
    "settings, settings",
    "business_compliance_info, business_compliance_info",
    "whatsapp_commerce_settings, whatsapp_commerce_settings",
    "health_status, ?fields=health_status"
  })
  void a_path_without_id_answers_for_the_number_of_the_key(String path, String edge) {
    for (String[] pair :
        new String[][] {{Sandbox.KEY, Sandbox.NUMBER}, {Sandbox.KEY_2, Sandbox.NUMBER_2}}) {
      Answer d360 = sandbox().call("GET", "/" + path).header("D360-API-KEY", pair[0]).empty();
      Answer graph =
          sandbox()
              .call("GET", "/v25.0/" + pair[1] + (edge.startsWith("?") ? "" : "/") + edge)
              .bearer()
              .empty();
      assertThat(d360.status()).isEqualTo(200);
      assertThat(d360.body()).isEqualTo(graph.body());
    }
    assertThat(sandbox().call("GET", "/" + path + "/").d360().empty().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /whatsapp_business_profile",
    "POST, /whatsapp_business_profile",
    "GET, /v1/settings/business/profile",
    "GET, /block_users",
    "POST, /settings",
    "GET, /business_compliance_info",
    "POST, /whatsapp_commerce_settings",
    "GET, /health_status",
    "GET, /v1/configs"
  })
  void a_wrong_key_is_refused_in_both_shapes_and_learns_nothing(String method, String path) {
    Answer wrong = sandbox().call(method, path).header("D360-API-KEY", "nonsense").json("{");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.member("error")).isEqualTo("Invalid api_key");
    assertThat(wrong.member("meta.developer_message")).isEqualTo("Invalid api_key");
    assertThat(wrong.member("meta.360dialog_trace_id")).hasSize(19);
    assertThat(sandbox().call(method, path).json("{").status()).isEqualTo(401);
  }

  @Test
  void the_configuration_names_the_number_and_its_webhook() {
    assertThat(sandbox().call("GET", "/v1/configs").d360().empty().body())
        .isEqualTo(
            """
            {"phone_number_id":"100000000000001","display_phone_number":"+1 555 010 0001",\
            "waba_id":"200000000000001","webhook":{}}\
            """);
  }

  @Test
  void a_number_can_be_read_by_its_id_with_the_key() {
    Answer answer =
        sandbox().call("GET", "/" + Sandbox.NUMBER + "?fields=quality_rating").d360().empty();
    assertThat(answer.body())
        .isEqualTo("{\"quality_rating\":\"UNKNOWN\",\"id\":\"100000000000001\"}");
  }

  /// The shape of a body that looks captured: reference, verified.md §12, management errors.
  @Test
  void a_refused_management_call_carries_the_upstream_body_in_meta() {
    Answer answer = sandbox().post("/whatsapp_business_profile").d360().json("{\"about\":\"x\"}");
    String upstream = answer.member("meta.error");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.member("meta.developer_message"))
        .isEqualTo("Invalid payload (" + upstream + ")");
    assertThat(answer.body())
        .startsWith(upstream.substring(0, upstream.length() - 1))
        .contains("\"meta\":{\"success\":false,\"http_code\":400,\"developer_message\":");
    assertThat(answer.member("meta.360dialog_trace_id")).hasSize(19);
  }
}
