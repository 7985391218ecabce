package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import org.jspecify.annotations.Nullable;

/// Reads `text`.
final class TextReader {
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
    if (Fields.codePoints(words) > Text.BODY_MAX_CHARS) {
      text.note(
          "body",
          Fields.tooLong(words, Text.BODY_MAX_CHARS),
          Problem.INVALID,
          "(#100) Param text['body'] must be at most %d characters long."
              .formatted(Text.BODY_MAX_CHARS),
          null);
    }
    return new Text(words, previewUrl);
  }
}
