package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import org.jspecify.annotations.Nullable;

/// Whether a value can be an authentication code, in the body or on its button: short, neither a
/// link nor with emoji. Source: reference, template-kinds.md §2.1, §2.2.
final class CodeCheck {
  /// Characters of a code. Source: reference, template-kinds.md §2.2.
  static final int CODE_MAX_CHARS = 15;

  private CodeCheck() {}

  /// Null where it can.
  static @Nullable Problem problemOf(Path at, String code) {
    int chars = Fields.codePoints(code);
    if (PlainWords.hasLink(code) || PlainWords.hasEmoji(code)) {
      return Misfit.characters(
          at, "is %s, a code holds neither links nor emoji".formatted(Fields.quoted(code)));
    }
    return chars <= CODE_MAX_CHARS
        ? null
        : Misfit.parameters(
            at,
            "is a code of %d characters, at most %d are allowed".formatted(chars, CODE_MAX_CHARS));
  }
}
