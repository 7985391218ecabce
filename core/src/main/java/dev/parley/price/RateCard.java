package dev.parley.price;

import dev.parley.protocol.template.TemplateCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Prices per delivered template message, by the market of the recipient and the category. Parley
/// ships one without markets: Meta publishes the figures in files that change each quarter, and
/// none is invented here. Source: messages.md §18, Pricing.
///
/// @param date since when the prices hold
/// @param source where they are published, for people
/// @param currency ISO 4217
public record RateCard(LocalDate date, String source, String currency, List<Market> markets) {
  public RateCard {
    markets = List.copyOf(markets);
  }

  /// @param countries ISO 3166 codes; none for the market of all countries that no other one has
  /// @param prices of one message; a category without a price is not known
  public record Market(
      String name, Set<String> countries, Map<TemplateCategory, BigDecimal> prices) {
    public Market {
      countries = Set.copyOf(countries);
      prices = Map.copyOf(prices);
    }

    boolean isOther() {
      return countries.isEmpty();
    }
  }

  public boolean isEmpty() {
    return markets.isEmpty();
  }

  /// Countries that are in no market belong to "Other". Source: Meta, Pricing, country calling
  /// codes.
  Optional<Market> marketOf(String country) {
    return markets.stream()
        .filter(market -> market.countries().contains(country))
        .findFirst()
        .or(() -> markets.stream().filter(Market::isOther).findFirst());
  }
}
