package dev.parley.price;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a rate card, or says all that is wrong with it. A member that nobody knows is a problem: a
/// misspelled category would otherwise go without a price.
public final class RateCardReader {
  static final int MARKETS_MAX = 300;
  private static final int NAME_MAX_CHARS = 100;
  private static final int SOURCE_MAX_CHARS = 500;

  /// In decimals and not as a number, so that nothing is rounded on the way.
  private static final String AMOUNT = "[0-9]{1,7}(\\.[0-9]{1,8})?";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CATEGORIES =
      Arrays.stream(TemplateCategory.values())
          .map(TemplateCategory::lower)
          .collect(Collectors.toUnmodifiableSet());

  /// Countries that a market has already.
  private final Set<String> taken = new HashSet<>();

  private boolean hasOther;

  private RateCardReader() {}

  public static Reading<RateCard> read(byte[] json) {
    return JsonReader.read(json).then(RateCardReader::read);
  }

  private static Reading<RateCard> read(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : new RateCardReader().card(fields));
  }

  private @Nullable RateCard card(Fields fields) {
    onlyThese(fields, Set.of("date", "source", "currency", "markets"));
    LocalDate date = date(fields);
    String source = fields.text("source", SOURCE_MAX_CHARS);
    String currency = currency(fields);
    var markets = new ArrayList<RateCard.Market>();
    if (!fields.has("markets")) {
      fields.missing("markets", "is missing");
    }
    List<Fields> given = fields.optionalObjects("markets");
    if (given.size() > MARKETS_MAX) {
      fields.badValue(
          "markets", "has %d markets, at most %d are allowed".formatted(given.size(), MARKETS_MAX));
      return null;
    }
    for (Fields market : given) {
      RateCard.Market read = market(market);
      if (read != null) {
        markets.add(read);
      }
    }
    return date == null || source == null || currency == null
        ? null
        : new RateCard(date, source, currency, markets);
  }

  private static @Nullable LocalDate date(Fields fields) {
    String text = fields.text("date");
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notDate) {
      fields.badValue("date", "is %s, not a date as 2026-07-01".formatted(Fields.quoted(text)));
      return null;
    }
  }

  private static @Nullable String currency(Fields fields) {
    String text = fields.text("currency");
    if (text == null) {
      return null;
    }
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(text));
    if (!known) {
      fields.badValue(
          "currency", "is %s, not a code of ISO 4217 as EUR".formatted(Fields.quoted(text)));
    }
    return known ? text : null;
  }

  private RateCard.@Nullable Market market(Fields market) {
    onlyThese(market, Set.of("name", "countries", "prices"));
    String name = market.text("name", NAME_MAX_CHARS);
    Set<String> countries = countries(market);
    Map<TemplateCategory, BigDecimal> prices = prices(market.object("prices"));
    return name == null ? null : new RateCard.Market(name, countries, prices);
  }

  private Set<String> countries(Fields market) {
    var countries = new HashSet<String>();
    switch (market.member("countries")) {
      case null -> {
        if (hasOther) {
          market.missing("countries", "is missing, and another market has none already");
        }
        hasOther = true;
      }
      case JsonArray array -> {
        if (array.size() == 0) {
          market.badValue("countries", "is empty; leave it out for all countries that are in none");
        }
        for (int i = 0; i < array.size(); i++) {
          country(market, array.get(i), countries);
        }
      }
      case Json other -> market.wrongType("countries", "an array");
    }
    return countries;
  }

  private void country(Fields market, Json each, Set<String> countries) {
    if (!(each instanceof JsonString(var code)) || !COUNTRIES.contains(code)) {
      market.badValue("countries", "holds %s, not a code of ISO 3166 as DE".formatted(each));
    } else if (!taken.add(code)) {
      market.badValue("countries", "holds %s, which is in a market already".formatted(code));
    } else {
      countries.add(code);
    }
  }

  private static Map<TemplateCategory, BigDecimal> prices(@Nullable Fields prices) {
    var read = new EnumMap<TemplateCategory, BigDecimal>(TemplateCategory.class);
    if (prices == null) {
      return read;
    }
    onlyThese(prices, CATEGORIES);
    for (TemplateCategory category : TemplateCategory.values()) {
      String text = prices.optionalString(category.lower());
      if (text == null) {
        continue;
      }
      if (text.matches(AMOUNT)) {
        read.put(category, new BigDecimal(text));
      } else {
        prices.badValue(
            category.lower(),
            "is %s, not an amount in decimals as \"0.0123\"".formatted(Fields.quoted(text)));
      }
    }
    return read;
  }

  private static void onlyThese(Fields fields, Set<String> known) {
    fields
        .json()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            fields.note(
                name,
                "is not known here; known are "
                    + known.stream().sorted().collect(Collectors.joining(", ")),
                Problem.INVALID);
          }
        });
  }
}
