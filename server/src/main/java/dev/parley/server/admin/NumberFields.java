package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;

/// What can be read of a number. Source: reference, platform.md §5; observed.md §5; OpenAPI v23,
/// `WhatsAppBusinessAccountPhoneNumber`. The usual fields are those of live answers, which are more
/// than the OpenAPI's four.
final class NumberFields {
  /// The one value seen of it. Source: reference, verified.md §9.
  private static final String MESSAGING_LIMIT = "TIER_250";

  private NumberFields() {}

  static Projection<PhoneNumber> of(Accounts accounts) {
    return new Projection<PhoneNumber>("WhatsAppBusinessPhoneNumber")
        .usual("verified_name", number -> new JsonString(number.name()))
        .usual("code_verification_status", number -> new JsonString("VERIFIED"))
        .usual("display_phone_number", number -> new JsonString(number.display()))
        .usual("quality_rating", number -> new JsonString("UNKNOWN"))
        .usual("platform_type", number -> new JsonString("CLOUD_API"))
        .usual("throughput", number -> Json.object("level", "STANDARD"))
        .onDemand("webhook_configuration", number -> webhooks(accounts, number))
        .onDemand("status", NumberFields::status)
        .onDemand("name_status", number -> new JsonString("APPROVED"))
        .onDemand("account_mode", number -> new JsonString("LIVE"))
        .onDemand("host_platform", number -> new JsonString("CLOUD_API"))
        .onDemand("is_official_business_account", number -> JsonBool.FALSE)
        .onDemand(
            "is_pin_enabled",
            number -> JsonBool.of(number.settings().registration().pinSha256() != null))
        .onDemand("messaging_limit", number -> new JsonString(MESSAGING_LIMIT))
        .onDemand("messaging_limit_tier", number -> new JsonString(MESSAGING_LIMIT))
        .onDemand(
            "whatsapp_business_manager_messaging_limit", number -> new JsonString(MESSAGING_LIMIT))
        .onDemand("health_status", HealthStatus::of)
        // What a number of ours never has, but others may.
        .onDemand("username", number -> null)
        .onDemand("certificate", number -> null)
        .onDemand("new_certificate", number -> null)
        .onDemand("new_name_status", number -> null)
        .onDemand("last_onboarded_time", number -> null)
        .onDemand("conversational_automation", number -> null)
        .onDemand("id", number -> new JsonString(number.id()));
  }

  private static JsonString status(PhoneNumber number) {
    boolean connected = number.settings().registration().connected();
    return new JsonString(connected ? "CONNECTED" : "DISCONNECTED");
  }

  /// Keys are absent when unset. Source: reference, verified.md §3.
  private static JsonObject webhooks(Accounts accounts, PhoneNumber number) {
    var json = JsonObject.builder();
    accounts
        .endpoint(Endpoint.Scope.NUMBER, number.id())
        .ifPresent(endpoint -> json.put("phone_number", endpoint.url().toString()));
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, number.business().id())
        .ifPresent(endpoint -> json.put("whatsapp_business_account", endpoint.url().toString()));
    return json.build();
  }
}
