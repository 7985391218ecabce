package dev.parley.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SendOutcome;
import dev.parley.account.Sender;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.message.SendRequestReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Users who are known by an id, and may hide their number behind a username.
class UserIdTest {
  private static final WaId LIN = new WaId("15550100177");

  private final Scene scene = new Scene();
  private final UserId adasId = UserIds.of(scene.number.business().portfolio(), Scene.ADA);
  private final UserId linsId = UserIds.of(scene.number.business().portfolio(), LIN);

  @AfterEach
  void close() {
    scene.close();
  }

  private SendOutcome offer(String recipient, String message) {
    var body =
        Scene.object("{\"messaging_product\":\"whatsapp\",%s,%s}".formatted(recipient, message));
    return scene.hub.send(
        new Sender(scene.number), SendRequestReader.read(body).orThrow(), StoredJson.of(body));
  }

  private Scene.Sent send(String recipient, String message) {
    return scene.carry(accept(recipient, message));
  }

  private Scene.Sent accept(String recipient, String message) {
    var accepted = (SendOutcome.Accepted) offer(recipient, message);
    return new Scene.Sent(accepted.receipt().id(), scene.number, accepted.seq());
  }

  private static String to(UserId id) {
    return "\"recipient\":\"%s\"".formatted(id);
  }

  private static String to(WaId number) {
    return "\"to\":\"%s\"".formatted(number);
  }

  /// A phone whose user has a username and never met the business.
  private void hidden() {
    scene.network.add(scene.network.fresh(LIN));
    scene.change(LIN, "{\"name\":\"Lin\",\"username\":\"lin.w\"}");
  }

  @Test
  void a_message_to_a_user_id_reaches_the_same_chat_as_one_to_the_number() {
    var sent = send(to(adasId), Scene.text("To your id"));
    assertThat(scene.statuses(sent)).containsExactly("sent", "delivered");
    assertThat(scene.screen(Scene.ADA).toString()).contains("To your id");
    assertThat(scene.lastTold("statuses").toString())
        .contains("\"recipient_id\":\"15550100101\",\"recipient_user_id\":\"" + adasId + "\"");
  }

  @Test
  void the_receipt_names_what_the_message_was_sent_to() {
    var byId = (SendOutcome.Accepted) offer(to(adasId), Scene.text("hi"));
    assertThat(byId.receipt().toJson().toString())
        .contains("\"contacts\":[{\"input\":\"%1$s\",\"user_id\":\"%1$s\"}]".formatted(adasId));
    var both = (SendOutcome.Accepted) offer(to(Scene.ADA) + "," + to(adasId), Scene.text("hi"));
    assertThat(both.receipt().toJson().toString())
        .contains("\"contacts\":[{\"input\":\"15550100101\",\"wa_id\":\"15550100101\"}]");
  }

  @Test
  void an_id_that_nobody_has_is_no_object_and_invents_nobody() {
    var refused = (SendOutcome.Refused) offer("\"recipient\":\"US.404\"", Scene.text("hi"));
    assertThat(refused.error().code().number()).isEqualTo(100);
    assertThat(refused.error().subcode()).isEqualTo(33);
    assertThat(scene.network.handsets().all()).hasSize(2);
  }

  @Test
  void an_id_of_a_parent_account_is_refused_where_there_is_none() {
    var refused = (SendOutcome.Refused) offer("\"recipient\":\"US.ENT.1\"", Scene.text("hi"));
    assertThat(refused.error().problems())
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactly("131009 $.recipient");
  }

  @Test
  void a_user_with_a_username_whom_nobody_knows_shows_no_number() {
    hidden();
    var written = scene.write(LIN, "Who am I?");
    var webhook = scene.lastWebhook().toString();
    assertThat(webhook)
        .contains("\"from_user_id\":\"" + linsId + "\"", "\"username\":\"lin.w\"")
        .doesNotContain("\"from\"", "wa_id", LIN.value());
    assertThat(written.parts().orElseThrow().phone()).isEqualTo(linsId.value());

    var answer = send(to(linsId), Scene.text("Somebody"));
    assertThat(scene.statuses(answer)).containsExactly("sent", "delivered");
    var status = scene.lastTold("statuses");
    assertThat(status.get("id")).isEqualTo(Json.of(answer.id().value()));
    assertThat(status.toString())
        .contains("\"recipient_user_id\":\"" + linsId + "\"")
        .doesNotContain("\"recipient_id\"");
    assertThat(scene.screen(LIN).toString()).contains("Who am I?", "Somebody");
  }

