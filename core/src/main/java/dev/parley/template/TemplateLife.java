package dev.parley.template;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What is under way with a template, and since when. Source: reference, template-kinds.md §9, §10,
/// §12; templates-and-media.md §5, Delete and Archive.
///
/// @param pausedAt when it was last paused; null where it never was
/// @param categoryDue when an announced change of its category happens; null where none is
///   announced
/// @param deletionDue when it is deleted by itself: archived ones, and those whose messages are
///   still under way
/// @param beforeArchive its status before it was archived; null where it isn't
/// @param activeAt when it was last created, edited, sent (to within {@link #SENT_NOTED_EVERY}) or
///   taken out of the archive
/// @param edited whether other components wait for an approval
public record TemplateLife(
    Pacing pacing,
    @Nullable Instant pausedAt,
    @Nullable Instant categoryDue,
    @Nullable Instant deletionDue,
    @Nullable TemplateStatus beforeArchive,
    Instant activeAt,
    boolean edited) {

  /// From an announcement to the change itself.
  public static final Duration CATEGORY_NOTICE = Duration.ofHours(24);

  /// How long a deleted template waits for its messages.
  public static final Duration DELIVERY_MAX = Duration.ofDays(30);

  /// From the archive to the deletion.
  public static final Duration ARCHIVED_FOR = Duration.ofDays(28);

  /// How long utility templates are paced after one of them was paused.
  public static final Duration UTILITY_PACED_FOR = Duration.ofDays(7);

  /// One that nobody used for so long is archived.
  static final Period IDLE_MAX = Period.ofMonths(12);

  /// A send is noted once in this time, so that sending costs nothing.
  static final Duration SENT_NOTED_EVERY = Duration.ofDays(1);

  static TemplateLife begin(Instant now) {
    return new TemplateLife(Pacing.NONE, null, null, null, null, now, false);
  }

  TemplateLife with(Pacing changed) {
    return new TemplateLife(
        changed, pausedAt, categoryDue, deletionDue, beforeArchive, activeAt, edited);
  }

  TemplateLife withCategoryDue(@Nullable Instant due) {
    return new TemplateLife(pacing, pausedAt, due, deletionDue, beforeArchive, activeAt, edited);
  }

  TemplateLife active(Instant now) {
    return new TemplateLife(pacing, pausedAt, categoryDue, deletionDue, beforeArchive, now, edited);
  }

  /// What follows from a status that is another now.
  TemplateLife moved(TemplateStatus before, TemplateStatus after, Instant now) {
    return switch (after) {
      case PAUSED -> leaving(null, null, now, activeAt);
      case ARCHIVED -> leaving(now.plus(ARCHIVED_FOR), before, pausedAt, activeAt);
      case PENDING_DELETION -> leaving(now.plus(DELIVERY_MAX), null, pausedAt, activeAt);
      case APPROVED,
          PENDING,
          REJECTED,
          DISABLED,
          IN_APPEAL,
          DELETED,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED ->
          leaving(null, null, pausedAt, before == TemplateStatus.ARCHIVED ? now : activeAt);
    };
  }

  private TemplateLife leaving(
      @Nullable Instant due,
      @Nullable TemplateStatus before,
      @Nullable Instant paused,
      Instant active) {
    return new TemplateLife(pacing, paused, categoryDue, due, before, active, edited);
  }

  /// What is approved waits for nothing.
  TemplateLife approved() {
    return withEdited(false).with(pacing == Pacing.DROPPED ? Pacing.NONE : pacing);
  }

  TemplateLife withEdited(boolean waiting) {
    return new TemplateLife(
        pacing, pausedAt, categoryDue, deletionDue, beforeArchive, activeAt, waiting);
  }

  /// When it is archived unless somebody uses it.
  Instant idleAt() {
    return activeAt.atOffset(ZoneOffset.UTC).plus(IDLE_MAX).plus(SENT_NOTED_EVERY).toInstant();
  }

  /// The first of the month that follows.
  static Instant nextMonth(Instant now) {
    return now.atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .withDayOfMonth(1)
        .plusMonths(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
  }
}
