package dev.parley.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures here are made up for the test.
class RateCardTest {
  private static final String CARD =
      """
      {"date":"2026-07-01","source":"our contract","currency":"EUR","markets":[
       {"name":"Germany","countries":["DE"],
        "prices":{"marketing":"0.20","utility":"0.0500","authentication":"0.04"}},
       {"name":"North America","countries":["US","CA"],"prices":{"marketing":"0.3"}},
       {"name":"Other","prices":{"utility":"1"}}]}\
      """;

  private static Reading<RateCard> read(String json) {
    return RateCardReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String json) {
    return read(json) instanceof Reading.Wrong<RateCard>(var problems)
        ? problems.stream().map(Problem::sentence).toList()
        : List.of();
  }

  private static Price price(String waId, String category) {
    return Price.of(Pricing.regular(category), Identity.of(new WaId(waId)), read(CARD).orThrow());
  }

  @Test
  void a_card_has_a_date_a_source_a_currency_and_prices_by_market_and_category() {
    RateCard card = read(CARD).orThrow();
    assertThat(card.date()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(card.source()).isEqualTo("our contract");
    assertThat(card.currency()).isEqualTo("EUR");
    assertThat(card.markets()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "4915112345678, utility, Germany, 0.0500",
    "4915112345678, authentication, Germany, 0.04",
    "15550100101, marketing, North America, 0.3",
    "16135550123, marketing, North America, 0.3",
    "5511912345678, utility, Other, 1",
  })
  void the_market_is_that_of_the_recipients_calling_code(
      String waId, String category, String market, String amount) {
    Price price = price(waId, category);
    assertThat(price.market()).isEqualTo(market);
    assertThat(price.amount()).hasToString(amount);
  }

  @Test
  void of_a_user_without_a_number_the_user_id_tells_the_country() {
    var user = new Identity(null, new UserId("DE.13491208655302741918"), "ada");
    Price price = Price.of(Pricing.regular("utility"), user, read(CARD).orThrow());
    assertThat(price.market()).isEqualTo("Germany");
  }

  @Test
  void a_price_that_the_card_lacks_is_not_made_up() {
    Price price = price("15550100101", "utility");
    assertThat(price.amount()).isNull();
    assertThat(price.unknown())
        .isEqualTo("the rate card has no price for utility in North America");
    var withoutOther =
        read(CARD.replace("{\"name\":\"Other\"", "{\"name\":\"O\",\"countries\":[\"FR\"]"));
    assertThat(unknown(withoutOther.orThrow())).isEqualTo("the rate card has no market for BR");
    assertThat(unknown(read(CARD.replaceAll("(?s)\\[.*\\]", "[]")).orThrow()))
        .isEqualTo("no rate card: start with --rate-card FILE");
  }

  private static @Nullable String unknown(RateCard card) {
    var brazil = Identity.of(new WaId("5511912345678"));
    return Price.of(Pricing.regular("utility"), brazil, card).unknown();
  }

  @Test
  void what_is_free_has_a_reason_and_no_amount() {
    var ada = Identity.of(new WaId("4915112345678"));
    var card = read(CARD).orThrow();
    for (var pricing :
        List.of(Pricing.freeService(), Pricing.freeUtility(), Pricing.freeEntryPoint())) {
      Price price = Price.of(pricing, ada, card);
      assertThat(price.amount()).isNull();
      assertThat(price.unknown()).isNull();
      assertThat(price.toJson(true).toString())
          .contains("\"billable\":false", "\"charged\":false")
          .doesNotContain("amount", "rate_card");
    }
    assertThat(Price.of(Pricing.freeUtility(), ada, card).reason()).contains("inside the service");
    assertThat(Price.of(Pricing.freeEntryPoint(), ada, card).reason()).contains("free entry point");
  }

  @Test
  void it_is_charged_when_it_is_delivered_and_not_before() {
    Price price = price("4915112345678", "marketing");
    assertThat(price.toJson(false).toString()).contains("\"charged\":false", "\"amount\":\"0.20\"");
    assertThat(price.toJson(true).toString())
        .contains("\"charged\":true", "\"currency\":\"EUR\"", "\"date\":\"2026-07-01\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"date\":\"2026-07-01\" | \"date\":\"July\" | $.date is \"July\", not a date",
        "\"EUR\" | \"euro\" | $.currency is \"euro\", not a code of ISO 4217",
        "\"source\":\"our contract\", | | $.source is missing",
        "\"0.20\" | \"0,20\" | $.markets[0].prices.marketing is \"0,20\", not an amount",
        "\"0.20\" | 0.2 | $.markets[0].prices.marketing",
        "\"marketing\":\"0.20\" | \"promo\":\"0.20\" | $.markets[0].prices.promo is not known here",
        "[\"US\",\"CA\"] | [\"US\",\"DE\"] | $.markets[1].countries holds DE, which is in a market",
        "[\"US\",\"CA\"] | [\"USA\"] | $.markets[1].countries holds \"USA\", not a code of ISO 3166",
        "\"countries\":[\"US\",\"CA\"], | | $.markets[2].countries is missing, and another market",
        "[\"US\",\"CA\"] | [] | $.markets[1].countries is empty",
        "\"name\":\"Germany\", | | $.markets[0].name is missing",
        "\"markets\" | \"market\" | $.market is not known here",
      })
  void what_is_wrong_is_named_with_its_place(String right, @Nullable String wrong, String said) {
    assertThat(problems(CARD.replace(right, wrong == null ? "" : wrong)))
        .anyMatch(problem -> problem.startsWith(said));
  }

  @Test
  void all_that_is_wrong_is_said_at_once_and_what_is_no_json_too() {
    assertThat(problems(CARD.replace("2026-07-01", "x").replace("EUR", "x").replace("0.04", "x")))
        .hasSize(3);
    assertThat(problems("[]")).hasSize(1);
    assertThat(problems("{")).hasSize(1);
  }
}
