package dev.parley.protocol.template;

import java.util.List;

/// The texts of authentication templates, which nobody can change. Those of English and Spanish are
/// known; other languages are shown in English here. Source: reference, template-kinds.md §2.1.
record FixedTexts(String body, String advice, String expiry, String copy, String autofill) {
  private static final FixedTexts ENGLISH =
      new FixedTexts(
          "*{{1}}* is your verification code.",
          "For your security, do not share this code.",
          "This code expires in %d minutes.",
          "Copy code",
          "Autofill");

  private static final FixedTexts SPANISH =
      new FixedTexts(
          "Tu código de verificación es *{{1}}*.",
          "Por tu seguridad, no lo compartas.",
          "Este código caduca en %d minutos.",
          "Copiar código",
          "Autocompletar");

  static FixedTexts of(String language) {
    return language.equals("es") || language.startsWith("es_") ? SPANISH : ENGLISH;
  }

  TemplateText body(boolean withAdvice) {
    return new TemplateText(
        withAdvice ? body + " " + advice : body, List.of(new TemplateText.Variable("1", "123456")));
  }

  String footer(int minutes) {
    return expiry.formatted(minutes);
  }
}
