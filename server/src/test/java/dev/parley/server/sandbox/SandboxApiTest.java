package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.list;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.sandbox.ApiScene.Answer;
import dev.parley.server.sandbox.Scene.Sent;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxApiTest {
  private static final String CHAT = "/sandbox/handsets/15550100101/chats/100000000000001";

  private final ApiScene api = new ApiScene();
  private final Scene scene = api.scene;

  SandboxApiTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  private Answer call(String method, String path, String body) throws Exception {
    return api.call(method, path, body);
  }

  private Answer get(String path) throws Exception {
    return api.get(path);
  }

  private Answer onMessage(Sent sent, String verb, String body) throws Exception {
    return api.act(ADA, sent, verb, body);
  }

  @Test
  void the_world_is_shown_whole() throws Exception {
    JsonObject world = get("/sandbox").body();
    assertThat(world.get("clock"))
        .isEqualTo(object("{\"now\":\"2026-11-24T18:42:15.123Z\",\"offset_ms\":0,\"real\":false}"));
    assertThat(JsonAt.at(world, "numbers", 0))
        .isEqualTo(
            object(
                """
                {"id":"100000000000001","display":"+1 555 010 0001","name":"Olive & Ember",
                 "waba_id":"200000000000001","key":"parley-sandbox",
                 "catalog_id":"300000000000001"}
                """));
    assertThat(world.get("api"))
        .isEqualTo(
            object(
                """
                {"app_id":"500000000000001","verify_token":"parley-verify",
                 "graph_version":"v25.0"}
                """));
    assertThat(world.get("magic"))
        .asString()
        .contains(
            """
            {"wa_id":"1555019130429","code":130429,"title":"Rate limit hit","when":"refused at once"}\
            """)
        .contains(
            """
            {"wa_id":"1555019131026","code":131026,"title":"Message undeliverable","when":"fails afterwards"}\
            """);
    assertThat(world.get("catalogs")).asString().contains("\"price\":12.50");
    assertThat(JsonAt.at(world, "handsets", 0))
        .asString()
        .startsWith("{\"wa_id\":\"15550100101\",\"user_id\":\"US.");
  }

  @Test
  void a_list_is_tapped_over_http() throws Exception {
    Sent sent = scene.send(ADA, list());
    Answer answer = onMessage(sent, "tap", "{\"id\":\"fish\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().get("id")).isEqualTo(scene.lastTold("messages").get("id"));

    Answer refused = onMessage(sent, "tap", "{\"id\":\"cake\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.paths()).containsExactly("\"$.id\"");
    assertThat(refused.details()).contains("soup", "fish");
  }

  @Test
  void every_call_about_a_message_answers() throws Exception {
    Sent sent = scene.send(ADA, list());
    assertThat(onMessage(sent, "reaction", "{\"emoji\":\"👍\"}").status()).isEqualTo(201);
    assertThat(onMessage(sent, "read", "").status()).isEqualTo(200);
    assertThat(onMessage(sent, "link", "{}").status()).isEqualTo(409);
    assertThat(onMessage(sent, "order", "{}").status()).isEqualTo(409);
    assertThat(onMessage(sent, "location", "{\"latitude\":1,\"longitude\":2}").status())
        .isEqualTo(409);
    assertThat(onMessage(sent, "location", "{\"latitude\":91}").paths())
        .containsExactly("\"$.longitude\"", "\"$.latitude\"");
    String id = URLEncoder.encode(sent.id().value(), StandardCharsets.UTF_8);
    assertThat(call("DELETE", CHAT + "/messages/" + id, "").status()).isEqualTo(200);
    assertThat(get(CHAT).body().get("messages")).asString().contains("\"deleted\":true");
  }

  @Test
  void the_user_writes_and_the_chat_shows_it() throws Exception {
    Answer written = call("POST", CHAT + "/messages", "{" + text("Good evening") + "}");
    assertThat(written.status()).isEqualTo(201);
    JsonObject chat = get(CHAT + "?limit=1").body();
    assertThat(chat.get("messages")).asString().contains("Good evening").doesNotContain("Hi\"");
    assertThat(chat.get("window")).asString().contains("\"open\":true", "2026-11-25T18:42:15.123Z");
    List<Json> rows = JsonAt.items(get("/sandbox/handsets/15550100101/chats").body(), "chats");
    assertThat(rows).hasSize(2);
    assertThat(JsonAt.at(rows.getFirst(), "last")).asString().contains("Good evening");
  }

  @Test
  void handsets_come_change_and_go() throws Exception {
    Answer added =
        call("POST", "/sandbox/handsets", "{\"wa_id\":\"+1 555 010 0155\",\"name\":\"Linus\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().get("wa_id")).isEqualTo(Json.of("15550100155"));
    assertThat(
            call("POST", "/sandbox/handsets", "{\"wa_id\":\"15550100155\",\"name\":\"L\"}")
                .status())
        .isEqualTo(409);
    Answer changed =
        call(
            "PATCH",
            "/sandbox/handsets/15550100155",
            "{\"online\":false,\"blocked\":[\"100000000000002\"]}");
    assertThat(changed.body())
        .asString()
        .contains("\"online\":false", "\"blocked\":[\"100000000000002\"]", "Linus");
    assertThat(get("/sandbox/handsets/15550100155").body()).isEqualTo(changed.body());
    Answer bad =
        call("PATCH", "/sandbox/handsets/15550100155", "{\"online\":\"no\",\"blocked\":[\"5\"]}");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.paths()).containsExactly("\"$.online\"", "\"$.blocked\"");
    assertThat(call("DELETE", "/sandbox/handsets/15550100155", "").status()).isEqualTo(200);
    assertThat(get("/sandbox/handsets/15550100155").status()).isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_named_beside_what_is() throws Exception {
    Answer handset = get("/sandbox/handsets/4915550001/chats");
    assertThat(handset.status()).isEqualTo(404);
    assertThat(handset.details()).contains("4915550001", "15550100101 Ada");
    assertThat(JsonAt.at(handset.body(), "error", "code")).isEqualTo(Json.of(100));
    assertThat(get("/sandbox/handsets/15550100101/chats/7").details())
        .contains("100000000000001, 100000000000002");
    assertThat(call("POST", CHAT + "/messages/nothing/read", "").status()).isEqualTo(404);
  }

  @Test
  void the_clock_moves_and_only_forward() throws Exception {
    Answer moved = call("POST", "/sandbox/clock", "{\"advance\":\"PT24H\"}");
    assertThat(moved.body().get("now")).isEqualTo(Json.of("2026-11-25T18:42:15.123Z"));
    assertThat(moved.body().get("offset_ms")).isEqualTo(Json.of(86_400_000));
    assertThat(call("POST", "/sandbox/clock", "{\"set\":\"2026-12-01T00:00:00Z\"}").status())
        .isEqualTo(200);
    Answer back = call("POST", "/sandbox/clock", "{\"set\":\"2026-11-30T00:00:00+01:00\"}");
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.details()).contains("2026-12-01T00:00:00.000Z", "2026-11-29T23:00:00.000Z");
    for (String wrong :
        List.of(
            "{}",
            "{\"advance\":\"PT1H\",\"set\":\"2027-01-01T00:00:00Z\"}",
            "{\"advance\":\"1 day\"}",
            "{\"advance\":\"-PT1H\"}",
            "{\"advance\":\"P11Y\"}",
            "{\"advance\":\"PT999999999999999H\"}",
            "{\"advance\":\"P999999999Y\"}",
            "{\"set\":\"tomorrow\"}",
            "{\"set\":\"+999999999-01-01T00:00:00Z\"}",
            "[]",
            "nonsense")) {
      assertThat(call("POST", "/sandbox/clock", wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(call("POST", "/sandbox/clock", "{\"advance\":\"P1M1DT2H\"}").body().get("now"))
        .isEqualTo(Json.of("2027-01-02T02:00:00.000Z"));
  }

  @Test
  void bad_bodies_get_the_envelope() throws Exception {
    for (String wrong :
        List.of("", "{", "[]", "7", "{\"type\":\"text\"}", "{\"type\":\"image\"}")) {
      Answer answer = call("POST", CHAT + "/messages", wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.body().get("error")).isNotNull();
    }
    assertThat(get(CHAT + "?limit=-1").status()).isEqualTo(400);
  }

  @Test
  void reset_is_left_to_the_host() throws Exception {
    assertThat(call("POST", "/sandbox/reset", "").status()).isEqualTo(200);
    assertThat(api.resets).containsExactly("reset");
  }
}
