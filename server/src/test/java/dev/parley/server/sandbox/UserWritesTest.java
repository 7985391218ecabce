package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.template;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.MediaFile;
import dev.parley.media.MediaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.sandbox.ApiScene.Answer;
import dev.parley.server.sandbox.Scene.Sent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Everything that a user can write, and what it opens.
class UserWritesTest {
  private final ApiScene api = new ApiScene();
  private final Scene scene = api.scene;

  UserWritesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  private Answer write(String body) throws Exception {
    return api.write(ADA, body);
  }

  private JsonObject told() {
    return scene.lastTold("messages");
  }

  @Test
  void what_the_network_tells_of_a_user_does_not_open_the_window() throws Exception {
    scene.later(Duration.ofHours(25));
    write(
        """
        {"type":"system","system":{"body":"changed","wa_id":"15550100777","type":"user_changed_number"}}\
        """);
    assertThat(scene.statuses(scene.send(ADA, text("a")))).containsExactly("failed 131047");
    write("{\"type\":\"text\",\"text\":{\"body\":\"me\"}}");
    assertThat(scene.statuses(scene.send(ADA, text("b")))).containsExactly("sent", "delivered");
  }

  @Test
  void each_kind_is_told_as_it_was_written() throws Exception {
    for (String each :
        List.of(
            """
            {"type":"text","text":{"body":"hi"}}\
            """,
            """
            {"type":"image","image":{"caption":"Look","mime_type":"image/jpeg","sha256":"q83v","id":"77"}}\
            """,
            """
            {"type":"video","video":{"mime_type":"video/mp4","sha256":"q83v","id":"77"}}\
            """,
            """
            {"type":"audio","audio":{"mime_type":"audio/ogg; codecs=opus","sha256":"q83v","id":"77","voice":true}}\
            """,
            """
            {"type":"document","document":{"filename":"a.pdf","mime_type":"application/pdf","sha256":"q83v","id":"77"}}\
            """,
            """
            {"type":"sticker","sticker":{"mime_type":"image/webp","sha256":"q83v","id":"77","animated":false}}\
            """,
            """
            {"type":"location","location":{"latitude":1.5,"longitude":2.5}}\
            """,
            """
            {"type":"contacts","contacts":[{"name":{"formatted_name":"Bo"},"origin":"other","vcard":"BEGIN:VCARD"}]}\
            """,
            """
            {"type":"unsupported","unsupported":{"type":"poll_creation"}}\
            """,
            """
            {"type":"request_welcome"}\
            """,
            """
            {"type":"system","system":{"body":"User Ada changed","wa_id":"15550100777","type":"user_changed_number"}}\
            """)) {
      Answer answer = write(each);
      assertThat(answer.status()).as(each + answer.body()).isEqualTo(201);
      JsonObject written = object(each);
      written.forEach((name, value) -> {
        if (value instanceof JsonObject members) {
          members.forEach((member, said) ->
              assertThat(JsonAt.at(told(), name, member)).as(each).isEqualTo(said));
        } else if (name.equals("type")) {
          assertThat(told().get("type")).isEqualTo(value);
        }
      });
      assertThat(told().get("id")).isEqualTo(answer.body().get("id"));
      assertThat(scene.screen(ADA).get("messages"))
          .asString()
          .contains(JsonAt.at(told(), "type").toString());
    }
  }

