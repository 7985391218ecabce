package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Receiver;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a test can let happen to a template: pacing, an announced category, an edit, the archive, a
/// deletion that waits. Source: reference, template-kinds.md §8–§10, §12; templates-and-media.md
/// §5; webhooks.md §5.
class TemplateLifeTest {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;
  private static final String LIST = WABA + "/message_templates";

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

  private void restart() {
    sandbox.close();
    sandbox = Sandbox.start(directory);
  }

  private String create(String name, String category) {
    return created(name, category).member("id");
  }

  private Answer created(String name, String category) {
    return sandbox
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"%s","message_send_ttl_seconds":43200,
            "components":[{"type":"BODY","text":"Your table is ready."}]}
            """
                .formatted(name, category));
  }

  private Answer drive(String id, String body) {
    return sandbox.post("/sandbox/templates/" + id).json(body.replace('\'', '"'));
  }

  private void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private String read(String id, String fields) {
    return sandbox.get("/v25.0/" + id + "?fields=" + fields).body();
  }

  private Answer send(String name) {
    return sandbox.send(
        """
        {"messaging_product":"whatsapp","to":"%s","type":"template",
        "template":{"name":"%s","language":{"code":"en_US"}}}
        """
            .formatted(Sandbox.ADA, name));
  }

  private void pass(String time) {
    done(sandbox.post("/sandbox/clock").json("{\"advance\":\"" + time + "\"}"));
  }

  @Test
  void held_messages_survive_a_restart_and_go_out_on_release() {
    String id = create("paced", "MARKETING");
    done(drive(id, "{'pacing':'hold'}"));
    Answer answer = send("paced");
    assertThat(answer.body()).contains("\"message_status\":\"held_for_quality_assessment\"");
    restart();
    assertThat(drive(id, "{'quality':'YELLOW'}").body())
        .contains("\"pacing\":\"holding\",\"held\":1");
    assertThat(read(id, "health_status")).contains("\"can_send_message\":\"LIMITED\"");
    assertThat(bot.has("\"delivered\"")).isFalse();
    assertThat(drive(id, "{'pacing':'release','quality':'GREEN'}").body())
        .contains("\"pacing\":\"none\",\"held\":0");
    assertThat(bot.next("\"new_quality_score\":\"GREEN\"").body())
        .contains("\"previous_quality_score\":\"YELLOW\"");
    assertThat(bot.next("\"delivered\"").body()).contains(answer.wamid());
    assertThat(send("paced").body()).contains("\"message_status\":\"accepted\"");
  }

  @ParameterizedTest
  @CsvSource({"{'pacing':'drop'}", "{'quality':'RED'}"})
  void a_drop_pauses_the_template_until_it_is_unpaused(String order) {
    String id = create("paced", "MARKETING");
    bot.next("APPROVED");
    done(drive(id, "{'pacing':'hold'}"));
    Answer held = send("paced");
    done(drive(id, order.replace(';', ',')));
    assertThat(bot.next("\"failed\"").body()).contains(held.wamid(), "132015");
    assertThat(send("paced").code()).isEqualTo(132015);
    pass("P8D");
    assertThat(read(id, "status,quality_score")).contains("PAUSED", "RED");
    done(sandbox.post("/v25.0/" + id + "/unpause").bearer().json("{}"));
    assertThat(read(id, "status,quality_score")).contains("APPROVED", "UNKNOWN");
    assertThat(sandbox.get("/sandbox/events?kind=template.changed").body())
        .contains("\"new_quality_score\":\"RED\"", "\"title\":\"RATE_LIMITING_PAUSE\"")
        .doesNotContain("FIRST_PAUSE");
  }

  @Test
  void utility_templates_are_paced_only_for_a_week_after_a_pause() {
    String id = create("paced", "UTILITY");
    String other = create("other", "UTILITY");
    assertThat(drive(id, "{'pacing':'hold'}").details()).contains("UTILITY", "7 days");
    done(drive(other, "{'quality':'RED'}"));
    done(drive(id, "{'pacing':'hold'}"));
    done(drive(id, "{'pacing':'release'}"));
    pass("P7D");
    assertThat(drive(id, "{'pacing':'hold'}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'pacing':'wait'}                        | $.pacing",
        "{'pacing':'release'}                     | $.pacing",
        "{'pacing':'drop'}                        | $.pacing",
        "{'status':'PAUSED','pacing':'hold'}      | $.pacing",
        "{'quality':'GREEN','pacing':'hold'}      | $.pacing",
        "{'correct_category':'MARKETING'}         | $.correct_category",
        "{'correct_category':'UTILITY'}           | $.correct_category",
        "{'category':'AUTHENTICATION'}            | $.category",
        "{'status':'REJECTED','correct_category':'AUTHENTICATION'} | $.correct_category"
      })
  void orders_that_make_no_sense_are_refused(String body, String path) {
    String id = create("plain", "MARKETING");
    Answer answer = drive(id, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.paths()).containsExactly(path);
    assertThat(read(id, "status,category")).contains("APPROVED", "MARKETING");
  }

  @Test
  void a_change_of_category_is_announced_a_day_before() {
    String id = create("moved", "UTILITY");
    bot.next("APPROVED");
    assertThat(drive(id, "{'correct_category':'MARKETING'}").body())
        .contains(
            "\"correct_category\":\"MARKETING\",\"category_update_at\":\"2026-11-25T18:42:15.123Z\"");
    assertThat(bot.next("template_category_update").body())
        .contains(
            "\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\",\"category_update_timestamp\":1795632135");
    String fields = "status,category,previous_category,correct_category,message_send_ttl_seconds";
    assertThat(read(id, fields))
        .contains("\"category\":\"UTILITY\",\"correct_category\":\"MARKETING\"", ":43200");
    pass("PT23H");
    restart();
    assertThat(read(id, fields)).contains("\"category\":\"UTILITY\"");
    pass("PT1H");
    assertThat(bot.next("template_category_update").body())
        .contains("\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");
    restart();
    assertThat(read(id, fields))
        .isEqualTo(
            "{\"status\":\"APPROVED\",\"category\":\"MARKETING\",\"previous_category\":\"UTILITY\",\"correct_category\":\"MARKETING\",\"id\":\"%s\"}"
                .formatted(id));
  }

  @Test
  void one_that_should_be_for_authentication_is_rejected_on_the_first_of_the_month() {
    String id = create("code", "UTILITY");
    bot.next("APPROVED");
    done(drive(id, "{'correct_category':'AUTHENTICATION'}"));
    pass("P6DT5H17M");
    assertThat(read(id, "status")).contains("APPROVED");
    pass("PT1M");
    assertThat(bot.next("\"event\":\"REJECTED\"").body())
        .contains("\"reason\":\"INCORRECT_CATEGORY\"");
    assertThat(read(id, "status,category")).contains("REJECTED", "UTILITY");
  }

  @Test
  void a_reviewer_may_take_a_utility_template_for_marketing() {
    done(sandbox.post("/sandbox/templates").json("{\"review\":\"as_marketing\"}"));
    assertThat(created("promo", "UTILITY").body())
        .contains("\"status\":\"PENDING\",\"category\":\"MARKETING\"");
    assertThat(bot.next("template_category_update").body())
        .contains("\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");
  }

  @ParameterizedTest
  @CsvSource({"at_once", "by_hand"})
  void an_edit_is_told_once_it_is_approved(String review) {
    String id = create("edited", "UTILITY");
    bot.next("APPROVED");
    done(sandbox.post("/sandbox/templates").json("{\"review\":\"" + review + "\"}"));
    done(
        sandbox
            .post("/v25.0/" + id)
            .bearer()
            .json(
                """
                {"components":[{"type":"HEADER","format":"TEXT","text":"Lunch"},
                {"type":"BODY","text":"Your table is free."},{"type":"FOOTER","text":"Olive"},
                {"type":"BUTTONS","buttons":[
                {"type":"URL","text":"See","url":"https://olive.example"},
                {"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550100001"}]}]}
                """));
    restart();
    if (review.equals("by_hand")) {
      assertThat(bot.has("components_update")).isFalse();
      done(drive(id, "{'status':'APPROVED'}"));
    }
    assertThat(bot.next("\"event\":\"APPROVED\"").body()).contains(id);
    assertThat(bot.next("message_template_components_update").body())
        .contains(
            """
            "value":{"message_template_id":%s,"message_template_name":"edited",\
            "message_template_language":"en_US","message_template_title":"Lunch",\
            "message_template_element":"Your table is free.","message_template_footer":"Olive",\
            "message_template_buttons":[{"message_template_button_type":"URL",\
            "message_template_button_text":"See","message_template_button_url":\
            """
                .formatted(id)
                .strip())
        .contains("\"message_template_button_phone_number\":\"+15550100001\"");
  }

  @Test
  void a_deleted_template_stays_until_its_messages_are_delivered() {
    String id = create("left", "UTILITY");
    bot.next("APPROVED");
    done(sandbox.call("PATCH", "/sandbox/handsets/" + Sandbox.ADA).json("{\"online\":false}"));
    send("left");
    bot.next("\"sent\"");
    done(sandbox.call("DELETE", LIST + "?name=left").bearer().empty());
    assertThat(bot.next("PENDING_DELETION").body()).contains("\"reason\":null");
    assertThat(send("left").code()).isEqualTo(132001);
    assertThat(created("left", "UTILITY").body()).contains("2388023");
    done(sandbox.call("DELETE", LIST + "?name=left").bearer().empty());
    restart();
    assertThat(sandbox.get("/sandbox/templates/" + id).body())
        .contains(
            "\"status\":\"PENDING_DELETION\"", "\"deletion_at\":\"2026-12-24T18:42:15.123Z\"");
    done(sandbox.call("PATCH", "/sandbox/handsets/" + Sandbox.ADA).json("{\"online\":true}"));
    bot.next("DELETED");
    assertThat(sandbox.get("/v25.0/" + id).status()).isEqualTo(400);
    assertThat(created("left", "UTILITY").body()).contains("2388023");
  }

  @Test
  void templates_are_archived_taken_out_again_and_deleted() {
    String kept = create("kept", "UTILITY");
    String gone = create("gone", "UTILITY");
    String rejected = create("rejected", "UTILITY");
    done(drive(rejected, "{'status':'REJECTED','reason':'SCAM'}"));
    String paused = create("paused", "UTILITY");
    done(drive(paused, "{'status':'PAUSED'}"));
    bot.next("\"event\":\"PAUSED\"");
    assertThat(move("archive", kept, gone, rejected, paused, "1").body())
        .isEqualTo(
            """
            {"archived_templates":["%s","%s","%s"],"failed_templates":{\
            "%s":"Only approved or rejected templates can be archived",\
            "1":"Template does not exist"}}\
            """
                .formatted(kept, gone, rejected, paused));
    assertThat(bot.next("\"event\":\"ARCHIVED\"").body()).contains("\"reason\":\"NONE\"");
    assertThat(send("kept").code()).isEqualTo(132001);
    pass("P27D");
    restart();
    assertThat(move("unarchive", kept, rejected, paused).body())
        .isEqualTo(
            """
            {"unarchived_templates":["%s","%s"],"failed_templates":{\
            "%s":"Template is not archived"}}\
            """
                .formatted(kept, rejected, paused));
    bot.next("\"event\":\"UNARCHIVED\"");
    assertThat(read(kept, "status")).contains("APPROVED");
    assertThat(read(rejected, "status,rejected_reason")).contains("REJECTED", "SCAM");
    pass("P1D");
    assertThat(bot.next("\"event\":\"DELETED\"").body()).contains(gone);
    assertThat(sandbox.get("/v25.0/" + kept).status()).isEqualTo(200);
  }

  private Answer move(String verb, String... ids) {
    return sandbox
        .post("/" + Sandbox.WABA + "/message_templates/" + verb)
        .bearer()
        .json("{\"hsm_ids\":[\"" + String.join("\",\"", ids) + "\"]}");
  }

  @ParameterizedTest
  @CsvSource({"archive, {}", "unarchive, '{\"hsm_ids\":[]}'", "archive, '{\"hsm_ids\":[{}]}'"})
  void the_archive_wants_a_list_of_ids(String verb, String body) {
    Answer answer = sandbox.post(WABA + "/message_templates/" + verb).bearer().json(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.details()).contains("hsm_ids", "1 to 100");
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, AVAILABLE, ''",
    "PAUSED, BLOCKED, 132015",
    "DISABLED, BLOCKED, 132016",
    "REJECTED, BLOCKED, 132001"
  })
  void the_health_of_a_template_says_whether_it_can_be_sent(
      String status, String able, String code) {
    String id = create("well", "UTILITY");
    done(drive(id, "{'status':'%s'}".formatted(status)));
    assertThat(read(id, "health_status"))
        .startsWith(
            "{\"health_status\":{\"can_send_message\":\"%s\",\"entities\":[{\"entity_type\":\"MESSAGE_TEMPLATE\",\"id\":\"%s\",\"can_send_message\":\"%s\""
                .formatted(able, id, able))
        .contains("\"entity_type\":\"WABA\"", "\"entity_type\":\"BUSINESS\"", code);
  }
}
