package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;

/// Reads a value that came as text: JSON, or JSON as Meta's samples write it there, with single
/// quotes and bare names. Source: reference, templates-and-media.md §4.
final class LooseJson {
  private final String text;
  private final StringBuilder strict = new StringBuilder();
  private int at;

  private LooseJson(String text) {
    this.text = text;
  }

  /// What it says; the text itself where it is neither.
  static Json read(String text) {
    return JsonReader.read(text) instanceof Reading.Ok<Json>(var json)
        ? json
        : JsonReader.read(new LooseJson(text).strict()) instanceof Reading.Ok<Json>(var loose)
            ? loose
            : new JsonString(text);
  }

  private String strict() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        quoted(c);
      } else if (isLetter(c)) {
        word();
      } else {
        strict.append(c);
        at++;
      }
    }
    return strict.toString();
  }

  /// A text in either kind of quotes.
  private void quoted(char quote) {
    strict.append('"');
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        strict.append(text.charAt(at) == '\'' ? "'" : "\\" + text.charAt(at));
      } else {
        strict.append(c == '"' ? "\\\"" : String.valueOf(c));
      }
    }
    strict.append('"');
    at++;
  }

  /// A name without quotes, or `true`, `false` and `null`, which stay.
  private void word() {
    int from = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    var word = text.substring(from, at);
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean isName = next < text.length() && text.charAt(next) == ':';
    strict.append(isName ? "\"" + word + "\"" : word);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
