package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.BusinessProfile;
import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.server.admin.Projection.Selection;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// `whatsapp_business_profile`, read and written. Unset fields are absent. Source: reference,
/// platform.md §5; observed.md §5.
final class ProfileCalls {
  private static final Path PICTURE_HANDLE = Path.root().field("profile_picture_handle");

  /// A profile, and the call that asks for it.
  private record Asked(BusinessProfile profile, Request request) {}

  private final Projection<Asked> fields =
      new Projection<Asked>("WhatsAppBusinessProfile")
          .usual("about", asked -> text(asked.profile().about()))
          .usual("address", asked -> text(asked.profile().address()))
          .usual("description", asked -> text(asked.profile().description()))
          .usual("email", asked -> text(asked.profile().email()))
          .usual("profile_picture_url", this::picture)
          .usual("websites", asked -> websites(asked.profile()))
          .usual("vertical", asked -> text(asked.profile().vertical()))
          .onDemand("messaging_product", asked -> new JsonString("whatsapp"));

  private final Accounts accounts;
  private final ProfilePictures pictures;
  private final Answers answers;

  ProfileCalls(Accounts accounts, ProfilePictures pictures, Answers answers) {
    this.accounts = accounts;
    this.pictures = pictures;
    this.answers = answers;
  }

  Response.Answer show(Request request, PhoneNumber number) {
    return switch (fields.select(request, List.of("messaging_product"))) {
      case Selection.Unknown<Asked>(var error) -> answers.refused(error);
      case Selection.Known<Asked>(var shown) -> {
        var asked = new Asked(number.settings().profile(), request);
        yield Answers.ok(Json.object("data", JsonArray.of(shown.apply(asked))));
      }
    };
  }

  Response.Answer change(Request request, PhoneNumber number) {
    return answers.withBody(request, body -> change(body, number));
  }

  private Response.Answer change(JsonObject body, PhoneNumber number) {
    return answers.with(
        ProfileReader.read(body),
        change -> {
          String handle = change.pictureHandle();
          return handle == null || handle.isEmpty()
              ? apply(change, number, null)
              : switch (pictures.keep(number, handle)) {
                case ProfilePictures.Outcome.Kept(var picture) -> apply(change, number, picture);
                case ProfilePictures.Outcome.NotTaken(var why) ->
                    answers.refused(List.of(Problem.of(PICTURE_HANDLE, why, Problem.INVALID)));
              };
        });
  }

  /// @param picture the new one, null where none was sent
  private Response.Answer apply(
      ProfileReader.Change change, PhoneNumber number, @Nullable MediaId picture) {
    var before = new AtomicReference<@Nullable MediaId>();
    PhoneNumber changed =
        accounts.change(
            number,
            settings -> {
              before.set(settings.profile().picture());
              return settings.with(change.apply(settings.profile(), picture));
            });
    MediaId old = before.get();
    if (old != null && !old.equals(changed.settings().profile().picture())) {
      pictures.drop(old);
    }
    return Answers.success();
  }

  private @Nullable JsonString picture(Asked asked) {
    MediaId picture = asked.profile().picture();
    return picture == null ? null : new JsonString(pictures.url(asked.request(), picture));
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
