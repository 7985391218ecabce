package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import org.jspecify.annotations.Nullable;

/// Reads `text`.
final class TextReader {

  private static final String TOO_LONG =
      "(#100) Param text['body'] must be at most %d characters long."
          .formatted(Text.BODY_MAX_CHARS);

  private TextReader() {}

  static @Nullable Text read(Fields body) {
    var text = body.object("text");
    if (text == null) {
      return null;
    }
    var words = text.text("body");
    boolean previewUrl = text.optionalBool("preview_url", false);
    if (words == null) {
      return null;
    }
    text.noteIfLonger("body", words, Text.BODY_MAX_CHARS, Problem.INVALID, TOO_LONG, null);
    return new Text(words, previewUrl);
  }
}
