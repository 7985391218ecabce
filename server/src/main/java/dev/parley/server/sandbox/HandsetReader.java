package dev.parley.server.sandbox;

import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what is said of a handset, by the control API, a seed or the store. What is not said stays
/// as it is.
final class HandsetReader {
  private HandsetReader() {}

  /// Characters of a phone number as people write it.
  static final int WA_ID_MAX_CHARS = 32;

  /// The phone number; a seed in YAML may have it as a number.
  static @Nullable WaId waId(Fields fields) {
    String text = fields.metaId("wa_id", WA_ID_MAX_CHARS);
    if (text == null) {
      return null;
    }
    WaId waId = WaId.normalised(text).orElse(null);
    if (waId == null) {
      fields.badValue(
          "wa_id",
          "is %s, must be a phone number of at most %d digits with its country code"
              .formatted(Fields.quoted(text), WaId.DIGITS_MAX));
    }
    return waId;
  }

  /// Refuses members that are misspelt, since they would be without effect.
  static void onlyThese(Fields fields, Set<String> known) {
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

  /// Members of a handset as the API shows it; an id that is sent back changes nothing.
  static final Set<String> MEMBERS =
      Set.of(
          "wa_id",
          "user_id",
          "name",
          "username",
          "online",
          "read_receipts",
          "auto_read",
          "blocked",
          "no_marketing",
          "places");

  /// @param numbers phone number ids that there are; only they can be named
  static Handset changes(Fields fields, Handset before, Set<String> numbers) {
    String name = fields.optionalText("name", Handset.NAME_MAX_CHARS);
    return new Handset(
        before.waId(),
        before.userId(),
        name == null ? before.name() : name,
        fields.has("username") ? username(fields) : before.username(),
        fields.optionalBool("online", before.online()),
        fields.optionalBool("read_receipts", before.readReceipts()),
        fields.optionalBool("auto_read", before.autoRead()),
        fields.has("blocked") ? numbers(fields, "blocked", numbers) : before.blocked(),
        fields.has("no_marketing")
            ? numbers(fields, "no_marketing", numbers)
            : before.noMarketing(),
        fields.has("places") ? places(fields) : before.places());
  }

  /// An empty one takes it away. The form is that of businesses' names (`verified.md` §6).
  private static @Nullable String username(Fields fields) {
    String username = fields.optionalString("username");
    if (username == null || username.isEmpty()) {
      return null;
    }
    if (!Handset.USERNAME.matcher(username).matches()) {
      fields.badValue(
          "username",
          "is %s, must be 3 to 35 of a-z, 0-9, . and _, with a letter, no dot at an end, no two dots"
                  .formatted(Fields.quoted(username))
              + " in a row and no www at its start");
    }
    return username;
  }

  /// The numbers that a stored handset names; they were checked when it was stored.
  static Set<String> numbersAsStored(JsonObject document) {
    var named = new LinkedHashSet<String>();
    for (String member : List.of("blocked", "no_marketing")) {
      if (document.get(member) instanceof JsonArray array) {
        for (Json item : array.items()) {
          if (item instanceof JsonString(var id)) {
            named.add(id);
          }
        }
      }
    }
    return named;
  }

  private static Set<String> numbers(Fields fields, String name, Set<String> numbers) {
    var named = new LinkedHashSet<String>();
    if (!(fields.member(name) instanceof JsonArray array)) {
      fields.wrongType(name, "an array");
      return named;
    }
    for (Json item : array.items()) {
      String id =
          switch (item) {
            case JsonString(var text) -> text;
            case JsonNumber(var literal) -> literal;
            case Json other -> other.kind();
          };
      if (numbers.contains(id)) {
        named.add(id);
      } else {
        fields.badValue(
            name,
            "names %s, which is no number of this world; there are %s"
                .formatted(Fields.quoted(id), String.join(", ", numbers)));
      }
    }
    return named;
  }

  private static List<Place> places(Fields fields) {
    var places = new ArrayList<Place>();
    for (Fields item : fields.optionalObjects("places")) {
      Place place = place(item);
      if (place != null) {
        places.add(place);
      }
    }
    if (places.size() > Handset.PLACES_MAX) {
      fields.badValue(
          "places",
          "has %d places, at most %d are allowed".formatted(places.size(), Handset.PLACES_MAX));
    }
    return places;
  }

  private static @Nullable Place place(Fields item) {
    String name = item.text("name", Place.NAME_MAX_CHARS);
    String address = item.optionalText("address", Place.ADDRESS_MAX_CHARS);
    Double latitude = degrees(item, "latitude", 90);
    Double longitude = degrees(item, "longitude", 180);
    return name == null || latitude == null || longitude == null
        ? null
        : new Place(name, address == null ? "" : address, latitude, longitude);
  }

  private static @Nullable Double degrees(Fields item, String name, int max) {
    if (!item.has(name)) {
      item.missing(name, "is missing");
      return null;
    }
    if (!(item.member(name) instanceof JsonNumber number)) {
      item.wrongType(name, "a number");
      return null;
    }
    double degrees = number.asDouble();
    if (!(Math.abs(degrees) <= max)) {
      item.note(
          name, "is %s, must be from -%d to %d".formatted(number, max, max), Problem.BAD_VALUE);
      return null;
    }
    return degrees;
  }
}
