package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateLife;
import dev.parley.template.TemplateQuality;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a test may say of the pacing of a template and of a category that it should have, and when.
/// Source: reference, template-kinds.md §9, §10.
final class PacingOrders {
  static final String PACING = "pacing";
  static final String CORRECT_CATEGORY = "correct_category";

  private static final Set<String> ORDERS = Set.of("hold", "release", "drop");
  private static final Set<String> CORRECTIONS = Set.of("marketing", "authentication");

  private final Templates templates;

  PacingOrders(Templates templates) {
    this.templates = templates;
  }

  /// The template as `pacing` makes it.
  ///
  /// @param changed by what else the call says
  /// @param disliked whether it holds messages and users think ill of it: these are dropped
  StoredTemplate paced(
      Fields fields, Business owner, StoredTemplate changed, boolean disliked, Instant now) {
    String order = fields.optionalWord(PACING, ORDERS, Problem.INVALID);
    if (disliked && order != null && !order.equals("drop")) {
      fields.note(
          PACING,
          "is %s, the quality is RED, which drops what is held".formatted(order),
          Problem.INVALID);
      return changed;
    }
    return switch (order) {
      case "hold" ->
          whereAllowed(fields, PACING, notHeld(owner, changed, now), changed, changed::held);
      case "release" ->
          whereAllowed(fields, PACING, notReleased(changed), changed, changed::released);
      case "drop" ->
          whereAllowed(fields, PACING, notDropped(changed), changed, () -> changed.dropped(now));
      case null, default -> disliked ? changed.dropped(now) : changed;
    };
  }

  /// The template as `correct_category` makes it.
  StoredTemplate announced(Fields fields, StoredTemplate changed, Instant now) {
    String word = fields.optionalWord(CORRECT_CATEGORY, CORRECTIONS, Problem.INVALID);
    if (word == null) {
      return changed;
    }
    TemplateCategory correct = TemplateCategory.of(word).orElseThrow();
    return whereAllowed(
        fields,
        CORRECT_CATEGORY,
        notAnnounced(changed, correct),
        changed,
        () -> changed.announced(correct, now));
  }

  private static StoredTemplate whereAllowed(
      Fields fields,
      String name,
      @Nullable String refusal,
      StoredTemplate before,
      Supplier<StoredTemplate> after) {
    if (refusal == null) {
      return after.get();
    }
    fields.note(name, refusal, Problem.INVALID);
    return before;
  }

  private @Nullable String notHeld(Business owner, StoredTemplate template, Instant now) {
    if (template.status() != TemplateStatus.APPROVED) {
      return "is hold, the template is %s; only approved ones are paced"
          .formatted(template.status());
    }
    if (template.quality() == TemplateQuality.GREEN) {
      return "is hold, the template's quality is GREEN; only new, unpaused and worse ones are paced";
    }
    return switch (template.category()) {
      case MARKETING -> null;
      case UTILITY ->
          utilityIsPaced(owner, now)
              ? null
              : "is hold, the template's category is UTILITY; such are paced only for %d days after one of them was paused"
                  .formatted(TemplateLife.UTILITY_PACED_FOR.toDays());
      case AUTHENTICATION ->
          "is hold, the template's category is AUTHENTICATION; such are never paced";
    };
  }

  private boolean utilityIsPaced(Business owner, Instant now) {
    Instant since = now.minus(TemplateLife.UTILITY_PACED_FOR);
    return templates.of(owner).stream()
        .filter(template -> template.category() == TemplateCategory.UTILITY)
        .map(template -> template.life().pausedAt())
        .anyMatch(pausedAt -> pausedAt != null && pausedAt.isAfter(since));
  }

  private static @Nullable String notReleased(StoredTemplate template) {
    if (!template.holds()) {
      return "is release, the template holds nothing; hold comes first";
    }
    return switch (template.status()) {
      case APPROVED, PENDING_DELETION -> null;
      case PENDING,
          REJECTED,
          PAUSED,
          DISABLED,
          IN_APPEAL,
          DELETED,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED,
          ARCHIVED ->
          "is release, the template is %s; only those of an approved one are released"
              .formatted(template.status());
    };
  }

  private static @Nullable String notDropped(StoredTemplate template) {
    return template.holds() ? null : "is drop, the template holds nothing; hold comes first";
  }

  private static @Nullable String notAnnounced(StoredTemplate template, TemplateCategory correct) {
    if (template.status() != TemplateStatus.APPROVED) {
      return "is %s, the template is %s; only approved ones are moved"
          .formatted(correct, template.status());
    }
    if (template.category() == correct) {
      return "is %s, which is its category already".formatted(correct);
    }
    return switch (correct) {
      case AUTHENTICATION -> null;
      case MARKETING, UTILITY ->
          template.category() == TemplateCategory.AUTHENTICATION || !template.fits(correct)
              ? "is %s, that is announced of utility templates that could be such"
                  .formatted(correct)
              : null;
    };
  }
}
