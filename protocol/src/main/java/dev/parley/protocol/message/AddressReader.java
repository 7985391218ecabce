package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.AddressMessage.SavedAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `address_message`. Whether the user lives in that country is asked
/// later. Source: `messages.md` §13.
final class AddressReader {
  private AddressReader() {}

  static @Nullable AddressMessage read(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, AddressMessage.ACTION_NAME);
    var parameters = action == null ? null : action.object("parameters");
    if (parameters == null) {
      return null;
    }
    var country = country(parameters);
    var values = form(parameters.optionalObject("values"), country);
    var saved = savedAddresses(parameters, country);
    var errors = texts(parameters.optionalObject("validation_errors"), country);
    return body == null || country == null
        ? null
        : new AddressMessage(header, body, footer, country, values, saved, errors);
  }

  /// India and Singapore; strictly India only (`sources.md`, "address country").
  private static @Nullable String country(Fields parameters) {
    var country = parameters.text("country");
    if (country == null || Placeholder.is(country)) {
      return country;
    }
    var code = country.toUpperCase(Locale.ROOT);
    var known = parameters.strict() ? Set.of(AddressMessage.INDIA) : AddressMessage.FIELDS.keySet();
    if (known.contains(code)) {
      return code;
    }
    parameters.badValue(
        "country",
        "is %s: there are address messages in %s only"
            .formatted(
                Fields.quoted(country), String.join(", ", known.stream().sorted().toList())));
    return null;
  }

  private static List<SavedAddress> savedAddresses(Fields parameters, @Nullable String country) {
    var saved = new ArrayList<SavedAddress>();
    for (var item : parameters.optionalObjects("saved_addresses")) {
      var id = item.metaId("id", AddressMessage.SAVED_ID_MAX_CHARS);
      var value = item.object("value");
      form(value, country);
      if (id != null && value != null) {
        saved.add(new SavedAddress(id, value.json()));
      }
    }
    return saved;
  }

  /// A form that is filled in: its postal code is short.
  private static Map<String, String> form(@Nullable Fields form, @Nullable String country) {
    var texts = texts(form, country);
    if (form != null) {
      texts.forEach((field, text) -> postalCode(form, field, text));
    }
    return texts;
  }

  private static void postalCode(Fields form, String field, String text) {
    if (AddressMessage.POSTAL_CODES.contains(field)) {
      form.noteIfLonger(
          field, text, AddressMessage.POSTAL_CODE_MAX_CHARS, Problem.BAD_VALUE, null, null);
    }
  }

  /// Field to text. Numbers count as texts, as in `"in_pin_code": 400063`.
  private static Map<String, String> texts(@Nullable Fields fields, @Nullable String country) {
    var texts = new LinkedHashMap<String, String>();
    if (fields == null) {
      return texts;
    }
    var known = country == null ? null : AddressMessage.FIELDS.get(country);
    fields
        .json()
        .forEach((name, value) -> {
          if (fields.strict() && known != null && !known.contains(name)) {
            fields.note(name, "is no field of the form of " + country, Problem.INVALID);
            return;
          }
          switch (value) {
            case JsonString(var text) -> texts.put(name, text);
            case JsonNumber(var literal) -> texts.put(name, literal);
            case JsonNull nothing -> {}
            case Json other -> fields.wrongType(name, "a string");
          }
        });
    return texts;
  }
}
