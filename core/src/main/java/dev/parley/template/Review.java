package dev.parley.template;

import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the automatic review finds. Nobody but a machine looks at a sandbox's templates, so it asks
/// only what can be told from the text. Source: reference, platform.md §2, body.
public final class Review {
  static final String INVALID_FORMAT = "INVALID_FORMAT";

  private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");

  /// When a new or edited template is looked at.
  public enum Policy {
    /// By the machine, as soon as it is written.
    AT_ONCE,
    /// By somebody who says so later: it stays pending until then.
    BY_HAND,
    /// As soon as it is written, and a utility template is taken for marketing. Source: reference,
    /// template-kinds.md §10.
    AS_MARKETING
  }

  private Review() {}

  /// As it is after the review, or still before it. One of the library needs none. Source:
  /// reference, templates-and-media.md §4.
  static StoredTemplate of(StoredTemplate template, Policy policy) {
    if (template.definition().libraryName() != null) {
      return template.with(TemplateStatus.APPROVED, StoredTemplate.NO_REASON);
    }
    return switch (policy) {
      case BY_HAND -> template;
      case AT_ONCE -> reviewed(template);
      case AS_MARKETING -> reviewed(asMarketing(template));
    };
  }

  private static StoredTemplate asMarketing(StoredTemplate template) {
    return template.category() == TemplateCategory.UTILITY
            && template.fits(TemplateCategory.MARKETING)
        ? template.in(TemplateCategory.MARKETING)
        : template;
  }

  private static StoredTemplate reviewed(StoredTemplate template) {
    return objection(template.definition())
        .map(reason -> template.with(TemplateStatus.REJECTED, reason))
        .orElseGet(() -> template.with(TemplateStatus.APPROVED, StoredTemplate.NO_REASON));
  }

  /// Why the template is rejected.
  private static Optional<String> objection(TemplateDefinition template) {
    return ADJACENT.matcher(template.body().text().text()).find()
        ? Optional.of(INVALID_FORMAT)
        : Optional.empty();
  }
}
