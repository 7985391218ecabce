package dev.parley.server.sandbox;

import dev.parley.protocol.message.AddressMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The form that a phone opens for an address message.
///
/// @param fields from top to bottom
/// @param required those that must be filled in
record AddressForm(List<String> fields, Set<String> required) {
  /// Characters of a field that is no postal code. Ours.
  static final int FIELD_MAX_CHARS = 500;

  /// By country. Ours: what the published answers all have.
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          AddressMessage.INDIA,
          Set.of("name", "phone_number", "in_pin_code", "address", "city"),
          AddressMessage.SINGAPORE,
          Set.of("name", "phone_number", "sg_post_code", "address"));

  AddressForm {
    fields = List.copyOf(fields);
    required = Set.copyOf(required);
  }

  /// The form of a country, by its ISO 3166 code; empty where there is none.
  static Optional<AddressForm> of(String country) {
    List<String> fields = AddressMessage.FIELDS.get(country);
    return fields == null
        ? Optional.empty()
        : Optional.of(new AddressForm(fields, REQUIRED.getOrDefault(country, Set.of())));
  }

  static int maxChars(String field) {
    return isPostalCode(field) ? AddressMessage.POSTAL_CODE_MAX_CHARS : FIELD_MAX_CHARS;
  }

  static boolean isPostalCode(String field) {
    return AddressMessage.POSTAL_CODES.contains(field);
  }

  static boolean isPhoneNumber(String field) {
    return field.equals("phone_number");
  }
}
