package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told of numbers, businesses and apps. Source: reference, platform.md §4, §5; observed.md
/// §3, §5.
class ReadsTest extends Running {
  private static final String NUMBER = "/v25.0/" + Sandbox.NUMBER;
  private static final String WABA = "/v25.0/" + Sandbox.WABA;
  private static final String NUMBERS = WABA + "/phone_numbers";

  @Test
  void a_number_shows_its_usual_fields() {
    assertThat(sandbox().get(NUMBER).body())
        .isEqualTo(
            """
            {"verified_name":"Olive & Ember","code_verification_status":"VERIFIED",\
            "display_phone_number":"+1 555 010 0001","quality_rating":"UNKNOWN",\
            "platform_type":"CLOUD_API","throughput":{"level":"STANDARD"},"id":"100000000000001"}\
            """);
  }

  @Test
  void a_number_shows_the_fields_that_are_asked_for_in_their_order_and_its_id() {
    assertThat(
            sandbox()
                .get(
                    NUMBER
                        + "?fields=status,%20name_status,account_mode,is_official_business_account,"
                        + "is_pin_enabled,messaging_limit,messaging_limit_tier,host_platform,"
                        + "whatsapp_business_manager_messaging_limit,status")
                .body())
        .isEqualTo(
            """
            {"status":"CONNECTED","name_status":"APPROVED","account_mode":"LIVE",\
            "is_official_business_account":false,"is_pin_enabled":false,\
            "messaging_limit":"TIER_250","messaging_limit_tier":"TIER_250",\
            "host_platform":"CLOUD_API","whatsapp_business_manager_messaging_limit":"TIER_250",\
            "id":"100000000000001"}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | {'id':'100000000000001'}",
        "username,certificate | {'id':'100000000000001'}",
        "throughput{level,x},id | {'throughput':{'level':'STANDARD'},'id':'100000000000001'}",
        "status.limit(3) | {'status':'CONNECTED','id':'100000000000001'}"
      })
  void what_has_no_value_is_left_out_and_what_is_nested_is_ignored(String fields, String body) {
    assertThat(
            sandbox()
                .get(NUMBER + "?fields=" + fields.replace("{", "%7B").replace("}", "%7D"))
                .body())
        .isEqualTo(body.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    NUMBER + ", WhatsAppBusinessPhoneNumber, verified_name",
    WABA + ", WhatsAppBusinessAccount, timezone_id",
    NUMBERS + ", WhatsAppBusinessPhoneNumber, verified_name",
    "/v25.0/500000000000001, Application, name",
    NUMBER + "/whatsapp_business_profile, WhatsAppBusinessProfile, about",
    NUMBER + "/business_compliance_info, WhatsAppBusinessComplianceInfo, entity_name"
  })
  void an_unknown_field_is_named(String path, String type, String known) {
    Answer answer = sandbox().get(path + "?fields=id,colour".replace("id,", known + ","));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.message())
        .isEqualTo("(#100) Tried accessing nonexisting field (colour) on node type (" + type + ")");
    assertThat(answer.details()).contains("\"colour\"").contains(known);
    assertThat(answer.body()).doesNotContain("error_subcode");
  }

  @Test
  void a_business_shows_its_usual_fields_and_others_on_demand() {
    assertThat(sandbox().get(WABA).body())
        .isEqualTo(
            """
            {"name":"Olive & Ember","timezone_id":"1",\
            "message_template_namespace":"%s","id":"200000000000001"}\
            """
                .formatted(sandbox().get(WABA).member("message_template_namespace")));
    assertThat(sandbox().get(WABA).member("message_template_namespace"))
        .matches("[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}");
    assertThat(
            sandbox()
                .get(WABA + "?fields=account_review_status,owner_business_info,ownership_type")
                .body())
        .isEqualTo(
            """
            {"account_review_status":"APPROVED",\
            "owner_business_info":{"name":"Olive & Ember","id":"400000000000001"},\
            "ownership_type":"SELF_OWNED","id":"200000000000001"}\
            """);
  }

  @Test
  void an_app_shows_its_name() {
    assertThat(sandbox().get("/500000000000001?fields=name").body())
        .isEqualTo("{\"name\":\"Parley\",\"id\":\"500000000000001\"}");
  }

  @Test
  void a_number_that_can_send_is_available_in_all_its_entities() {
    String entities =
        """
        {"entity_type":"WABA","id":"200000000000001","can_send_message":"AVAILABLE"},\
        {"entity_type":"BUSINESS","id":"400000000000001","can_send_message":"AVAILABLE"},\
        {"entity_type":"APP","id":"500000000000001","can_send_message":"AVAILABLE"}]}\
        """;
    assertThat(sandbox().get(NUMBER + "?fields=health_status").body())
        .isEqualTo(
            """
            {"health_status":{"can_send_message":"AVAILABLE","entities":[\
            {"entity_type":"PHONE_NUMBER","id":"100000000000001","can_send_message":"AVAILABLE"},\
            """
                + entities
                + ",\"id\":\"100000000000001\"}");
    assertThat(sandbox().get(WABA + "?fields=health_status").body())
        .isEqualTo(
            "{\"health_status\":{\"can_send_message\":\"AVAILABLE\",\"entities\":["
                + entities
                + ",\"id\":\"200000000000001\"}");
  }

  @Test
  void a_number_that_was_deregistered_is_blocked_and_says_what_to_do() {
    post(NUMBER + "/deregister", "");
    Answer health = sandbox().get(NUMBER + "?fields=health_status,status");
    assertThat(health.member("health_status.can_send_message")).isEqualTo("BLOCKED");
    assertThat(health.member("status")).isEqualTo("DISCONNECTED");
    assertThat(health.body()).contains("\"errors\":[{\"error_code\":133010,");
    assertThat(health.member("health_status.entities.1.can_send_message")).isEqualTo("AVAILABLE");
    post(NUMBER + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"123456\"}");
    assertThat(sandbox().get(NUMBER + "?fields=is_pin_enabled").body()).contains("true");
  }

  private void post(String path, String body) {
    assertThat(sandbox().post(path).bearer().json(body).body()).isEqualTo("{\"success\":true}");
  }

  @Test
  void all_numbers_fit_on_one_page_that_has_no_next() {
    assertThat(sandbox().get(NUMBERS + "?fields=id").body())
        .isEqualTo(
            """
            {"data":[{"id":"100000000000001"},{"id":"100000000000002"}],\
            "paging":{"cursors":{"before":"MTAwMDAwMDAwMDAwMDAx","after":"MTAwMDAwMDAwMDAwMDAy"}}}\
            """);
    assertThat(sandbox().get(NUMBERS).member("data.1.display_phone_number"))
        .isEqualTo("+1 555 010 0002");
  }

  @Test
  void cursors_lead_both_ways_and_keep_the_callers_parameters() {
    Answer first = sandbox().get(NUMBERS + "?limit=1&fields=verified_name&x=a%26b");
    assertThat(first.body()).contains("100000000000001").doesNotContain("100000000000002");
    assertThat(first.body()).doesNotContain("previous");
    URI next = URI.create(first.member("paging.next"));
    assertThat(next.getAuthority()).isEqualTo("127.0.0.1:" + sandbox().port());
    assertThat(next.getRawPath()).isEqualTo(NUMBERS);
    assertThat(next.getRawQuery())
        .isEqualTo("fields=verified_name&x=a%26b&limit=1&after=MTAwMDAwMDAwMDAwMDAx");

    Answer second = sandbox().get(next.getRawPath() + "?" + next.getRawQuery());
    assertThat(second.body())
        .startsWith(
            "{\"data\":[{\"verified_name\":\"Olive & Ember Catering\",\"id\":\"100000000000002\"}]")
        .doesNotContain("\"next\"");
    URI previous = URI.create(second.member("paging.previous"));
    Answer back = sandbox().get(previous.getRawPath() + "?" + previous.getRawQuery());
    assertThat(back.member("data.0.id")).isEqualTo("100000000000001");
    assertThat(back.body()).contains("\"next\"").doesNotContain("\"previous\"");
    assertThat(sandbox().get(NUMBERS + "?after=MTAwMDAwMDAwMDAwMDAy").body())
        .isEqualTo("{\"data\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=-1", "limit=many", "after=*", "before=%25", "limit=1.5"})
  void a_limit_or_cursor_that_makes_no_sense_is_refused_by_name(String query) {
    Answer answer = sandbox().get(NUMBERS + "?" + query);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).startsWith(query.split("=", -1)[0] + " is \"");
  }

  @Test
  void a_token_can_be_asked_what_it_is_good_for() {
    assertThat(sandbox().get("/v25.0/debug_token?input_token=parley-sandbox-2").body())
        .isEqualTo(
            """
            {"data":{"app_id":"500000000000001","type":"SYSTEM_USER","application":"Parley",\
            "data_access_expires_at":0,"expires_at":0,"is_valid":true,\
            "scopes":["whatsapp_business_management","whatsapp_business_messaging"],\
            "granular_scopes":[\
            {"scope":"whatsapp_business_management","target_ids":["200000000000001"]},\
            {"scope":"whatsapp_business_messaging","target_ids":["200000000000001"]}]}}\
            """);
    assertThat(sandbox().get("/debug_token?input_token=nonsense").body())
        .contains("\"is_valid\":false");
    assertThat(sandbox().get("/debug_token").code()).isEqualTo(100);
    assertThat(sandbox().call("GET", "/debug_token?input_token=x").empty().code()).isEqualTo(104);
  }
}
