package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Receiver;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a business is told of its templates, and that they last. Source: reference, webhooks.md §5;
/// observed.md §3.
class TemplateWebhooksTest {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;

  @TempDir private Path directory;
  private Sandbox sandbox;
  private Receiver bot;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(directory);
    bot = Receiver.knowing("parley-verify");
    assertThat(
            sandbox.post("/waba_webhook").d360().json("{\"url\":\"" + bot.url() + "\"}").status())
        .isEqualTo(200);
  }

  @AfterEach
  void stop() {
    bot.close();
    sandbox.close();
  }

  private String create(String name) {
    return sandbox
        .post(WABA + "/message_templates")
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY","components":[
            {"type":"BODY","text":"Your table is ready."}]}
            """
                .formatted(name))
        .member("id");
  }

  private void drive(String id, String body) {
    assertThat(sandbox.post("/sandbox/templates/" + id).json(body).status()).isEqualTo(200);
  }

  @Test
  void an_approval_is_told_with_the_business_and_the_time() {
    String id = create("told");
    assertThat(bot.next("message_template_status_update").body())
        .matches(
            """
            \\{"object":"whatsapp_business_account","entry":\\[\\{"id":"200000000000001",\
            "time":\\d{10},"changes":\\[\\{"value":\\{"event":"APPROVED",\
            "message_template_id":%s,"message_template_name":"told",\
            "message_template_language":"en_US","message_template_category":"UTILITY",\
            "reason":"NONE"\\},"field":"message_template_status_update"\\}\\]\\}\\]\\}\
            """
                .formatted(id));
  }

  @Test
  void each_change_is_told_in_its_order() {
    String id = create("driven");
    bot.next("APPROVED");
    drive(id, "{\"status\":\"REJECTED\",\"reason\":\"INVALID_FORMAT\"}");
    assertThat(bot.next("status_update").body())
        .contains("\"event\":\"REJECTED\"")
        .contains("\"reason\":\"INVALID_FORMAT\",\"rejection_info\":{\"reason\":");
    drive(id, "{\"status\":\"APPROVED\"}");
    bot.next("APPROVED");
    drive(id, "{\"quality\":\"RED\"}");
    assertThat(bot.next("quality_update").body())
        .contains("\"previous_quality_score\":\"UNKNOWN\",\"new_quality_score\":\"RED\"");
    assertThat(bot.next("status_update").body())
        .contains("\"event\":\"PAUSED\"")
        .contains("\"reason\":\"NONE\",\"other_info\":{\"title\":\"FIRST_PAUSE\"");
    sandbox.post("/sandbox/clock").json("{\"advance\":\"PT3H\"}");
    assertThat(bot.next("status_update").body())
        .contains("\"event\":\"APPROVED\"")
        .contains("\"title\":\"UNPAUSE\"");
    drive(id, "{\"category\":\"MARKETING\"}");
    assertThat(bot.next("template_category_update").body())
        .contains("\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");
    drive(id, "{\"status\":\"DISABLED\"}");
    assertThat(bot.next("status_update").body())
        .containsPattern("\"disable_info\":\\{\"disable_date\":\"\\d{10}\"}");
  }

  @Test
  void a_deletion_is_told_without_a_reason() {
    create("left");
    bot.next("APPROVED");
    sandbox.call("DELETE", WABA + "/message_templates?name=left").bearer().empty();
    assertThat(bot.next("DELETED").body()).contains("\"reason\":null");
  }

  @Test
  void the_journal_shows_what_was_told() {
    String id = create("in_journal");
    assertThat(sandbox.get("/sandbox/events?kind=template.changed").body())
        .contains("\"template\":\"" + id + "\"")
        .contains("\"field\":\"message_template_status_update\"");
  }

  @Test
  void templates_survive_a_restart_and_a_reset_has_those_of_the_first_world() {
    String id = create("lasting");
    String gone = create("gone");
    sandbox.call("DELETE", WABA + "/message_templates?name=gone").bearer().empty();
    drive(id, "{\"quality\":\"RED\"}");
    String before = sandbox.get("/v25.0/" + id + "?fields=name,components,status").body();
    sandbox.close();
    sandbox = Sandbox.start(directory);
    assertThat(sandbox.get("/v25.0/" + id + "?fields=name,components,status").body())
        .isEqualTo(before)
        .contains("PAUSED");
    assertThat(create("gone")).isEmpty();
    assertThat(create("next")).isGreaterThan(gone);
    sandbox.post("/sandbox/clock").json("{\"advance\":\"PT3H\"}");
    assertThat(sandbox.get("/v25.0/" + id + "?fields=status").body()).contains("APPROVED");
    sandbox.post("/sandbox/reset").empty();
    assertThat(sandbox.get("/v25.0/" + id).status()).isEqualTo(400);
    assertThat(sandbox.get("/v25.0/600000000000001?fields=name").body()).contains("hello_world");
  }
}
