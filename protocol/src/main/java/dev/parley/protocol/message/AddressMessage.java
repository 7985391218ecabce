package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `interactive.address_message`: a button that opens an address form, for users in India and
/// Singapore. Source: `messages.md` §13.
///
/// @param country ISO 3166 code; it must be that of the user's phone number
/// @param values fills the form in advance, field to text
/// @param savedAddresses to choose from instead of filling in the form
/// @param validationErrors what the business found wrong in the form that the user sent before
public record AddressMessage(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    String country,
    Map<String, String> values,
    List<SavedAddress> savedAddresses,
    Map<String, String> validationErrors)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "address_message";

  public static final String INDIA = "IN";
  public static final String SINGAPORE = "SG";

  /// The fields of the form by country, in the order of the form. Those of Singapore are of an
  /// older page, and unverified.
  public static final Map<String, List<String>> FIELDS =
      Map.of(
          INDIA,
          List.of(
              "name",
              "phone_number",
              "in_pin_code",
              "house_number",
              "floor_number",
              "tower_number",
              "building_name",
              "address",
              "landmark_area",
              "city",
              "state"),
          SINGAPORE,
          List.of("name", "phone_number", "sg_post_code", "address", "unit_number", "city"));

  /// The fields that hold a postal code.
  public static final Set<String> POSTAL_CODES = Set.of("in_pin_code", "sg_post_code");

  /// Characters of a postal code.
  public static final int POSTAL_CODE_MAX_CHARS = 6;

  /// Characters of a saved address's id. Ours: as of a reply button's.
  public static final int SAVED_ID_MAX_CHARS = 256;

  public AddressMessage {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    savedAddresses = List.copyOf(savedAddresses);
    validationErrors = Collections.unmodifiableMap(new LinkedHashMap<>(validationErrors));
  }

  /// @param value field to text
  public record SavedAddress(String id, JsonObject value) {}

  @Override
  public String kind() {
    return "address_message";
  }
}
