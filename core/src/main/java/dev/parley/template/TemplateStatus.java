package dev.parley.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a template stands. Only an approved one can be sent. Source: reference, platform.md §2.
public enum TemplateStatus {
  PENDING,
  APPROVED,
  REJECTED,
  PAUSED,
  DISABLED,
  IN_APPEAL,
  PENDING_DELETION,
  DELETED,
  LIMIT_EXCEEDED,
  FLAGGED,
  LOCKED,
  ARCHIVED;

  /// Written in either case.
  public static Optional<TemplateStatus> of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
