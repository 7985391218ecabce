package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.MEI;
import static dev.parley.server.sandbox.Scene.RAVI;
import static dev.parley.server.sandbox.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.sandbox.ApiScene.Answer;
import dev.parley.server.sandbox.Scene.Sent;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The form of an address message, filled in.
class AddressCallTest {
  private final ApiScene api = new ApiScene();
  private final Scene scene = api.scene;

  AddressCallTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  private JsonObject told() {
    return scene.lastTold("messages");
  }

  private static void isSent(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private static final String RAVIS_ADDRESS =
      """
      {"values":{"name":"Ravi","phone_number":"+91 98765 43210","in_pin_code":"400063",
        "city":"Mumbai","address":"Wing A, IB Patel Road","floor_number":"8"}}
      """;

  @Test
  void an_address_is_told_as_lines_and_as_json() throws Exception {
    Sent form = scene.send(scene.meet(RAVI), Kinds.address("IN"));
    isSent(api.act(RAVI, form, "address", RAVIS_ADDRESS));
    assertThat(told().get("context")).asString().contains(form.id().value());
    JsonObject reply = (JsonObject) JsonAt.at(told(), "interactive", "nfm_reply");
    assertThat(JsonAt.at(told(), "interactive", "type")).isEqualTo(Json.of("nfm_reply"));
    assertThat(reply.get("name")).isEqualTo(Json.of("address_message"));
    assertThat(reply.get("body"))
        .isEqualTo(Json.of("Ravi\n+91 98765 43210\n400063\n8\nWing A, IB Patel Road\nMumbai"));
    assertThat(object(((JsonString) JsonAt.at(reply, "response_json")).value()))
        .isEqualTo(
            object(
                """
                {"values":{"name":"Ravi","phone_number":"+91 98765 43210","in_pin_code":"400063",
                  "floor_number":"8","address":"Wing A, IB Patel Road","city":"Mumbai"}}
                """));
  }

  @Test
  void a_saved_address_is_sent_as_the_business_saved_it() throws Exception {
    Sent form = scene.send(scene.meet(RAVI), Kinds.address("IN"));
    isSent(api.act(RAVI, form, "address", "{\"saved_address_id\":\"home\"}"));
    assertThat(JsonAt.at(told(), "interactive", "nfm_reply", "response_json"))
        .isEqualTo(
            Json.of(
                "{\"saved_address_id\":\"home\",\"values\":{\"name\":\"Ravi\",\"city\":\"Mumbai\",\"in_pin_code\":\"400063\"}}"));
    Answer other = api.act(RAVI, form, "address", "{\"saved_address_id\":\"work\"}");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.details()).contains("\\\"work\\\"", "\\\"home\\\"");
  }

  @Test
  void what_an_address_lacks_is_named_field_by_field() throws Exception {
    Sent indian = scene.send(scene.meet(RAVI), Kinds.address("IN"));
    Answer bad =
        api.act(
            RAVI,
            indian,
            "address",
            """
            {"values":{"phone_number":"soon","in_pin_code":"4000631","city":"","street":"x",
              "address":"y"}}
            """);
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.paths())
        .containsExactly(
            "\"$.values.name\"",
            "\"$.values.phone_number\"",
            "\"$.values.in_pin_code\"",
            "\"$.values.city\"",
            "\"$.values.street\"");
    assertThat(api.act(RAVI, indian, "address", "{}").paths()).containsExactly("\"$.values\"");
    Sent singaporean = scene.send(scene.meet(MEI), Kinds.address("SG"));
    assertThat(api.act(MEI, singaporean, "address", "{\"values\":{}}").paths())
        .containsExactlyInAnyOrder(
            "\"$.values.name\"",
            "\"$.values.phone_number\"",
            "\"$.values.sg_post_code\"",
            "\"$.values.address\"");
  }
}
