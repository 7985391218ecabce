package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  public AddressMessage {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    savedAddresses = List.copyOf(savedAddresses);
    validationErrors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(validationErrors));
  }

  /// @param value field to text
  public record SavedAddress(String id, JsonObject value) {}

  @Override
  public String kind() {
    return "address_message";
  }
}
