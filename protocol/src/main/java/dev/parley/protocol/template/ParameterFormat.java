package dev.parley.protocol.template;

import java.util.Locale;

/// How the variables of a template are called: `{{1}}` or `{{first_name}}`. Requests write the word
/// in lower case, answers in capitals. Source: reference, templates-and-media.md §1.
public enum ParameterFormat {
  POSITIONAL,
  NAMED;

  /// In lower case, as requests have it.
  public String lower() {
    return name().toLowerCase(Locale.ROOT);
  }
}
