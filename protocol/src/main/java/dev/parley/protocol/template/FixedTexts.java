package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The texts of authentication templates, which nobody can change. Those of English and Spanish are
/// Meta's (reference, template-kinds.md §2.1), those of other languages are our translations, in
/// `fixed-texts.json`; a language that has none there is shown in English.
record FixedTexts(String body, String advice, String expiry, String copy, String autofill) {
  private static final String ENGLISH = "en";
  private static final Map<String, FixedTexts> BY_LANGUAGE = load();

  /// Those of the code itself, else of its language, whatever the country.
  static FixedTexts of(String language) {
    return List.of(language, language.split("_", 2)[0], ENGLISH).stream()
        .filter(BY_LANGUAGE::containsKey)
        .map(BY_LANGUAGE::get)
        .findFirst()
        .orElseThrow();
  }

  TemplateText body(boolean withAdvice) {
    return new TemplateText(
        withAdvice ? body + " " + advice : body, List.of(new TemplateText.Variable("1", "123456")));
  }

  String footer(int minutes) {
    return expiry.formatted(minutes);
  }

  private static Map<String, FixedTexts> load() {
    var texts = new HashMap<String, FixedTexts>();
    for (var item : DataFile.array("fixed-texts.json").items()) {
      var entry = (JsonObject) item;
      var read =
          new FixedTexts(
              DataFile.text(entry, "body"),
              DataFile.text(entry, "advice"),
              DataFile.text(entry, "expiry"),
              DataFile.text(entry, "copy"),
              DataFile.text(entry, "autofill"));
      for (var language : ((JsonArray) DataFile.member(entry, "languages")).items()) {
        texts.put(((JsonString) language).value(), read);
      }
    }
    return Map.copyOf(texts);
  }
}
