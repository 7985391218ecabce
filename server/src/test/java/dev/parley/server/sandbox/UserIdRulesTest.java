package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.RAVI;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SendOutcome;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;
import dev.parley.server.sandbox.Scene.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What may be sent to an id, and what its user then tells.
class UserIdRulesTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private UserId idOf(WaId user) {
    return scene.network.handsets().find(user).orElseThrow().userId();
  }

  private Sent send(UserId to, String message) {
    var accepted = (SendOutcome.Accepted) scene.offer(to, message);
    return scene.carry(new Sent(accepted.receipt().id(), scene.number, accepted.seq()));
  }

  private ApiError refused(String id) {
    return ((SendOutcome.Refused) scene.offer(new UserId(id), text("hi"))).error();
  }

  @Test
  void ids_of_parents_and_of_countries_under_sanctions_are_refused() {
    assertThat(refused("US.ENT.1234567890123456").code().number()).isEqualTo(131009);
    assertThat(refused("IR.1234567890123456").code().number()).isEqualTo(130497);
  }

  @Test
  void a_template_with_a_code_goes_to_numbers_only() {
    String template =
        """
        "type":"template","template":{"name":"login_code","language":{"code":"en_US"}}\
        """;
    var refused = (SendOutcome.Refused) scene.offer(idOf(ADA), template);
    assertThat(refused.error().code().number()).isEqualTo(131062);
  }

  @Test
  void a_user_with_a_username_hides_the_number_until_it_is_known() {
    scene.network.add(scene.network.fresh(RAVI));
    scene.change(RAVI, "{\"username\":\"ravi.m\"}");
    scene.write(RAVI, "Hi");
    assertThat(scene.lastTold("messages").get("from")).isNull();
    assertThat(scene.lastTold("messages").get("from_user_id"))
        .isEqualTo(Json.of(idOf(RAVI).value()));
    Sent answer = send(idOf(RAVI), Kinds.contactInfo());
    assertThat(scene.statuses(answer)).containsExactly("sent", "delivered");
    assertThat(scene.lastTold("statuses").get("recipient_id")).isNull();
    scene.answers(RAVI).shareContact(answer.id());
    assertThat(JsonAt.at(scene.lastTold("messages"), "contacts", 0, "phones", 0, "wa_id"))
        .isEqualTo(Json.of(RAVI.value()));
    assertThat(JsonAt.items(scene.screen(RAVI), "messages")).hasSize(3);
    Sent typed = scene.send(RAVI, text("now by number"));
    assertThat(scene.statuses(typed)).containsExactly("sent", "delivered");
    assertThat(JsonAt.items(scene.screen(RAVI), "messages")).hasSize(4);
    assertThat(scene.lastTold("statuses").get("recipient_id")).isEqualTo(Json.of(RAVI.value()));
  }
}