  @Test
  void a_file_is_known_by_its_id() throws Exception {
    var id = MediaId.parse("4503603922337792").orElseThrow();
    scene.files.put(
        id.toString(),
        new MediaFile(
            id, MediaFile.Origin.RECEIVED, "image/png", null, "ab".repeat(32), 5, Scene.START));
    assertThat(write("{\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(id)).status())
        .isEqualTo(201);
    assertThat(told().get("image"))
        .asString()
        .contains("\"mime_type\":\"image/png\"", "\"sha256\":\"q6urq6urq6");
    assertThat(
            write("{\"type\":\"image\",\"image\":{\"id\":%s,\"caption\":\"x\"}}".formatted(id))
                .status())
        .isEqualTo(201);
  }

  @Test
  void a_file_that_is_not_there_must_be_described() throws Exception {
    Answer unknown = write("{\"type\":\"image\",\"image\":{\"id\":\"77\",\"sha256\":\"q83v\"}}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.paths()).containsExactly("\"$.image.id\"");
    assertThat(write("{\"type\":\"audio\",\"audio\":{}}").paths()).contains("\"$.audio.id\"");
    assertThat(
            write(
                    """
                    {"type":"image","image":{"id":"a.png","mime_type":"image/png","sha256":"q83v"}}
                    """)
                .paths())
        .containsExactly("\"$.image.id\"");
  }

  @Test
  void answers_and_what_only_other_numbers_get_are_not_written() throws Exception {
    Sent sent = scene.send(ADA, text("hi"));
    for (String[] each :
        new String[][] {
          {
            """
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow",
              "body":"Sent","response_json":"{}"}}}
            """,
            "/flow"
          },
          {
            """
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":
              {"name":"address_message","body":"x","response_json":"{}"}}}
            """,
            "/address"
          },
          {
            """
            {"type":"interactive","interactive":{"type":"call_permission_reply",
              "call_permission_reply":{"response":"reject","response_source":"user_action"}}}
            """,
            "/call_permission"
          },
          {"{\"type\":\"button\",\"button\":{\"payload\":\"p\",\"text\":\"t\"}}", "/tap"},
          {
            "{\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}}"
                .formatted(sent.id()),
            "WhatsApp Business app"
          }
        }) {
      Answer refused = write(each[0]);
      assertThat(refused.status()).as(each[0]).isEqualTo(400);
      assertThat(refused.paths()).containsExactly("\"$.type\"");
      assertThat(refused.details()).contains(each[1]);
    }
  }

  @Test
  void a_forwarded_question_about_a_product_quotes_and_names_it() throws Exception {
    Sent sent = scene.send(ADA, text("hi"));
    assertThat(
            write(
                    """
                    {"type":"text","text":{"body":"Is it hot?"},"context":{"id":"%s",
                      "frequently_forwarded":true,"referred_product":
                      {"catalog_id":"300000000000001","product_retailer_id":"sku-02"}}}
                    """
                        .formatted(sent.id()))
                .status())
        .isEqualTo(201);
    assertThat(told().get("context"))
        .isEqualTo(
            object(
                """
                {"from":"15550100001","id":"%s","frequently_forwarded":true,"referred_product":
                  {"catalog_id":"300000000000001","product_retailer_id":"sku-02"}}
                """
                    .formatted(sent.id())));
  }

  private static final String FROM_AN_AD =
      """
      {"type":"text","text":{"body":"Hi"},"referral":{"source_url":"https://fb.example/ad",
        "source_id":"7","source_type":"ad","headline":"Two for one","ctwa_clid":"c"}}
      """;

  private String priceOfLast() {
    return String.valueOf(scene.lastTold("statuses").get("pricing"));
  }

  @Test
  void an_answer_to_a_user_who_came_from_an_ad_opens_three_free_days() throws Exception {
    assertThat(write(FROM_AN_AD).status()).isEqualTo(201);
    assertThat(told().get("referral")).asString().contains("Two for one");
    scene.later(Duration.ofHours(23));
    scene.send(ADA, text("Hello"));
    assertThat(priceOfLast())
        .contains("\"billable\":false", "\"free_entry_point\"", "\"referral_conversion\"");
    scene.later(Duration.ofDays(3).minusMillis(1));
    // The service window is closed, but a template is free.
    assertThat(scene.statuses(scene.send(ADA, text("still there?"))))
        .containsExactly("failed 131047");
    scene.send(ADA, template());
    assertThat(priceOfLast()).contains("\"free_entry_point\"");
    scene.later(Duration.ofMillis(1));
    scene.send(ADA, template());
    assertThat(priceOfLast()).contains("\"regular\"");
  }

  @Test
  void an_answer_after_a_day_opens_nothing() throws Exception {
    write(FROM_AN_AD);
    scene.later(Duration.ofHours(24));
    scene.send(ADA, template());
    assertThat(priceOfLast()).contains("\"regular\"");
    scene.write(ADA, "hello?");
    scene.send(ADA, text("Hello"));
    assertThat(priceOfLast()).contains("\"free_customer_service\"");
  }

  @Test
  void what_arrives_late_on_an_offline_phone_costs_what_it_cost_when_it_was_sent()
      throws Exception {
    write(FROM_AN_AD);
    scene.change(ADA, "{\"online\":false}");
    scene.send(ADA, text("Hello"));
    scene.later(Duration.ofHours(100));
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.lastTold("statuses").get("status")).isEqualTo(Json.of("delivered"));
    assertThat(priceOfLast()).contains("\"free_entry_point\"");
  }
}
