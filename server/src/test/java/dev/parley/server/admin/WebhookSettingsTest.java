package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Receiver;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where webhooks go, set in either dialect, with real receivers. Source: reference, webhooks.md
/// §6, §7; verified.md §3, §12.
class WebhookSettingsTest extends Running {
  private static final String NUMBER_WEBHOOK = "/v1/configs/webhook";
  private static final String SUBSCRIBED = "/v25.0/" + Sandbox.WABA + "/subscribed_apps";
  private static final String NUMBER = "/v25.0/" + Sandbox.NUMBER;
  private static final String SHOWN = NUMBER + "?fields=webhook_configuration";

  private Receiver first;
  private Receiver second;

  @BeforeEach
  void start() {
    first = Receiver.knowing("parley-verify");
    second = Receiver.knowing("own-token");
  }

  /// Nothing is set any more.
  @AfterEach
  void clear() {
    delete(NUMBER_WEBHOOK, Sandbox.KEY);
    delete(NUMBER_WEBHOOK, Sandbox.KEY_2);
    sandbox().call("DELETE", SUBSCRIBED).bearer().empty();
    first.close();
    second.close();
  }

  private void delete(String path, String key) {
    assertThat(sandbox().call("DELETE", path).header("D360-API-KEY", key).empty().body())
        .isEqualTo("{\"success\":true}");
  }

  private Answer d360(String path, String body) {
    return sandbox().post(path).d360().json(body);
  }

  private Answer shown(String path) {
    return sandbox().call("GET", path).d360().empty();
  }

  private static String url(Receiver receiver) {
    return "{\"url\":\"" + receiver.url() + "\"}";
  }

  private static String override(Receiver receiver, String token) {
    return """
    {"override_callback_uri":"%s","verify_token":"%s"}\
    """
        .formatted(receiver.url(), token);
  }

