package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.BusinessProfile;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.admin.Projection.Selection;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `whatsapp_business_profile`, read and written. Unset fields are absent. Source: reference,
/// platform.md §5; observed.md §5.
final class ProfileCalls {
  private static final Projection<BusinessProfile> FIELDS =
      new Projection<BusinessProfile>("WhatsAppBusinessProfile")
          .usual("about", profile -> text(profile.about()))
          .usual("address", profile -> text(profile.address()))
          .usual("description", profile -> text(profile.description()))
          .usual("email", profile -> text(profile.email()))
          // A picture needs an upload, which there is not yet.
          .usual("profile_picture_url", profile -> null)
          .usual("websites", ProfileCalls::websites)
          .usual("vertical", profile -> text(profile.vertical()))
          .onDemand("messaging_product", profile -> new JsonString("whatsapp"));

  private final Accounts accounts;
  private final Answers answers;

  ProfileCalls(Accounts accounts, Answers answers) {
    this.accounts = accounts;
    this.answers = answers;
  }

  Response.Answer show(Request request, PhoneNumber number) {
    return switch (FIELDS.select(request, List.of("messaging_product"))) {
      case Selection.Unknown<BusinessProfile>(var error) -> answers.refused(error);
      case Selection.Known<BusinessProfile>(var shown) ->
          Answers.ok(Json.object("data", JsonArray.of(shown.apply(number.settings().profile()))));
    };
  }

  Response.Answer change(Request request, PhoneNumber number) {
    return answers.withBody(request, body -> change(body, number));
  }

  private Response.Answer change(JsonObject body, PhoneNumber number) {
    return answers.with(
        ProfileReader.read(body),
        change -> {
          accounts.change(number, settings -> settings.with(change.apply(settings.profile())));
          return Answers.success();
        });
  }

  private static @Nullable JsonString text(@Nullable String value) {
    return value == null ? null : new JsonString(value);
  }

  private static @Nullable JsonArray websites(BusinessProfile profile) {
    return profile.websites().isEmpty()
        ? null
        : JsonArray.from(profile.websites(), JsonString::new);
  }
}
