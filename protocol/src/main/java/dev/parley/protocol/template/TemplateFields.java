package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Members as definitions of templates have them.
final class TemplateFields {
  private TemplateFields() {}

  /// A required text with the subcode that longer ones have.
  static @Nullable String text(Fields fields, String name, int maxChars) {
    var text = fields.text(name);
    return text == null || isLonger(fields, name, text, maxChars) ? null : text;
  }

  /// The same for a text that may be absent.
  static String textOr(Fields fields, String name, int maxChars, String otherwise) {
    if (!fields.says(name)) {
      return otherwise;
    }
    var text = text(fields, name, maxChars);
    return text == null ? otherwise : text;
  }

  /// Notes a text that is longer; says whether it did.
  static boolean isLonger(Fields fields, String name, String text, int maxChars) {
    return fields.noteIfLonger(
        name, text, maxChars, ErrorSubcode.TEMPLATE_TOO_LONG.number(), null, null);
  }
}
