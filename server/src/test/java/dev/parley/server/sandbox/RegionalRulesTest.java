package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.GRACE;
import static dev.parley.server.sandbox.Scene.MEI;
import static dev.parley.server.sandbox.Scene.RAVI;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.NumberRules;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Problem;
import dev.parley.server.sandbox.Scene.Sent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What depends on where a number or its user is.
class RegionalRulesTest {
  private final Scene scene = new Scene(RegionalRulesTest.withAnOffer());

  private static Seed withAnOffer() {
    return SeedReader.read(
            """
            templates:
              - {name: offer, language: en, category: marketing, body: Two for one}
              - {name: slot, language: en, category: utility, body: Your table}
            """)
        .orThrow();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static String template(String name) {
    return """
    "type":"template","template":{"name":"%s","language":{"code":"en"}}
    """
        .formatted(name);
  }

  @Test
  void nobody_writes_to_a_country_under_sanctions() {
    for (String number : List.of("5351234567", "989121234567", "8501921234567", "963911234567")) {
      ApiError error = scene.refused(new WaId(number), text("hi"));
      assertThat(error.code().number()).isEqualTo(130497);
      assertThat(error.problems()).extracting(Problem::path).containsExactly("$.to");
    }
  }

  @Test
  void an_address_form_must_be_that_of_the_users_country() {
    assertThat(scene.statuses(scene.send(scene.meet(RAVI), Kinds.address("IN"))))
        .containsExactly("sent", "delivered");
    assertThat(scene.statuses(scene.send(scene.meet(MEI), Kinds.address("SG"))))
        .containsExactly("sent", "delivered");
    for (Sent wrong :
        List.of(
            scene.send(RAVI, Kinds.address("SG")),
            scene.send(MEI, Kinds.address("IN")),
            scene.send(ADA, Kinds.address("IN")),
            scene.send(RAVI, Kinds.address("<COUNTRY_ISO_CODE>")))) {
      assertThat(scene.statuses(wrong)).containsExactly("failed 131009");
      assertThat(scene.failure(wrong)).contains("$.interactive.action.parameters.country");
    }
  }

  @Test
  void a_bill_is_paid_within_its_country_and_in_its_currency() {
    scene.meet(RAVI);
    scene.meet(MEI);
    Sent abroad = scene.send(RAVI, Kinds.bill("r-1", "INR"));
    assertThat(scene.statuses(abroad)).containsExactly("failed 131009");
    assertThat(scene.failure(abroad)).contains("is from US", RAVI + " from IN");
    scene.live("IN");
    assertThat(scene.statuses(scene.send(RAVI, Kinds.bill("r-2", "INR"))))
        .containsExactly("sent", "delivered");
    Sent otherMoney = scene.send(RAVI, Kinds.bill("r-3", "SGD"));
    assertThat(scene.statuses(otherMoney)).containsExactly("failed 131009");
    assertThat(scene.failure(otherMoney)).contains("parameters.currency is \"SGD\"", "INR");
    assertThat(scene.statuses(scene.send(MEI, Kinds.bill("r-4", "SGD"))))
        .containsExactly("failed 131009");
    assertThat(scene.statuses(scene.send(ADA, Kinds.bill("r-5", "INR"))))
        .containsExactly("failed 131009");
    scene.live("SG");
    assertThat(scene.statuses(scene.send(MEI, Kinds.bill("r-6", "SGD"))))
        .containsExactly("sent", "delivered");
  }

  @Test
  void an_orders_status_refers_to_a_bill_that_reached_the_same_user() {
    scene.meet(RAVI);
    scene.live("IN");
    Sent early = scene.send(RAVI, Kinds.billStatus("r-1"));
    assertThat(scene.statuses(early)).containsExactly("failed 131009");
    assertThat(scene.failure(early)).contains("parameters.reference_id is \"r-1\"");
    scene.send(RAVI, Kinds.bill("r-1", "INR"));
    assertThat(scene.statuses(scene.send(RAVI, Kinds.billStatus("r-1"))))
        .containsExactly("sent", "delivered");
    assertThat(scene.statuses(scene.send(ADA, Kinds.billStatus("r-1"))))
        .containsExactly("failed 131009");
    scene.send(RAVI, Kinds.bill("r-2", "SGD"));
    assertThat(scene.statuses(scene.send(RAVI, Kinds.billStatus("r-2"))))
        .containsExactly("failed 131009");
  }

  @Test
  void an_indian_number_sells_only_after_it_has_filed_its_papers() {
    scene.rules(new NumberRules(false, false, true, false, "IN"));
    scene.meet(RAVI);
    for (String trade :
        List.of(
            Kinds.catalogMessage("sku-01"),
            Kinds.productCards("sku-01", "sku-02"),
            Kinds.bill("r-1", "INR"),
            Kinds.billStatus("r-1"))) {
      ApiError error = scene.refused(RAVI, trade);
      assertThat(error.code().number()).isEqualTo(10);
      assertThat(error.details()).contains("business_compliance_info");
    }
    scene.accept(RAVI, Kinds.linkCards());
    scene.accept(RAVI, text("hi"));
    scene.rules(new NumberRules(false, false, false, false, "IN"));
    scene.accept(RAVI, Kinds.catalogMessage("sku-01"));
    scene.live("IN");
    scene.accept(RAVI, Kinds.catalogMessage("sku-01"));
  }

  @Test
  void marketing_to_the_united_states_stops_where_the_rule_is_switched_on() {
    assertThat(scene.statuses(scene.send(ADA, template("offer"))))
        .containsExactly("sent", "delivered");
    scene.rules(new NumberRules(false, true, true, false, null));
    Sent stopped = scene.send(ADA, template("offer"));
    assertThat(scene.statuses(stopped)).containsExactly("failed 131049");
    assertThat(scene.failure(stopped)).contains("healthy ecosystem", "United States");
    assertThat(scene.statuses(scene.send(ADA, template("slot"))))
        .containsExactly("sent", "delivered");
    assertThat(scene.statuses(scene.send(scene.meet(RAVI), template("offer"))))
        .containsExactly("sent", "delivered");
  }

  @Test
  void a_user_who_stopped_the_marketing_of_a_number_gets_the_rest() {
    scene.change(ADA, "{\"no_marketing\":[\"100000000000001\"]}");
    Sent stopped = scene.send(ADA, template("offer"));
    assertThat(scene.statuses(stopped)).containsExactly("failed 131050");
    assertThat(scene.statuses(scene.send(scene.second, ADA, template("offer"))))
        .containsExactly("sent", "delivered");
    assertThat(scene.statuses(scene.send(ADA, template("slot"))))
        .containsExactly("sent", "delivered");
    assertThat(scene.statuses(scene.send(GRACE, template("offer"))))
        .containsExactly("sent", "delivered");
  }

  @Test
  void a_number_that_blocked_a_user_neither_reaches_him_nor_hears_him() {
    scene.accounts.blockLists().add(scene.number, List.of(ADA));
    assertThat(scene.statuses(scene.send(ADA, text("hi")))).containsExactly("failed 130403");
    assertThat(scene.chat(ADA).write(Scene.said("hello?")))
        .isInstanceOf(UserOutcome.NotOffered.class);
    assertThat(scene.chat(ADA, scene.second).write(Scene.said("hello")))
        .isInstanceOf(UserOutcome.Sent.class);
  }
}
