package dev.parley.protocol.json;

import java.nio.charset.StandardCharsets;

/// Writes JSON: compact as UTF-8, compact as pure ASCII, or laid out for people.
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);
  private final boolean asciiOnly;
  private final boolean indented;

  private JsonWriter(boolean asciiOnly, boolean indented) {
    this.asciiOnly = asciiOnly;
    this.indented = indented;
  }

  /// Without white space, characters as they are.
  public static byte[] utf8(Json json) {
    return compact(json).getBytes(StandardCharsets.UTF_8);
  }

  /// Without white space, all characters beyond ASCII as escapes in lower-case hex (two beyond
  /// U+FFFF), slashes as they are. Webhooks go out like this, since some verifiers escape what they
  /// parsed before they hash it. Source: `clients.md` 2.
  public static byte[] ascii(Json json) {
    return new JsonWriter(true, false).write(json, 0).getBytes(StandardCharsets.US_ASCII);
  }

  /// Two spaces per level, one member per line.
  public static String pretty(Json json) {
    return new JsonWriter(false, true).write(json, 0);
  }

  static String compact(Json json) {
    return new JsonWriter(false, false).write(json, 0);
  }

  private String write(Json json, int depth) {
    value(json, depth);
    return out.toString();
  }

  private void value(Json json, int depth) {
    switch (json) {
      case JsonObject object -> object(object, depth);
      case JsonArray array -> array(array, depth);
      case JsonString(var text) -> string(text);
      case JsonNumber(var literal) -> out.append(literal);
      case JsonBool bool -> out.append(bool.value());
      case JsonNull nothing -> out.append(nothing);
    }
  }

  private void object(JsonObject object, int depth) {
    if (object.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (int i = 0; i < object.size(); i++) {
      next(i, depth + 1);
      string(object.name(i));
      out.append(indented ? ": " : ":");
      value(object.value(i), depth + 1);
    }
    newLine(depth);
    out.append('}');
  }

  private void array(JsonArray array, int depth) {
    if (array.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      next(i, depth + 1);
      value(array.get(i), depth + 1);
    }
    newLine(depth);
    out.append(']');
  }

  private void next(int i, int depth) {
    if (i > 0) {
      out.append(',');
    }
    newLine(depth);
  }

  private void newLine(int depth) {
    if (indented) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void string(String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && (c < 128 || !asciiOnly)) {
        continue;
      }
      out.append(text, written, i);
      written = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> hex(c);
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void hex(char c) {
    out.append("\\u")
        .append(HEX.charAt(c >> 12))
        .append(HEX.charAt((c >> 8) & 15))
        .append(HEX.charAt((c >> 4) & 15))
        .append(HEX.charAt(c & 15));
  }
}
