package dev.parley.template;

import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
/// @param life what is under way with it
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
    List<Instant> edits,
    TemplateLife life) {
  public static final String NO_REASON = "NONE";
  static final String INCORRECT_CATEGORY = "INCORRECT_CATEGORY";

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
        List.of(),
        TemplateLife.begin(now));
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
        edits,
        life);
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
        edits,
        life);
  }

  /// After a pause: what users think of it is found out anew.
  StoredTemplate unpaused(Instant now) {
    return with(TemplateStatus.APPROVED, NO_REASON).with(TemplateQuality.UNKNOWN, now);
  }

  /// In another category, which is the correct one. How long messages of it are tried is open again
  /// then. Source: reference, template-kinds.md §8.
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
        edits,
        life.withCategoryDue(null));
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
        all,
        life.active(now).withEdited(life.edited() || !changed.parts().equals(definition.parts())));
  }

  /// With what follows from a change for what is under way.
  StoredTemplate after(StoredTemplate before, Instant now) {
    TemplateLife moved = before.status == status ? life : life.moved(before.status, status, now);
    return with(status == TemplateStatus.APPROVED ? moved.approved() : moved);
  }

  private StoredTemplate with(TemplateLife changed) {
    return new StoredTemplate(
        id,
        business,
        definition,
        status,
        rejectedReason,
        quality,
        qualityAt,
        previousCategory,
        correctCategory,
        pauses,
        pausedUntil,
        createdAt,
        edits,
        changed);
  }

  /// Told to belong elsewhere. The change itself comes a day later; one that should be an
  /// authentication template is rejected on the first of the next month. Source: reference,
  /// template-kinds.md §10.
  public StoredTemplate announced(TemplateCategory correct, Instant now) {
    Instant due =
        correct == TemplateCategory.AUTHENTICATION
            ? TemplateLife.nextMonth(now)
            : now.plus(TemplateLife.CATEGORY_NOTICE);
    return new StoredTemplate(
        id,
        business,
        definition,
        status,
        rejectedReason,
        quality,
        qualityAt,
        previousCategory,
        correct,
        pauses,
        pausedUntil,
        createdAt,
        edits,
        life.withCategoryDue(due));
  }

  /// Whether its components obey the rules of another category too.
  public boolean fits(TemplateCategory other) {
    return TemplateDefinitionReader.read(TemplateDefinitionWriter.write(definition.in(other)))
        instanceof Reading.Ok<TemplateDefinition>;
  }

  /// What was announced happens.
  StoredTemplate recategorized() {
    TemplateCategory correct = correctCategory;
    return correct == null || correct == TemplateCategory.AUTHENTICATION || !fits(correct)
        ? with(TemplateStatus.REJECTED, INCORRECT_CATEGORY).with(life.withCategoryDue(null))
        : in(correct);
  }

  /// Whether messages of it wait at the network.
  public boolean holds() {
    return life.pacing() == Pacing.HOLDING;
  }

  public StoredTemplate held() {
    return with(life.with(Pacing.HOLDING));
  }

  public StoredTemplate released() {
    return with(life.with(Pacing.NONE));
  }

  /// Users thought ill of what was carried of it. One that is being deleted stays so.
  public StoredTemplate dropped(Instant now) {
    StoredTemplate paused =
        status == TemplateStatus.PENDING_DELETION ? this : with(TemplateStatus.PAUSED, NO_REASON);
    return paused.with(TemplateQuality.RED, now).with(life.with(Pacing.DROPPED));
  }

  /// A message was made from it.
  StoredTemplate sent(Instant now) {
    return with(life.active(now));
  }

  /// Out of the archive, as it was before.
  StoredTemplate unarchived() {
    TemplateStatus before = life.beforeArchive();
    return with(before == null ? TemplateStatus.APPROVED : before, rejectedReason);
  }

  /// When something happens to it by itself; null where nothing does.
  @Nullable Instant due() {
    boolean mayIdle = status == TemplateStatus.APPROVED || status == TemplateStatus.REJECTED;
    return Stream.of(
            Optional.ofNullable(pausedUntil),
            Optional.ofNullable(life.categoryDue()),
            Optional.ofNullable(life.deletionDue()),
            mayIdle ? Optional.of(life.idleAt()) : Optional.<Instant>empty())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
