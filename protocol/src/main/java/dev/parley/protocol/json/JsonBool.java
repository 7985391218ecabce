package dev.parley.protocol.json;

/// `true` or `false`.
public enum JsonBool implements Json {
  FALSE,
  TRUE;

  public static JsonBool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String kind() {
    return "a boolean";
  }

  @Override
  public String toString() {
    return value() ? "true" : "false";
  }
}
