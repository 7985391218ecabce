package dev.parley.server.admin;

import dev.parley.account.BusinessProfile;
import dev.parley.media.MediaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a change of a business profile: what is absent stays as it is, `""` and `[]` clear. Limits
/// and rules: reference, platform.md §5; verified.md §4; observed.md §5. Of the two limits for the
/// description, 512 is the newer page's.
final class ProfileReader {
  static final int ABOUT_MAX_CHARS = 139;
  static final int ADDRESS_MAX_CHARS = 256;
  static final int DESCRIPTION_MAX_CHARS = 512;
  static final int EMAIL_MAX_CHARS = 128;
  static final int WEBSITES_MAX = 2;
  static final int WEBSITE_MAX_CHARS = 256;

  /// Ours; those that this sandbox gives have about 90.
  static final int HANDLE_MAX_CHARS = 2_048;

  /// The last two are older words.
  static final Set<String> VERTICALS =
      Set.of(
          "OTHER",
          "AUTO",
          "BEAUTY",
          "APPAREL",
          "EDU",
          "ENTERTAIN",
          "EVENT_PLAN",
          "FINANCE",
          "GROCERY",
          "GOVT",
          "HOTEL",
          "HEALTH",
          "NONPROFIT",
          "PROF_SERVICES",
          "RETAIL",
          "TRAVEL",
          "RESTAURANT",
          "ALCOHOL",
          "ONLINE_GAMBLING",
          "PHYSICAL_GAMBLING",
          "OTC_DRUGS",
          "UNDEFINED",
          "NOT_A_BIZ");

  private ProfileReader() {}

  /// What a call changes; null leaves a field as it is.
  record Change(
      @Nullable String about,
      @Nullable String address,
      @Nullable String description,
      @Nullable String email,
      @Nullable List<String> websites,
      @Nullable String vertical,
      @Nullable String pictureHandle) {

    /// @param picture of the handle that this names; null where it names none
    BusinessProfile apply(BusinessProfile before, @Nullable MediaId picture) {
      List<String> changed = websites;
      return new BusinessProfile(
          orElse(about, before.about()),
          orElse(address, before.address()),
          orElse(description, before.description()),
          orElse(email, before.email()),
          changed == null ? before.websites() : changed,
          orElse(vertical, before.vertical()),
          pictureHandle == null ? before.picture() : picture);
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
      return value == null ? otherwise : value.isEmpty() ? null : value;
    }
  }

  static Reading<Change> read(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : read(fields, problems));
  }

  private static Change read(Fields fields, Problems problems) {
    Members.product(fields);
    String about = Members.text(fields, "about", ABOUT_MAX_CHARS);
    if (about != null && about.isBlank()) {
      fields.badValue("about", "is empty, at least one character is required");
    }
    String email = Members.text(fields, "email", EMAIL_MAX_CHARS);
    Members.checkEmail(fields, "email", email);
    return new Change(
        about,
        Members.text(fields, "address", ADDRESS_MAX_CHARS),
        Members.text(fields, "description", DESCRIPTION_MAX_CHARS),
        email,
        websites(fields, problems),
        Members.word(fields, "vertical", VERTICALS),
        Members.text(fields, "profile_picture_handle", HANDLE_MAX_CHARS));
  }

  private static @Nullable List<String> websites(Fields fields, Problems problems) {
    Json value = fields.member("websites");
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonArray array)) {
      fields.wrongType("websites", "an array");
      return null;
    }
    if (array.size() > WEBSITES_MAX) {
      fields.badValue(
          "websites", "has %d items, at most %d are allowed".formatted(array.size(), WEBSITES_MAX));
    }
    var websites = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      Path at = fields.at("websites").index(i);
      String problem = problemOf(array.get(i));
      if (problem != null) {
        problems.add(at, problem, Problem.INVALID);
      } else if (array.get(i) instanceof JsonString(var text)) {
        websites.add(text);
      }
    }
    return websites;
  }

  private static @Nullable String problemOf(Json website) {
    if (!(website instanceof JsonString(var text))) {
      return "is %s, must be a string".formatted(website.kind());
    }
    if (Fields.codePoints(text) > WEBSITE_MAX_CHARS) {
      return Fields.tooLong(text, WEBSITE_MAX_CHARS);
    }
    boolean web =
        text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8);
    return web ? null : "is %s, must begin with http:// or https://".formatted(Fields.quoted(text));
  }
}
