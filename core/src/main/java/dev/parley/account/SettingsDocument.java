package dev.parley.account;

import dev.parley.media.MediaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How {@link NumberSettings} lie in the store. A member that an older version did not write has
/// its initial value.
final class SettingsDocument {
  static final String KIND = "number_settings";

  private SettingsDocument() {}

  static JsonObject write(NumberSettings settings) {
    return Json.object(
        "registration", registration(settings.registration()),
        "profile", profile(settings.profile()),
        "rules", rules(settings.rules()),
        "identity_check", settings.identityCheck(),
        "cart_enabled", settings.cartEnabled(),
        "catalog_visible", settings.catalogVisible(),
        "compliance", settings.compliance());
  }

  static NumberSettings read(@Nullable JsonObject body) {
    NumberSettings initial = NumberSettings.INITIAL;
    if (body == null) {
      return initial;
    }
    return new NumberSettings(
        registration(object(body, "registration"), initial.registration()),
        profile(object(body, "profile")),
        rules(object(body, "rules"), initial.rules()),
        flag(body, "identity_check", initial.identityCheck()),
        flag(body, "cart_enabled", initial.cartEnabled()),
        flag(body, "catalog_visible", initial.catalogVisible()),
        body.get("compliance") instanceof JsonObject filed ? filed : null);
  }

  private static JsonObject registration(Registration registration) {
    return Json.object(
        "connected", registration.connected(),
        "pin", registration.pinSha256(),
        "calls", texts(registration.calls().stream().map(Instant::toString).toList()));
  }

  private static Registration registration(JsonObject body, Registration initial) {
    return new Registration(
        flag(body, "connected", initial.connected()),
        text(body, "pin"),
        texts(body, "calls").stream().map(Instant::parse).toList());
  }

  private static JsonObject profile(BusinessProfile profile) {
    MediaId picture = profile.picture();
    return Json.object(
        "about", profile.about(),
        "address", profile.address(),
        "description", profile.description(),
        "email", profile.email(),
        "websites", texts(profile.websites()),
        "vertical", profile.vertical(),
        "picture", picture == null ? null : picture.toString());
  }

  private static BusinessProfile profile(JsonObject body) {
    String picture = text(body, "picture");
    return new BusinessProfile(
        text(body, "about"),
        text(body, "address"),
        text(body, "description"),
        text(body, "email"),
        texts(body, "websites"),
        text(body, "vertical"),
        picture == null ? null : MediaId.parse(picture).orElse(null));
  }

  private static JsonObject rules(NumberRules rules) {
    return Json.object(
        "strict", rules.strict(),
        "us_marketing_stopped", rules.usMarketingStopped(),
        "compliance_required", rules.complianceRequired(),
        "media_throttled", rules.mediaThrottled(),
        "country", rules.country());
  }

  private static NumberRules rules(JsonObject body, NumberRules initial) {
    return new NumberRules(
        flag(body, "strict", initial.strict()),
        flag(body, "us_marketing_stopped", initial.usMarketingStopped()),
        flag(body, "compliance_required", initial.complianceRequired()),
        flag(body, "media_throttled", initial.mediaThrottled()),
        text(body, "country"));
  }

  private static JsonArray texts(List<String> texts) {
    return JsonArray.from(texts, JsonString::new);
  }

  private static List<String> texts(JsonObject body, String name) {
    return body.get(name) instanceof JsonArray array
        ? array.items().stream().map(item -> ((JsonString) item).value()).toList()
        : List.of();
  }

  private static @Nullable String text(JsonObject body, String name) {
    return body.get(name) instanceof JsonString(var text) ? text : null;
  }

  private static boolean flag(JsonObject body, String name, boolean otherwise) {
    return body.get(name) instanceof JsonBool bool ? bool.value() : otherwise;
  }

  private static JsonObject object(JsonObject body, String name) {
    return body.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }
}
