package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The lists that come with the program, as JSON beside these classes. A mistake in one of them is
/// a bug, and stops the program at its start.
final class DataFile {
  private DataFile() {}

  static JsonArray array(String name) {
    try (var in = DataFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + DataFile.class);
      }
      return (JsonArray) JsonReader.read(in.readAllBytes()).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Json member(JsonObject object, String name) {
    var value = object.get(name);
    if (value == null) {
      throw new IllegalStateException("an entry lacks " + name + ": " + object);
    }
    return value;
  }

  static String text(JsonObject object, String name) {
    return ((JsonString) member(object, name)).value();
  }
}
