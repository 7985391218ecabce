package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.NumberSettings;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `settings` of a number, of which the identity check can be set, and
/// `whatsapp_commerce_settings`. Source: reference, platform.md §5, §10; verified.md §5; OpenAPI
/// v23.
final class SettingsCalls {
  private static final String IDENTITY = "user_identity_change";

  /// Features that other systems have.
  private static final List<String> OTHERS =
      List.of("calling", "payload_encryption", "storage_configuration");

  private final Accounts accounts;
  private final Answers answers;

  SettingsCalls(Accounts accounts, Answers answers) {
    this.accounts = accounts;
    this.answers = answers;
  }

  Response.Answer show(Request request, PhoneNumber number) {
    return Answers.ok(
        Json.object(
            "calling",
            Json.object("status", "DISABLED"),
            "storage_configuration",
            Json.object("status", "DEFAULT"),
            IDENTITY,
            Json.object("enable_identity_key_check", number.settings().identityCheck())));
  }

  Response.Answer change(Request request, PhoneNumber number) {
    return answers.withBody(
        request,
        body ->
            answers.with(
                readIdentityCheck(body),
                enabled -> {
                  accounts.change(number, settings -> settings.withIdentityCheck(enabled));
                  return Answers.success();
                }));
  }

  /// One feature in one call. Wording: OpenAPI v23, `MissingFeatureSetting`.
  private static Reading<Boolean> readIdentityCheck(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    for (String other : OTHERS) {
      if (fields.has(other)) {
        fields.badValue(other, "can't be set yet");
      }
    }
    if (problems.isEmpty() && !fields.has(IDENTITY)) {
      fields.note(
          IDENTITY,
          "is missing",
          Problem.INVALID,
          "(#100) One feature setting must be specified",
          null);
    }
    Fields identity = fields.optionalObject(IDENTITY);
    return problems.reading(identity == null ? null : enabled(identity));
  }

  /// The OpenAPI document calls it `enabled`, the newer page as here.
  private static @Nullable Boolean enabled(Fields identity) {
    String name = identity.has("enabled") ? "enabled" : "enable_identity_key_check";
    Boolean enabled = Members.flag(identity, name);
    if (enabled == null && !identity.has(name)) {
      identity.missing(name, "is missing");
    }
    return enabled;
  }

  /// The number of each setting is that of the catalog which it is about; the source shows one
  /// without saying of what.
  Response.Answer showShop(Request request, PhoneNumber number) {
    NumberSettings settings = number.settings();
    return Answers.ok(
        Json.object(
            "data",
            JsonArray.of(
                Json.object(
                    "is_cart_enabled", settings.cartEnabled(),
                    "is_catalog_visible", settings.catalogVisible(),
                    "id", number.catalog()))));
  }

  /// In the query, as documented, or in the body; what is absent stays.
  Response.Answer changeShop(Request request, PhoneNumber number) {
    return answers.withBody(
        request,
        body ->
            answers.with(
                readShop(body),
                change -> {
                  accounts.change(number, change::apply);
                  return Answers.success();
                }));
  }

  private record ShopChange(@Nullable Boolean cart, @Nullable Boolean catalog) {
    NumberSettings apply(NumberSettings before) {
      Boolean cartGiven = cart;
      Boolean catalogGiven = catalog;
      return before.withShop(
          cartGiven == null ? before.cartEnabled() : cartGiven,
          catalogGiven == null ? before.catalogVisible() : catalogGiven);
    }
  }

  private static Reading<ShopChange> readShop(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    Boolean cart = Members.flag(fields, "is_cart_enabled");
    Boolean catalog = Members.flag(fields, "is_catalog_visible");
    if (cart == null && catalog == null && problems.isEmpty()) {
      fields.missing("is_cart_enabled", "is missing, and is_catalog_visible too");
    }
    return problems.reading(new ShopChange(cart, catalog));
  }
}
