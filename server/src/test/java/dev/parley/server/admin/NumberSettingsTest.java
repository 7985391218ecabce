package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.NumberRules;
import dev.parley.account.PhoneNumber;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What else is set of a number: identity check, shop, compliance, and the sandbox's rules. Source:
/// reference, platform.md §5, §10; verified.md §5; OpenAPI v23.
class NumberSettingsTest {
  private static final String NUMBER = "/v25.0/" + Sandbox.NUMBER;
  private static final String SETTINGS = NUMBER + "/settings";
  private static final String SHOP = NUMBER + "/whatsapp_commerce_settings";
  private static final String COMPLIANCE = NUMBER + "/business_compliance_info";
  private static final String RULES = "/sandbox/numbers/" + Sandbox.NUMBER;

  private static final String FILED =
      """
      {"entity_name":"Olive Private Limited","entity_type":"PARTNERSHIP","is_registered":true,\
      "grievance_officer_details":{"name":"Chandra P.","email":"c@olive.example",\
      "mobile_number":"+913854559033"},\
      "customer_care_details":{"email":"care@olive.example"}}\
      """;

  private Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void start(@TempDir Path fresh) {
    directory = fresh;
    sandbox = Sandbox.start(fresh);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Answer post(String path, String body) {
    return sandbox.post(path).bearer().json(body.replace('\'', '"'));
  }

  private static void assertDone(Answer answer) {
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private PhoneNumber number() {
    return sandbox.server().world().accounts().number(Sandbox.NUMBER).orElseThrow();
  }

  @Test
  void the_identity_check_is_off_until_it_is_set() {
    assertThat(sandbox.get(SETTINGS).body())
        .isEqualTo(
            """
            {"calling":{"status":"DISABLED"},"storage_configuration":{"status":"DEFAULT"},\
            "user_identity_change":{"enable_identity_key_check":false}}\
            """);
    assertDone(post(SETTINGS, "{'user_identity_change':{'enable_identity_key_check':true}}"));
    assertThat(sandbox.call("GET", "/settings").d360().empty().body())
        .contains("\"enable_identity_key_check\":true");
    assertDone(post(SETTINGS, "{'user_identity_change':{'enabled':false}}"));
    assertThat(number().settings().identityCheck()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | $.user_identity_change",
        "{'user_identity_change':true} | $.user_identity_change",
        "{'user_identity_change':{}} | $.user_identity_change.enable_identity_key_check",
        "{'user_identity_change':{'enabled':'x'}} | $.user_identity_change.enabled",
        "{'calling':{'status':'ENABLED'}} | $.calling",
        "{'payload_encryption':{'status':'ENABLED'}} | $.payload_encryption",
        "{'storage_configuration':{'status':'DEFAULT'}} | $.storage_configuration"
      })
  void other_settings_are_refused_with_their_path(String body, String path) {
    assertThat(post(SETTINGS, body).problems()).containsExactly("100 " + path);
  }

  @Test
  void one_feature_must_be_named() {
    assertThat(post(SETTINGS, "{}").message())
        .isEqualTo("(#100) One feature setting must be specified");
  }

  @Test
  void cart_and_catalog_are_switched_in_the_query_or_the_body() {
    assertThat(sandbox.get(SHOP).body())
        .isEqualTo(
            """
            {"data":[{"is_cart_enabled":true,"is_catalog_visible":true,"id":"300000000000001"}]}\
            """);
    assertDone(sandbox.post(SHOP + "?is_cart_enabled=false").bearer().empty());
    assertThat(sandbox.get(SHOP).body())
        .contains("\"is_cart_enabled\":false,\"is_catalog_visible\":true");
    assertDone(
        sandbox
            .post("/whatsapp_commerce_settings")
            .d360()
            .json("{\"is_cart_enabled\":true,\"is_catalog_visible\":false}"));
    assertThat(sandbox.call("GET", "/whatsapp_commerce_settings").d360().empty().body())
        .contains("\"is_cart_enabled\":true,\"is_catalog_visible\":false");
    assertThat(post(SHOP, "{}").problems()).containsExactly("100 $.is_cart_enabled");
    assertThat(post(SHOP, "{'is_catalog_visible':'maybe'}").problems())
        .containsExactly("100 $.is_catalog_visible");
  }

  @Test
  void compliance_is_unfiled_until_it_is_filed() {
    assertThat(sandbox.get(COMPLIANCE).body())
        .isEqualTo(
            """
            {"data":[{"whatsapp_business_account_id":"200000000000001",\
            "messaging_product":"whatsapp","entity_name":null,"entity_type":null,\
            "entity_type_custom":null,"is_registered":false,"grievance_officer_details":null,\
            "customer_care_details":null}]}\
            """);
    assertThat(number().settings().complianceFiled()).isFalse();
    assertDone(post(COMPLIANCE, FILED.replaceFirst("\\{", "{'messaging_product':'whatsapp',")));
    assertThat(number().settings().complianceFiled()).isTrue();
    assertThat(
            sandbox
                .call(
                    "GET",
                    "/business_compliance_info?fields=entity_type,is_registered,"
                        + "entity_name,customer_care_details")
                .d360()
                .empty()
                .body())
        .isEqualTo(
            """
            {"data":[{"entity_type":"PARTNERSHIP","is_registered":true,\
            "entity_name":"Olive Private Limited",\
            "customer_care_details":{"email":"care@olive.example"}}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'entity_name':'Olive Private Limited' | 'entity_name':'x' | $.entity_name",
        "'entity_name':'Olive Private Limited', | '' | $.entity_name",
        "'PARTNERSHIP' | 'PIZZERIA' | $.entity_type",
        "'entity_type':'PARTNERSHIP', | '' | $.entity_type",
        "'PARTNERSHIP' | 'OTHER' | $.entity_type_custom",
        "'PARTNERSHIP' | 'PARTNERSHIP','entity_type_custom':'Guild' | $.entity_type_custom",
        "'PARTNERSHIP' | 'PUBLIC_COMPANY' | $.is_registered",
        "'is_registered':true | 'is_registered':'perhaps' | $.is_registered",
        "'name':'Chandra P.', | '' | $.grievance_officer_details.name",
        "c@olive.example | olive | $.grievance_officer_details.email",
        "+913854559033 | 03854559033 | $.grievance_officer_details.mobile_number",
        "care@olive.example | care | $.customer_care_details.email",
        "'customer_care_details' | 'customer_care' | $.customer_care_details"
      })
  void compliance_against_a_rule_is_refused_with_its_path(String from, String to, String path) {
    String whole = FILED.replaceFirst("\\{", "{\"messaging_product\":\"whatsapp\",");
    String body =
        whole.replace(from.replace('\'', '"'), to.equals("''") ? "" : to.replace('\'', '"'));
    assertThat(body).isNotEqualTo(whole);
    assertThat(post(COMPLIANCE, body).problems()).containsExactly("100 " + path);
    assertThat(number().settings().complianceFiled()).isFalse();
  }

  @Test
  void known_wordings_of_compliance_are_kept() {
    assertThat(
            post(
                    COMPLIANCE,
                    FILED
                        .replaceFirst("\\{", "{'messaging_product':'whatsapp',")
                        .replace("PARTNERSHIP", "OTHER"))
                .message())
        .isEqualTo("(#100) Entity_type_custom is mandatory for OTHER entity type");
  }

  @Test
  void the_rules_of_a_number_are_switched_one_by_one() {
    assertThat(sandbox.get(RULES).body())
        .isEqualTo(
            """
            {"id":"100000000000001","display":"+1 555 010 0001","strict":false,\
            "us_marketing_stopped":false,"compliance_required":true,"media_throttled":false,\
            "compliance_filed":false}\
            """);
    assertThat(post(RULES, "{'strict':true}").body()).contains("\"strict\":true");
    post(RULES, "{'us_marketing_stopped':true,'country':'in'}");
    assertThat(number().rules()).isEqualTo(new NumberRules(true, true, true, false, "IN"));
    post(RULES, "{'country':'','strict':false,'compliance_required':false}");
    assertThat(number().rules()).isEqualTo(new NumberRules(false, true, false, false, null));
    Answer other = sandbox.get("/sandbox/numbers/" + Sandbox.NUMBER_2);
    assertThat(other.body()).contains("\"us_marketing_stopped\":false");
  }

  @Test
  void a_strict_number_takes_only_what_every_source_allows() {
    String hi = "'messaging_product':'whatsapp','recipient_type':'individual','type':'text'";
    String plain = "{" + hi + ",'to':'15550100101','text':{'body':'hi'}}";
    assertThat(send(plain).status()).isEqualTo(200);
    post(RULES, "{'strict':true}");
    assertThat(send(plain).problems()).containsExactly("131009 $.to");
    assertThat(send(plain).details()).contains("with + and its country code");
    assertThat(send(plain.replace("'1555", "'+1555")).status()).isEqualTo(200);
    assertThat(send("{" + hi + ",'to':'+15550100101','text':{'body':'hi','bdy':1}}").problems())
        .containsExactly("100 $.text.bdy");
    post(RULES, "{'strict':false}");
    assertThat(send(plain).status()).isEqualTo(200);
  }

  private Answer send(String body) {
    return sandbox.send(body.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'strict':'x'", "'strict':1", "'country':'Atlantis'", "'country':7"})
  void a_rule_that_makes_no_sense_is_refused(String member) {
    assertThat(post(RULES, "{" + member + "}").problems())
        .containsExactly("100 $." + member.split("'", -1)[1]);
    assertThat(number().rules()).isEqualTo(NumberRules.USUAL);
  }

  @Test
  void rules_are_for_this_machine_and_for_numbers_that_are_there() {
    assertThat(post("/sandbox/numbers/1", "{'strict':true}").status()).isEqualTo(404);
    assertThat(
            sandbox
                .post(RULES)
                .header("Origin", "https://elsewhere.example")
                .json("{\"strict\":true}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void all_of_it_survives_a_restart_and_a_reset_takes_it_back() {
    sandbox.inbound(Sandbox.ADA, "hi");
    post(SETTINGS, "{'user_identity_change':{'enable_identity_key_check':true}}");
    sandbox.post(SHOP + "?is_cart_enabled=false").bearer().empty();
    post(COMPLIANCE, FILED.replaceFirst("\\{", "{'messaging_product':'whatsapp',"));
    post(RULES, "{'strict':true,'country':'IN'}");
    post(
        NUMBER + "/whatsapp_business_profile",
        "{'messaging_product':'whatsapp','about':'Pizza','websites':['https://a.b']}");
    post(
        NUMBER + "/block_users",
        "{'messaging_product':'whatsapp','block_users':[{'user':'15550100101'}]}");
    var before = number().settings();
    sandbox.close();
    sandbox = Sandbox.start(directory);
    assertThat(number().settings()).isEqualTo(before);
    assertThat(sandbox.get(NUMBER + "/block_users").member("data.0.wa_id")).isEqualTo(Sandbox.ADA);
    assertDone(sandbox.post("/sandbox/reset").empty());
    assertThat(number().rules()).isEqualTo(NumberRules.USUAL);
    assertThat(sandbox.get(NUMBER + "/block_users").body()).isEqualTo("{\"data\":[]}");
  }
}
