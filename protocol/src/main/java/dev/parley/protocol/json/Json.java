package dev.parley.protocol.json;

import org.jspecify.annotations.Nullable;

/// One JSON value. The tree is immutable and keeps the order of members, so that a problem can be
/// reported at its place and a body can be written back as it came.
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

  /// An object of these members: names and values in turn. A value is a `Json`, a `String`, an
  /// `Integer`, a `Long` or a `Boolean`; a member whose value is `null` is left out.
  static JsonObject object(@Nullable Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    var builder = JsonObject.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value != null) {
        builder.put(String.valueOf(namesAndValues[i]), of(value));
      }
    }
    return builder.build();
  }

  /// The JSON value that stands for a plain Java one.
  static Json of(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> new JsonString(text);
      case Integer number -> JsonNumber.of(number);
      case Long number -> JsonNumber.of(number);
      case Boolean bool -> JsonBool.of(bool);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  /// What this is in a sentence: "a string", "an array".
  String kind();
}
