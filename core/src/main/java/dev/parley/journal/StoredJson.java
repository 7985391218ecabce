package dev.parley.journal;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Reading;
import java.util.Arrays;

/// JSON that was checked once and is kept as bytes, so that storing it costs no writing and most
/// readers never parse it. The bytes must not be changed by anybody.
public final class StoredJson {
  private final byte[] bytes;

  private StoredJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param utf8 valid JSON; the caller gives the array away
  public static StoredJson ofBytes(byte[] utf8) {
    return new StoredJson(utf8);
  }

  public static StoredJson of(Json json) {
    return new StoredJson(JsonWriter.utf8(json));
  }

  public byte[] bytes() {
    return bytes;
  }

  public Json read() {
    return switch (JsonReader.read(bytes)) {
      case Reading.Ok<Json> ok -> ok.value();
      case Reading.Wrong<Json> wrong ->
          throw new IllegalStateException("stored JSON is damaged: " + wrong.problems());
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredJson that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "StoredJson[" + bytes.length + " bytes]";
  }
}
