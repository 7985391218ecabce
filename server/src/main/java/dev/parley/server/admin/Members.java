package dev.parley.server.admin;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Members that several management calls have.
final class Members {
  private static final Set<String> PRODUCTS = Set.of("whatsapp");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

  private Members() {}

  /// `messaging_product` must be `whatsapp`.
  static void product(Fields fields) {
    fields.word("messaging_product", PRODUCTS, Problem.INVALID);
  }

  /// A boolean, which a form or a query holds as a word; null where it is absent or wrong.
  static @Nullable Boolean flag(Fields fields, String name) {
    return switch (fields.member(name)) {
      case null -> null;
      case JsonBool bool -> bool.value();
      case JsonString(var text) when text.equals("true") || text.equals("false") ->
          text.equals("true");
      case Json other -> {
        fields.wrongType(name, "a boolean");
        yield null;
      }
    };
  }

  /// A text of at most so many characters that may be empty; null where it is absent or wrong.
  static @Nullable String text(Fields fields, String name, int maxChars) {
    String text = fields.optionalString(name);
    if (text != null && Fields.codePoints(text) > maxChars) {
      fields.badValue(name, Fields.tooLong(text, maxChars));
      return null;
    }
    return text;
  }

  /// Notes a text that is no mail address. What stands before and after the `@` is not looked at.
  static void checkEmail(Fields fields, String name, @Nullable String text) {
    if (text != null && !text.isEmpty() && !EMAIL.matcher(text).matches()) {
      fields.badValue(name, "is %s, no email address".formatted(Fields.quoted(text)));
    }
  }

  /// A word of these in capitals, written in either case; `""` stays; null where it is absent or
  /// wrong.
  static @Nullable String word(Fields fields, String name, Set<String> words) {
    String text = fields.optionalString(name);
    if (text == null || text.isEmpty()) {
      return text;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    if (words.contains(upper)) {
      return upper;
    }
    fields.badValue(
        name,
        "is %s, must be one of %s"
            .formatted(Fields.quoted(text), String.join(", ", words.stream().sorted().toList())));
    return null;
  }
}
