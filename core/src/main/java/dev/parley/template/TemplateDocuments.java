package dev.parley.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How templates lie in the store: one document each, on the business's stream.
final class TemplateDocuments {
  /// By the template's id.
  static final String TEMPLATE = "template_definition";

  /// Names that can't be used for a while, by name and language.
  static final String NAME_LOCK = "template_name_lock";

  /// The greatest id that was given before a deletion, by the business's id.
  static final String LAST_ID = "template_last_id";

  /// How new templates are reviewed, by the business's id.
  static final String REVIEW = "template_review";

  private TemplateDocuments() {}

  static JsonObject write(StoredTemplate template) {
    TemplateCategory previous = template.previousCategory();
    TemplateCategory correct = template.correctCategory();
    Instant paused = template.pausedUntil();
    return Json.object(
        "definition", TemplateDefinitionWriter.write(template.definition()),
        "status", template.status().name(),
        "rejected_reason", template.rejectedReason(),
        "quality", template.quality().name(),
        "quality_at", template.qualityAt().toEpochMilli(),
        "previous_category", previous == null ? null : previous.name(),
        "correct_category", correct == null ? null : correct.name(),
        "pauses", template.pauses(),
        "paused_until", paused == null ? null : paused.toEpochMilli(),
        "created_at", template.createdAt().toEpochMilli(),
        "edits", JsonArray.from(template.edits(), edit -> JsonNumber.of(edit.toEpochMilli())),
        "life", write(template.life()));
  }

  private static JsonObject write(TemplateLife life) {
    TemplateStatus before = life.beforeArchive();
    return Json.object(
        "pacing", life.pacing().name(),
        "paused_at", millis(life.pausedAt()),
        "category_due", millis(life.categoryDue()),
        "deletion_due", millis(life.deletionDue()),
        "before_archive", before == null ? null : before.name(),
        "active_at", life.activeAt().toEpochMilli(),
        "edited", life.edited());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /// Worlds of the time before have none.
  private static TemplateLife life(JsonObject document) {
    if (!(document.get("life") instanceof JsonObject life)) {
      return TemplateLife.begin(instant(document, "created_at"));
    }
    return new TemplateLife(
        Pacing.valueOf(text(life, "pacing")),
        optionalInstant(life, "paused_at"),
        optionalInstant(life, "category_due"),
        optionalInstant(life, "deletion_due"),
        life.get("before_archive") instanceof JsonString(var word)
            ? TemplateStatus.valueOf(word)
            : null,
        instant(life, "active_at"),
        life.get("edited") == JsonBool.TRUE);
  }

  private static @Nullable Instant optionalInstant(JsonObject document, String name) {
    return document.get(name) instanceof JsonNumber ? instant(document, name) : null;
  }

  /// Wrong where rules of today forbid the definition.
  static Reading<StoredTemplate> read(String id, String business, JsonObject document) {
    if (!(document.get("definition") instanceof JsonObject definition)) {
      throw lacks("definition");
    }
    return TemplateDefinitionReader.read(definition)
        .then(read -> new Reading.Ok<>(read(id, business, read, document)));
  }

  private static StoredTemplate read(
      String id, String business, TemplateDefinition definition, JsonObject document) {
    return new StoredTemplate(
        id,
        business,
        definition,
        TemplateStatus.valueOf(text(document, "status")),
        text(document, "rejected_reason"),
        TemplateQuality.valueOf(text(document, "quality")),
        instant(document, "quality_at"),
        category(document, "previous_category"),
        category(document, "correct_category"),
        (int) number(document, "pauses"),
        document.get("paused_until") == null ? null : instant(document, "paused_until"),
        instant(document, "created_at"),
        edits(document),
        life(document));
  }

  static JsonObject lock(Instant until) {
    return Json.object("until", until.toEpochMilli());
  }

  static Instant lockedUntil(JsonObject document) {
    return instant(document, "until");
  }

  static JsonObject lastId(long id) {
    return Json.object("id", id);
  }

  static long lastId(JsonObject document) {
    return number(document, "id");
  }

  static JsonObject review(Review.Policy policy) {
    return Json.object("policy", policy.name());
  }

  static Review.Policy review(JsonObject document) {
    return Review.Policy.valueOf(text(document, "policy"));
  }

  private static List<Instant> edits(JsonObject document) {
    return document.get("edits") instanceof JsonArray(var items)
        ? items.stream()
            .map(item -> Instant.ofEpochMilli(((JsonNumber) item).asLong().orElseThrow()))
            .toList()
        : List.of();
  }

  private static @Nullable TemplateCategory category(JsonObject document, String name) {
    return document.get(name) instanceof JsonString(var word)
        ? TemplateCategory.valueOf(word)
        : null;
  }

  private static Instant instant(JsonObject document, String name) {
    return Instant.ofEpochMilli(number(document, name));
  }

  private static long number(JsonObject document, String name) {
    if (document.get(name) instanceof JsonNumber number) {
      return number.asLong().orElseThrow(() -> lacks(name));
    }
    throw lacks(name);
  }

  private static String text(JsonObject document, String name) {
    if (document.get(name) instanceof JsonString(var text)) {
      return text;
    }
    throw lacks(name);
  }

  private static IllegalStateException lacks(String name) {
    return new IllegalStateException("a stored template lacks its " + name);
  }
}
