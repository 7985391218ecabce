package dev.parley.template;

import dev.parley.journal.EventBody.TemplateChanged;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.template.TemplateCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a business is told when a template of it changes. Source: reference, webhooks.md §5;
/// template-kinds.md §9, §10; observed.md §3. Languages are written as the API has them.
final class TemplateNews {
  private static final String UNARCHIVED = "UNARCHIVED";
  private static final String STATUS = "message_template_status_update";
  private static final String QUALITY = "message_template_quality_update";
  private static final String CATEGORY = "template_category_update";
  private static final String COMPONENTS = "message_template_components_update";

  private TemplateNews() {}

  /// Of a template that was one thing and is another.
  static List<TemplateChanged> between(StoredTemplate before, StoredTemplate after) {
    var news = new ArrayList<TemplateChanged>();
    if (before.quality() != after.quality()) {
      news.add(
          told(
              after,
              QUALITY,
              JsonObject.builder()
                  .put("previous_quality_score", before.quality().name())
                  .put("new_quality_score", after.quality().name())
                  .putAll(named(after))
                  .build()));
    }
    // An edit that was approved at once was pending in between.
    if (before.status() != after.status() || isNewlyApproved(before, after)) {
      news.add(told(after, STATUS, status(before, after)));
    }
    Instant announced = after.life().categoryDue();
    TemplateCategory correct = after.correctCategory();
    if (announced != null && correct != null && !announced.equals(before.life().categoryDue())) {
      news.add(
          told(
              after,
              CATEGORY,
              JsonObject.builder()
                  .putAll(named(after))
                  .put("new_category", after.category().name())
                  .put("correct_category", correct.name())
                  .put("category_update_timestamp", announced.getEpochSecond())
                  .build()));
    }
    if (isNewlyApproved(before, after)) {
      news.add(
          told(
              after,
              COMPONENTS,
              JsonObject.builder()
                  .putAll(named(after))
                  .putAll(ComponentsNews.of(after.definition()))
                  .build()));
    }
    if (before.category() != after.category()) {
      news.add(
          told(
              after,
              CATEGORY,
              JsonObject.builder()
                  .putAll(named(after))
                  .put("previous_category", before.category().name())
                  .put("new_category", after.category().name())
                  .build()));
    }
    return news;
  }

  /// Whether other components than before are approved now.
  private static boolean isNewlyApproved(StoredTemplate before, StoredTemplate after) {
    return after.status() == TemplateStatus.APPROVED
        && (before.life().edited()
            || !before.definition().parts().equals(after.definition().parts()));
  }

  static TemplateChanged deleted(StoredTemplate template) {
    return told(
        template, STATUS, event(template, TemplateStatus.DELETED.name(), JsonNull.NULL).build());
  }

  private static TemplateChanged told(StoredTemplate template, String field, JsonObject value) {
    return new TemplateChanged(template.id(), field, value);
  }

  private static JsonObject status(StoredTemplate before, StoredTemplate after) {
    boolean unarchived = before.status() == TemplateStatus.ARCHIVED;
    return event(after, unarchived ? UNARCHIVED : after.status().name(), reason(after, unarchived))
        .putIfPresent(
            "disable_info",
            after.status() == TemplateStatus.DISABLED
                ? Json.object("disable_date", Long.toString(after.qualityAt().getEpochSecond()))
                : null)
        .putIfPresent("other_info", otherInfo(before, after))
        .putIfPresent("rejection_info", rejection(after))
        .build();
  }

  /// Null when a deletion is scheduled, `NONE` where nothing is wrong. Source: reference,
  /// template-kinds.md §9.
  private static Json reason(StoredTemplate after, boolean unarchived) {
    return switch (after.status()) {
      case PENDING_DELETION, DELETED -> JsonNull.NULL;
      case ARCHIVED -> new JsonString(StoredTemplate.NO_REASON);
      case APPROVED,
          PENDING,
          REJECTED,
          PAUSED,
          DISABLED,
          IN_APPEAL,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED ->
          new JsonString(unarchived ? StoredTemplate.NO_REASON : after.rejectedReason());
    };
  }

  private static JsonObject.Builder event(StoredTemplate template, String event, Json reason) {
    return JsonObject.builder()
        .put("event", event)
        .putAll(named(template))
        .put("message_template_category", template.category().name())
        .put("reason", reason);
  }

  private static JsonObject named(StoredTemplate template) {
    return Json.object(
        "message_template_id", Long.parseLong(template.id()),
        "message_template_name", template.name(),
        "message_template_language", template.language());
  }

  /// Only of pauses and what follows them.
  private static @Nullable JsonObject otherInfo(StoredTemplate before, StoredTemplate after) {
    Instant until = after.pausedUntil();
    return switch (after.status()) {
      case PAUSED ->
          after.life().pacing() == Pacing.DROPPED
              ? other("RATE_LIMITING_PAUSE", "It is paused until it is unpaused.")
              : other(
                  after.pauses() > 1 ? "SECOND_PAUSE" : "FIRST_PAUSE",
                  until == null ? "It is paused." : "It is paused until " + until + ".");
      case DISABLED -> other("DISABLED", "It can't be sent any more.");
      case APPROVED ->
          before.status() == TemplateStatus.PAUSED
              ? other("UNPAUSE", "It can be sent again.")
              : null;
      case PENDING,
          REJECTED,
          IN_APPEAL,
          PENDING_DELETION,
          DELETED,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED,
          ARCHIVED ->
          null;
    };
  }

  private static JsonObject other(String title, String description) {
    return Json.object("title", title, "description", description);
  }

  private static @Nullable JsonObject rejection(StoredTemplate template) {
    return template.status() == TemplateStatus.REJECTED
            && template.rejectedReason().equals(Review.INVALID_FORMAT)
        ? Json.object(
            "reason", "The format of the template is invalid.",
            "recommendation", "Put words between its variables, and examples to each.")
        : null;
  }
}
