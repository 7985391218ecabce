package dev.parley.price;

import dev.parley.account.Numbering;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.template.TemplateCategory;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one message costs, with the reason. Amounts are for people: webhooks have none.
///
/// @param reason why it costs, or why not
/// @param amount null where it is free, or where the card doesn't say
/// @param market of the card, null where there is none
/// @param unknown why the amount of a billable message is not known
public record Price(
    Pricing pricing,
    String reason,
    @Nullable BigDecimal amount,
    @Nullable String market,
    @Nullable String unknown,
    RateCard card) {

  /// Source of the rules: messages.md §18, Pricing; verified.md §9.
  public static Price of(Pricing pricing, Identity user, RateCard card) {
    String reason = reason(pricing);
    if (!pricing.billable()) {
      return new Price(pricing, reason, null, null, null, card);
    }
    if (card.isEmpty()) {
      return new Price(
          pricing, reason, null, null, "no rate card: start with --rate-card FILE", card);
    }
    String country = countryOf(user);
    RateCard.Market market = card.marketOf(country).orElse(null);
    if (market == null) {
      String where = country.equals(Numbering.NOWHERE) ? "this number" : country;
      return new Price(
          pricing, reason, null, null, "the rate card has no market for " + where, card);
    }
    BigDecimal amount =
        TemplateCategory.of(pricing.category()).map(market.prices()::get).orElse(null);
    String unknown =
        amount == null
            ? "the rate card has no price for %s in %s".formatted(pricing.category(), market.name())
            : null;
    return new Price(pricing, reason, amount, market.name(), unknown, card);
  }

  private static String reason(Pricing pricing) {
    String category = pricing.category();
    return switch (pricing.type()) {
      case "free_entry_point" -> "inside the 72 h of a free entry point";
      case "free_customer_service" ->
          category.equals("utility")
              ? "a utility template inside the service window"
              : "no template, inside the service window";
      default ->
          switch (category) {
            case "utility" -> "a utility template outside the service window";
            case "authentication" ->
                "an authentication template, which costs inside the service window too";
            case "marketing" -> "a marketing template, which costs inside the service window too";
            default -> "a message of the category " + category;
          };
    };
  }

  /// A user id begins with the country of its user.
  private static String countryOf(Identity user) {
    var waId = user.waId();
    if (waId != null) {
      return Numbering.country(waId);
    }
    var userId = user.userId();
    return userId == null
        ? Numbering.NOWHERE
        : userId.value().substring(0, userId.value().indexOf('.')).toUpperCase(Locale.ROOT);
  }

  /// @param delivered whether it was charged: that happens when it is delivered
  public JsonObject toJson(boolean delivered) {
    BigDecimal cost = amount;
    return Json.object(
        "billable",
        pricing.billable(),
        "category",
        pricing.category(),
        "reason",
        reason,
        "charged",
        pricing.billable() && delivered,
        "amount",
        cost == null ? null : cost.toPlainString(),
        "currency",
        cost == null ? null : card.currency(),
        "market",
        market,
        "rate_card",
        cost == null ? null : Json.object("date", card.date().toString(), "source", card.source()),
        "unknown",
        unknown);
  }
}
