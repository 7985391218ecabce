package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Shows what an authentication template will say, before it is created. Source: reference,
/// template-kinds.md §2.1, `message_template_previews`.
public final class AuthenticationTexts {
  private AuthenticationTexts() {}

  /// @param withAdvice whether it asks not to share the code
  /// @param minutes how long the code is good; null where nothing is said of it
  /// @param withButtons whether the labels of its button are wanted
  public static JsonObject preview(
      String language, boolean withAdvice, @Nullable Integer minutes, boolean withButtons) {
    var fixed = FixedTexts.of(language);
    return Json.object(
        "body",
        fixed.body(withAdvice).text(),
        "buttons",
        withButtons
            ? JsonArray.of(Json.object("text", fixed.copy(), "autofill_text", fixed.autofill()))
            : null,
        "footer",
        minutes == null ? null : fixed.footer(minutes),
        "language",
        language);
  }
}