  @Test
  void a_number_that_the_business_typed_stays_known_and_the_chat_stays_one() {
    hidden();
    var first = scene.write(LIN, "Hi");
    var before = send(to(linsId), Scene.text("one"));
    send(to(LIN), Scene.text("two"));
    assertThat(scene.lastTold("statuses").toString()).contains("\"recipient_id\":\"15550100177\"");
    scene.write(LIN, "So you know me");
    assertThat(scene.lastTold("messages").get("from")).isEqualTo(Json.of(LIN.value()));
    assertThat(scene.screen(LIN).toString()).contains("Hi", "one", "two", "So you know me");
    assertThat(scene.bubble(LIN, first)).isNotNull();
    assertThat(scene.bubble(LIN, before.id())).isNotNull();
  }

  @Test
  void a_number_that_one_number_of_the_portfolio_knows_is_shown_to_the_others() {
    hidden();
    scene.send(scene.second, LIN, Scene.template());
    scene.write(LIN, "Hi");
    assertThat(scene.lastTold("messages").get("from")).isEqualTo(Json.of(LIN.value()));
  }

  @Test
  void a_number_that_was_shown_before_its_user_took_a_username_stays_known() {
    scene.change(Scene.ADA, "{\"username\":\"ada.l\"}");
    scene.write(Scene.ADA, "It's still me");
    assertThat(scene.lastTold("messages").get("from")).isEqualTo(Json.of("15550100101"));
    assertThat(scene.lastTold("contacts").toString()).contains("\"username\":\"ada.l\"");
  }

  @Test
  void an_old_message_shows_what_was_known_when_it_came() {
    hidden();
    scene.write(LIN, "Who am I?");
    var then = scene.lastWebhook();
    accept(to(LIN), Scene.template());
    assertThat(scene.lastWebhook()).isEqualTo(then);
  }

  @Test
  void a_number_is_answered_as_the_account_spells_it() {
    var brazilian = new WaId("553187654321");
    scene.network.add(scene.network.fresh(brazilian));
    var accepted = (SendOutcome.Accepted) offer("\"to\":\"+55 31 98765-4321\"", Scene.template());
    assertThat(accepted.receipt().toJson().toString())
        .contains("\"input\":\"+55 31 98765-4321\",\"wa_id\":\"553187654321\"");
    var mexican = (SendOutcome.Accepted) offer("\"to\":\"525512345678\"", Scene.template());
    assertThat(mexican.receipt().toJson().toString()).contains("\"wa_id\":\"5215512345678\"");
  }

  @Test
  void digits_that_are_a_number_nowhere_are_refused() {
    var refused = (SendOutcome.Refused) offer("\"to\":\"0155501\"", Scene.text("hi"));
    assertThat(refused.error().problems())
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactly("131009 $.to");
  }

  @Test
  void a_message_to_an_id_whose_phone_is_gone_fails() {
    hidden();
    scene.write(LIN, "Bye");
    var waiting = accept(to(linsId), Scene.text("Wait"));
    scene.network.remove(scene.network.handsets().find(LIN).orElseThrow());
    assertThat(scene.network.carry(scene.outgoing(waiting)).toString()).contains("131026");
  }

  @Test
  void usernames_have_a_form() {
    for (var wrong : new String[] {"ab", "Ada", "a..b", ".ada", "ada.", "www.ada", "12345"}) {
      assertThat(Handset.USERNAME.matcher(wrong).matches()).as(wrong).isFalse();
    }
    assertThat(Handset.USERNAME.matcher("ada.lovelace_1815").matches()).isTrue();
  }
}
