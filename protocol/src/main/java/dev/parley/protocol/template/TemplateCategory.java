package dev.parley.protocol.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a template is for; decides the price, and which parts it may have. Source: reference,
/// platform.md §2.
public enum TemplateCategory {
  AUTHENTICATION,
  MARKETING,
  UTILITY;

  /// Written in either case.
  public static Optional<TemplateCategory> of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /// In lower case, as prices have it.
  public String lower() {
    return name().toLowerCase(Locale.ROOT);
  }
}
