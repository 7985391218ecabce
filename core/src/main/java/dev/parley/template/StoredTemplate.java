package dev.parley.template;

import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template of a business: what it is, and where it stands.
///
/// @param id as the API names it, digits
/// @param business its WABA id
/// @param rejectedReason `NONE`, or why it was rejected
/// @param quality with the instant since when it is so
/// @param previousCategory before the category was changed, null where it never was
/// @param correctCategory what the category is about to become, or has become
/// @param pauses how often it was paused for its quality
/// @param pausedUntil when the pause ends by itself; null where it doesn't, or there is none
/// @param edits of the last 30 days, while it was approved
public record StoredTemplate(
    String id,
    String business,
    TemplateDefinition definition,
    TemplateStatus status,
    String rejectedReason,
    TemplateQuality quality,
    Instant qualityAt,
    @Nullable TemplateCategory previousCategory,
    @Nullable TemplateCategory correctCategory,
    int pauses,
    @Nullable Instant pausedUntil,
    Instant createdAt,
    List<Instant> edits) {
  public static final String NO_REASON = "NONE";

  /// How long each pause is; behind the last of them it is disabled. Source: reference,
  /// template-kinds.md §9.
  private static final List<Duration> PAUSES = List.of(Duration.ofHours(3), Duration.ofHours(6));

  public StoredTemplate {
    edits = List.copyOf(edits);
  }

  /// One that was just created.
  static StoredTemplate fresh(
      String id, String business, TemplateDefinition definition, Instant now) {
    return new StoredTemplate(
        id,
        business,
        definition,
        TemplateStatus.PENDING,
        NO_REASON,
        TemplateQuality.UNKNOWN,
        now,
        null,
        null,
        0,
        null,
        now,
        List.of());
  }

  public String name() {
    return definition.name();
  }

  public String language() {
    return definition.language();
  }

  public TemplateCategory category() {
    return definition.category();
  }

  /// Moved there by hand: a pause of this kind has no end of its own.
  public StoredTemplate with(TemplateStatus changed, String reason) {
    return new StoredTemplate(
        id,
        business,
        definition,
        changed,
        reason,
        quality,
        qualityAt,
        previousCategory,
        correctCategory,
        pauses,
        null,
        createdAt,
        edits);
  }

  /// With what users think of it now. An approved one that they think ill of is paused, the third
  /// time disabled.
  public StoredTemplate with(TemplateQuality changed, Instant now) {
    boolean pausing = changed == TemplateQuality.RED && status == TemplateStatus.APPROVED;
    int times = pausing ? pauses + 1 : pauses;
    boolean last = times > PAUSES.size();
    return new StoredTemplate(
        id,
        business,
        definition,
        pausing ? (last ? TemplateStatus.DISABLED : TemplateStatus.PAUSED) : status,
        rejectedReason,
        changed,
        now,
        previousCategory,
        correctCategory,
        times,
        pausing ? (last ? null : now.plus(PAUSES.get(times - 1))) : pausedUntil,
        createdAt,
        edits);
  }

  /// After a pause: what users think of it is found out anew.
  StoredTemplate unpaused(Instant now) {
    return with(TemplateStatus.APPROVED, NO_REASON).with(TemplateQuality.UNKNOWN, now);
  }

  /// In another category, which is the correct one.
  public StoredTemplate in(TemplateCategory changed) {
    return new StoredTemplate(
        id,
        business,
        definition.in(changed),
        status,
        rejectedReason,
        quality,
        qualityAt,
        category(),
        changed,
        pauses,
        pausedUntil,
        createdAt,
        edits);
  }

  /// With another definition, to be reviewed again.
  StoredTemplate edited(TemplateDefinition changed, Instant now) {
    var all = new ArrayList<>(edits);
    if (status == TemplateStatus.APPROVED) {
      all.add(now);
    }
    return new StoredTemplate(
        id,
        business,
        changed,
        TemplateStatus.PENDING,
        NO_REASON,
        quality,
        qualityAt,
        changed.category() == category() ? previousCategory : category(),
        correctCategory,
        pauses,
        null,
        createdAt,
        all);
  }
}
