package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplatePart;
import dev.parley.template.StoredTemplate;
import org.jspecify.annotations.Nullable;

/// What a template says, with its variables in it.
final class PlainWords {
  private PlainWords() {}

  static JsonObject of(TemplateDefinition template) {
    TemplatePart.Footer footer = template.footer();
    return Json.object(
        "header", header(template),
        "body", template.body().text().text(),
        "footer", footer == null ? null : footer.text());
  }

  /// With its name, language and category.
  static JsonObject withName(StoredTemplate template) {
    return JsonObject.builder()
        .put("name", template.name())
        .put("language", template.language())
        .put("category", template.category().lower())
        .put("id", template.id())
        .put("status", template.status().name())
        .putAll(of(template.definition()))
        .build();
  }

  private static @Nullable String header(TemplateDefinition template) {
    return template.header() instanceof TemplatePart.Header.OfText(var text) ? text.text() : null;
  }
}
