package dev.parley.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What users think of a template. Source: reference, template-kinds.md §9.
public enum TemplateQuality {
  UNKNOWN,
  GREEN,
  YELLOW,
  RED;

  /// Written in either case.
  public static Optional<TemplateQuality> of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
