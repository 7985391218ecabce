package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonString;
import org.jspecify.annotations.Nullable;

/// Reads `location`. Degrees come as numbers or as strings: the document says the one, its examples
/// the other.
public final class LocationReader {
  private LocationReader() {}

  /// The member `location`.
  public static @Nullable Location read(Fields body) {
    var location = body.object("location");
    if (location == null) {
      return null;
    }
    var latitude = degrees(location, "latitude", Location.LATITUDE_MAX_DEGREES);
    var longitude = degrees(location, "longitude", Location.LONGITUDE_MAX_DEGREES);
    var name = location.optionalText("name", Location.NAME_MAX_CHARS);
    var address = location.optionalText("address", Location.ADDRESS_MAX_CHARS);
    return latitude == null || longitude == null
        ? null
        : new Location(latitude, longitude, name, address);
  }

  /// Decimal degrees between -max and max.
  public static @Nullable Double degrees(Fields fields, String name, int max) {
    var number = number(fields, name);
    if (number == null) {
      return null;
    }
    if (Math.abs(number.asDouble()) > max) {
      fields.badValue(name, "is %s, must lie between -%d and %d".formatted(number, max, max));
      return null;
    }
    return number.asDouble();
  }

  private static @Nullable JsonNumber number(Fields fields, String name) {
    if (fields.member(name) instanceof JsonNumber number) {
      return number;
    }
    if (fields.has(name) && !(fields.member(name) instanceof JsonString)) {
      fields.wrongType(name, "a number");
      return null;
    }
    var text = fields.text(name);
    if (text == null) {
      return null;
    }
    if (!JsonNumber.isNumber(text.strip())) {
      fields.badValue(name, "is %s, must be a number".formatted(Fields.quoted(text)));
      return null;
    }
    return new JsonNumber(text.strip());
  }
}
