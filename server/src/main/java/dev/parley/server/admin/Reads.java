package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.admin.Projection.Selection;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// What is told of numbers, businesses and apps. Source: reference, platform.md §4, §5, §10;
/// OpenAPI v23, `WhatsAppBusinessAccount`.
final class Reads {
  private static final List<String> ID = List.of("id");

  private final Accounts accounts;
  private final Answers answers;
  private final Pages pages;
  private final Projection<PhoneNumber> numberFields;
  private final Projection<Business> businessFields = businessFields();
  private final Projection<Business> appFields = appFields();

  Reads(Accounts accounts, Answers answers, Pages pages) {
    this.accounts = accounts;
    this.answers = answers;
    this.pages = pages;
    this.numberFields = NumberFields.of(accounts);
  }

  Response.Answer number(Request request, PhoneNumber number) {
    return show(request, numberFields, number);
  }

  Response.Answer business(Request request, Business business) {
    return show(request, businessFields, business);
  }

  Response.Answer app(Request request, Business business) {
    return show(request, appFields, business);
  }

  private <T> Response.Answer show(Request request, Projection<T> fields, T object) {
    return switch (fields.select(request, ID)) {
      case Selection.Known<T>(var shown) -> Answers.ok(shown.apply(object));
      case Selection.Unknown<T>(var error) -> answers.refused(error);
    };
  }

  Response.Answer numbers(Request request, Business business) {
    return switch (numberFields.select(request, ID)) {
      case Selection.Unknown<PhoneNumber>(var error) -> answers.refused(error);
      case Selection.Known<PhoneNumber>(var shown) ->
          answers.page(pages.cut(request, accounts.numbersOf(business), PhoneNumber::id, shown));
    };
  }

  /// 360dialog's way to ask for the same. Source: reference, platform.md §4.
  Response.Answer health(Request request, PhoneNumber number) {
    return Answers.ok(Json.object("health_status", HealthStatus.of(number), "id", number.id()));
  }

  private static Projection<Business> businessFields() {
    return new Projection<Business>("WhatsAppBusinessAccount")
        .usual("id", business -> new JsonString(business.id()))
        .usual("name", business -> new JsonString(business.name()))
        .usual("timezone_id", business -> new JsonString("1"))
        .usual("message_template_namespace", Reads::namespace)
        .onDemand("account_review_status", business -> new JsonString("APPROVED"))
        .onDemand("business_verification_status", business -> new JsonString("VERIFIED"))
        .onDemand("ownership_type", business -> new JsonString("SELF_OWNED"))
        .onDemand("currency", business -> new JsonString("USD"))
        .onDemand("owner_business_info", Reads::owner)
        .onDemand("on_behalf_of_business_info", business -> null)
        .onDemand("country", business -> null)
        .onDemand("primary_business_location", business -> null)
        .onDemand("purchase_order_number", business -> null)
        .onDemand("marketing_messages_onboarding_status", business -> null)
        .onDemand("health_status", HealthStatus::of);
  }

  private static Projection<Business> appFields() {
    return new Projection<Business>("Application")
        .usual("link", business -> new JsonString(appLink(business.app())))
        .usual("name", business -> new JsonString(APP_NAME))
        .onDemand("id", business -> new JsonString(business.app().id()));
  }

  static final String APP_NAME = "Parley";

  static String appLink(Business.App app) {
    return "https://www.facebook.com/games/?app_id=" + app.id();
  }

  private static JsonObject owner(Business business) {
    return Json.object("name", business.portfolio().name(), "id", business.portfolio().id());
  }

  /// The same for a business for ever, and shaped as Meta's:
  /// `ba30dd89_2ebd_41e4_b805_f2c05ae04cc9`.
  private static JsonString namespace(Business business) {
    var uuid = UUID.nameUUIDFromBytes(business.id().getBytes(StandardCharsets.UTF_8));
    return new JsonString(uuid.toString().replace('-', '_'));
  }
}
