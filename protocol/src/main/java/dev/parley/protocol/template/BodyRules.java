package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;

/// Where variables may stand in a body, and how many. Source: reference, platform.md §2, body;
/// template-kinds.md §11. A vendor saw that a full stop behind the last variable doesn't help;
/// bodies of Meta's own pages end so, and are taken.
final class BodyRules {
  /// Words of a body, its variables among them, are at least so many for each variable, and one
  /// more, as vendors measured.
  private static final int WORDS_PER_VARIABLE = 3;

  private BodyRules() {}

  /// Notes what is wrong; says whether nothing is.
  static boolean hold(Fields body, String text) {
    var tokens = VariableReader.tokens(text);
    if (tokens.isEmpty()) {
      return true;
    }
    if (text.strip().startsWith("{{")) {
      note(body, "begins with a variable", ErrorSubcode.TEMPLATE_VARIABLE_AT_EDGE);
      return false;
    }
    if (text.strip().endsWith("}}")) {
      note(body, "ends with a variable", ErrorSubcode.TEMPLATE_VARIABLE_AT_EDGE);
      return false;
    }
    int words = text.strip().split("\\s+").length;
    int needed = WORDS_PER_VARIABLE * tokens.size() + 1;
    if (words < needed) {
      note(
          body,
          "has %d variables in %d words, at least %d words are needed"
              .formatted(tokens.size(), words, needed),
          ErrorSubcode.TEMPLATE_TOO_MANY_VARIABLES);
      return false;
    }
    return true;
  }

  private static void note(Fields body, String problem, ErrorSubcode subcode) {
    body.note("text", problem, subcode.number());
  }
}
