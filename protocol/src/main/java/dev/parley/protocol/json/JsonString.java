package dev.parley.protocol.json;

/// A JSON string, unescaped.
public record JsonString(String value) implements Json {
  @Override
  public String kind() {
    return "a string";
  }

  @Override
  public String toString() {
    return JsonWriter.compact(this);
  }
}