  @Test
  void a_number_of_360dialog_gets_its_webhook_without_a_handshake_and_with_its_headers() {
    String body =
        """
        {"url":"%s","headers":{"X-Secret":"s3cret"}}\
        """
            .formatted(first.url());
    Answer set = d360(NUMBER_WEBHOOK, body);
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body()).isEqualTo(body);
    assertThat(shown(NUMBER_WEBHOOK).body()).isEqualTo(body);
    assertThat(first.handshakes()).isZero();
    sandbox().inbound(Sandbox.ADA, "with a header");
    assertThat(first.next("with a header").header("X-Secret")).isEqualTo("s3cret");
    delete(NUMBER_WEBHOOK, Sandbox.KEY);
    assertThat(shown(NUMBER_WEBHOOK).body()).isEqualTo("{}");
  }

  /// Reference, clients.md 2 and 10.
  @Test
  void a_webhook_is_signed_ascii_in_the_documented_envelope() throws GeneralSecurityException {
    d360(NUMBER_WEBHOOK, url(first));
    String wamid = sandbox().inbound(Sandbox.ADA, "café 🍕");
    Receiver.Arrival webhook = first.next("caf\\u00e9 \\ud83c\\udf55");
    assertThat(webhook.body().chars()).allMatch(c -> c < 128);
    assertThat(webhook.body())
        .startsWith(
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"200000000000001\"")
        .contains("\"profile\":{\"name\":\"Ada\"}")
        .contains("\"id\":\"" + wamid + "\"")
        .containsPattern("\"timestamp\":\"\\d{10}\"");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("parley-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal(webhook.body().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(webhook.header("X-Hub-Signature-256"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(hash));
  }

  @Test
  void name_and_password_in_a_url_become_a_header() {
    String address = first.url().replace("//", "//bot:p%40ss@");
    Answer set = d360(NUMBER_WEBHOOK, "{\"url\":\"" + address + "?a=%2F%26#x\"}");
    assertThat(set.member("url")).isEqualTo(first.url() + "?a=%2F%26");
    sandbox().inbound(Sandbox.ADA, "with a password");
    Receiver.Arrival webhook = first.next("with a password");
    assertThat(webhook.header("Authorization")).isEqualTo("Basic Ym90OnBAc3M=");
    assertThat(webhook.path()).isEqualTo("/webhook?a=%2F%26");
  }

  @Test
  void a_header_of_ones_own_wins_over_the_password() {
    String address = first.url().replace("//", "//bot:pass@");
    d360(
        NUMBER_WEBHOOK,
        "{\"url\":\"" + address + "\",\"headers\":{\"authorization\":\"Bearer mine\"}}");
    sandbox().inbound(Sandbox.ADA, "with a token");
    assertThat(first.next("with a token").header("Authorization")).isEqualTo("Bearer mine");
  }

  @Test
  void all_numbers_of_a_business_share_one_webhook_unless_they_have_their_own() {
    assertThat(d360("/waba_webhook", url(first)).body())
        .isEqualTo("{\"message\":\"Webhook config will be set\"}");
    assertThat(shown("/waba_webhook").body())
        .isEqualTo(
            """
            {"url":"%s","headers":{},"waba_id":200000000000001,\
            "numbers_on_this_waba":["15550100001","15550100002"]}\
            """
                .formatted(first.url()));
    d360(NUMBER_WEBHOOK, url(second));
    sandbox().inbound(Sandbox.ADA, "number wins");
    second.next("number wins");
    assertThat(first.has("number wins")).isFalse();

    d360("/waba_webhook", url(first).replace("}", ",\"override_all\":false}"));
    assertThat(shown(NUMBER_WEBHOOK).member("url")).isEqualTo(second.url());
    d360("/waba_webhook", url(first).replace("}", ",\"override_all\":true}"));
    assertThat(shown(NUMBER_WEBHOOK).body()).isEqualTo("{}");
    sandbox().inbound(Sandbox.ADA, "all overridden");
    first.next("all overridden");
  }

  @Test
  void subscribed_apps_takes_a_callback_that_passes_the_handshake() {
    assertThat(sandbox().get(SUBSCRIBED).body())
        .isEqualTo(
            """
            {"data":[{"whatsapp_business_api_data":{"id":"500000000000001",\
            "link":"https://www.facebook.com/games/?app_id=500000000000001","name":"Parley"}}]}\
            """);
    assertThat(post(SUBSCRIBED, override(second, "own-token")).body())
        .isEqualTo("{\"success\":true}");
    assertThat(second.handshakes()).isEqualTo(1);
    assertThat(sandbox().get(SUBSCRIBED).member("data.0.override_callback_uri"))
        .isEqualTo(second.url());
    sandbox().inbound(Sandbox.ADA, "to the override");
    second.next("to the override");
  }

  private Answer post(String path, String body) {
    return sandbox().post(path).bearer().json(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"override_callback_uri\":\"\"}", "{\"override_callback_uri\":null}"})
  void subscribing_without_a_callback_removes_the_override(String body) {
    post(SUBSCRIBED, override(second, "own-token"));
    assertThat(post(SUBSCRIBED, body).body()).isEqualTo("{\"success\":true}");
    assertThat(sandbox().get(SUBSCRIBED).body()).doesNotContain("override_callback_uri");
  }

  @Test
  void unsubscribing_removes_it_too() {
    post(SUBSCRIBED, override(second, "own-token"));
    assertThat(sandbox().call("DELETE", SUBSCRIBED).bearer().empty().body())
        .isEqualTo("{\"success\":true}");
    assertThat(sandbox().get(SUBSCRIBED).body()).doesNotContain("override_callback_uri");
  }

  @Test
  void without_a_verify_token_that_of_the_app_is_used() {
    String body = "{\"override_callback_uri\":\"" + first.url() + "\"}";
    assertThat(post(SUBSCRIBED, body).status()).isEqualTo(200);
    assertThat(first.handshakes()).isEqualTo(1);
  }

  @Test
  void a_callback_that_fails_the_handshake_is_refused_and_what_was_set_stays() {
    post(SUBSCRIBED, override(second, "own-token"));
    Answer wrongToken = post(SUBSCRIBED, override(first, "other-token"));
    assertThat(wrongToken.status()).isEqualTo(400);
    assertThat(wrongToken.problems()).containsExactly("100 $.override_callback_uri");
    assertThat(wrongToken.details()).contains("403").contains("verify token");
    first.close();
    Answer nobody = post(SUBSCRIBED, override(first, "parley-verify"));
    assertThat(nobody.status()).isEqualTo(400);
    assertThat(nobody.details()).contains("Is the bot running");
    assertThat(sandbox().get(SUBSCRIBED).member("data.0.override_callback_uri"))
        .isEqualTo(second.url());
  }

  @Test
  void a_number_has_its_own_override_which_wins() {
    post(SUBSCRIBED, override(first, "parley-verify"));
    assertThat(
            post(NUMBER, "{\"webhook_configuration\":" + override(second, "own-token") + "}")
                .body())
        .isEqualTo("{\"success\":true}");
    assertThat(sandbox().get(SHOWN).body())
        .isEqualTo(
            """
            {"webhook_configuration":{"phone_number":"%s","whatsapp_business_account":"%s"},\
            "id":"100000000000001"}\
            """
                .formatted(second.url(), first.url()));
    sandbox().inbound(Sandbox.ADA, "own override");
    second.next("own override");
    assertThat(first.has("own override")).isFalse();

    post(NUMBER, "{\"webhook_configuration\":{\"override_callback_uri\":\"\"}}");
    sandbox().inbound(Sandbox.ADA, "cleared");
    first.next("cleared");
    sandbox().call("DELETE", SUBSCRIBED).bearer().empty();
    assertThat(sandbox().get(SHOWN).body())
        .isEqualTo("{\"webhook_configuration\":{},\"id\":\"100000000000001\"}");
  }

  @Test
  void a_number_has_one_webhook_whatever_dialect_set_it() {
    d360(NUMBER_WEBHOOK, url(first));
    assertThat(sandbox().get(SHOWN).member("webhook_configuration.phone_number"))
        .isEqualTo(first.url());
    post(NUMBER, "{\"webhook_configuration\":" + override(second, "own-token") + "}");
    assertThat(shown(NUMBER_WEBHOOK).member("url")).isEqualTo(second.url());
  }

  @Test
  void a_form_and_the_query_set_it_as_json_does() {
    String address = URLEncoder.encode(second.url(), StandardCharsets.UTF_8);
    String fields = "override_callback_uri=" + address + "&verify_token=own-token";
    assertThat(sandbox().post(SUBSCRIBED).bearer().form(fields).status()).isEqualTo(200);
    assertThat(sandbox().post(SUBSCRIBED + "?" + fields).bearer().empty().status()).isEqualTo(200);
    assertThat(sandbox().post(SUBSCRIBED + "?" + fields).bearer().json("{}").status())
        .isEqualTo(200);
    String nested =
        "webhook_configuration="
            + URLEncoder.encode(override(second, "own-token"), StandardCharsets.UTF_8);
    assertThat(sandbox().post(NUMBER).bearer().form(nested).status()).isEqualTo(200);
    assertThat(second.handshakes()).isEqualTo(4);
    assertThat(sandbox().post(NUMBER_WEBHOOK).d360().form("url=" + address).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | $.url | is missing",
        "{'url':null} | $.url | is missing",
        "{'url':7} | $.url | not a string",
        "{'url':''} | $.url | must begin with http",
        "{'url':'ftp://example.com/'} | $.url | must begin with http",
        "{'url':'https:///x'} | $.url | URL",
        "{'url':'https://my_bot:3000/'} | $.url | underscore",
        "{'url':'https://example.com:99999/'} | $.url | 65535",
        "{'url':'https://exa mple.com/'} | $.url | is no URL",
        "{'url':'https://example.com','headers':[]} | $.headers | not an object",
        "{'url':'https://example.com','headers':{'X A':'1'}} | $.headers['X A'] | name",
        "{'url':'https://example.com','headers':{'X':1}} | $.headers.X | not a string",
        "{'url':'https://example.com','headers':{'X':'a\\nb'}} | $.headers.X | ASCII",
        "{'url':'https://example.com','headers':{'x-hub-signature-256':'a'}} | $.headers['x-hub-signature-256'] | itself",
        "{'url':'https://example.com','headers':{'X':'1','x':'2'}} | $.headers.x | already",
        "{'url':'https://example.com','override_all':'perhaps'} | $.override_all | boolean"
      })
  void a_wrong_setting_is_refused_with_its_path_for_readers_of_both_shapes(
      String body, String path, String details) {
    for (String call : new String[] {NUMBER_WEBHOOK, "/waba_webhook"}) {
      Answer answer = d360(call, body.replace('\'', '"'));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.paths()).containsExactly(path);
      assertThat(answer.code()).isEqualTo(100);
      assertThat(answer.details()).contains(details);
      assertThat(answer.member("meta.developer_message"))
          .isEqualTo("Invalid payload (" + answer.member("meta.error") + ")")
          .contains("\"code\":100");
    }
    assertThat(shown(NUMBER_WEBHOOK).body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{", "{\"url\":\"a\",\"url\":\"b\"}"})
  void a_setting_that_is_no_object_is_refused(String body) {
    for (Answer answer :
        new Answer[] {d360(NUMBER_WEBHOOK, body), post(SUBSCRIBED, body), post(NUMBER, body)}) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.details()).startsWith("The body ");
    }
    assertThat(
            sandbox()
                .post(NUMBER_WEBHOOK)
                .d360()
                .header("Content-Type", "text/plain")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .details())
        .contains("text/plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | $.webhook_configuration",
        "{'webhook_configuration':'x'} | $.webhook_configuration",
        "{'webhook_configuration':{'override_callback_uri':7}} | $.webhook_configuration.override_callback_uri",
        "{'webhook_configuration':{'override_callback_uri':'x'}} | $.webhook_configuration.override_callback_uri",
        "{'webhook_configuration':{'override_callback_uri':'http://a','verify_token':{}}} | $.webhook_configuration.verify_token"
      })
  void a_wrong_setting_of_a_number_is_refused_with_its_path(String body, String path) {
    assertThat(post(NUMBER, body.replace('\'', '"')).problems()).containsExactly("100 " + path);
  }

  @Test
  void nobody_sets_webhooks_without_a_key() {
    assertThat(sandbox().post(NUMBER_WEBHOOK).json(url(first)).status()).isEqualTo(401);
    assertThat(sandbox().post("/waba_webhook").json(url(first)).member("error"))
        .isEqualTo("Invalid api_key");
    assertThat(sandbox().call("GET", "/waba_webhook").empty().status()).isEqualTo(401);
    assertThat(sandbox().post(SUBSCRIBED).json(override(second, "own-token")).code())
        .isEqualTo(104);
    assertThat(sandbox().call("GET", SUBSCRIBED).header("Authorization", "Bearer x").empty().code())
        .isEqualTo(190);
    assertThat(second.handshakes()).isZero();
    assertThat(shown(NUMBER_WEBHOOK).body()).isEqualTo("{}");
  }
}
