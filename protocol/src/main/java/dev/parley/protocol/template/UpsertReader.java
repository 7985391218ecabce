package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an authentication template that is made, or changed, in several languages at once. Source:
/// reference, template-kinds.md §2.1, `upsert_message_templates`.
public final class UpsertReader {
  private static final List<String> LABELS = List.of("text", "autofill_text");

  private UpsertReader() {}

  /// One definition for each language, in their order.
  public static Reading<List<TemplateDefinition>> read(JsonObject body) {
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    var languages = languages(fields, problems);
    category(fields);
    labels(fields);
    if (languages == null || !problems.isEmpty()) {
      // What is wrong with the rest is the same in each language: that of one tells it.
      TemplateDefinitionReader.name(fields);
      return problems.reading(null);
    }
    var all = new ArrayList<TemplateDefinition>();
    for (var language : languages) {
      var one = JsonObject.builder().putAll(body).put("language", language).build();
      switch (TemplateDefinitionReader.read(one)) {
        case Reading.Ok<TemplateDefinition>(var definition) -> all.add(definition);
        case Reading.Wrong<TemplateDefinition>(var wrong) -> {
          return new Reading.Wrong<>(wrong);
        }
      }
    }
    return problems.reading(all);
  }

  private static void category(Fields fields) {
    var category = TemplateDefinitionReader.category(fields);
    if (category != null && category != TemplateCategory.AUTHENTICATION) {
      fields.note(
          "category",
          "is %s, only authentication templates are made so".formatted(category),
          Problem.INVALID);
    }
  }

  private static @Nullable List<String> languages(Fields fields, Problems problems) {
    if (fields.has("language")) {
      fields.note("language", "can't be here, languages lists them", Problem.INVALID);
    }
    return switch (fields.member("languages")) {
      case null -> {
        fields.missing("languages", "is missing");
        yield null;
      }
      case JsonArray(var items) when !items.isEmpty() ->
          languages(items, fields.at("languages"), problems);
      case Json other -> {
        fields.wrongType("languages", "an array of language codes such as [\"en_US\"]");
        yield null;
      }
    };
  }

  private static List<String> languages(List<Json> items, Path at, Problems problems) {
    var codes = new LinkedHashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case JsonString(var code) when TemplateLanguages.has(code) -> {
          if (!codes.add(code)) {
            problems.add(
                at.index(i), "is %s again".formatted(Fields.quoted(code)), Problem.INVALID);
          }
        }
        case Json other ->
            problems.add(
                at.index(i),
                "is %s, no language that templates can have; codes are written like en_US"
                    .formatted(other),
                Problem.INVALID);
      }
    }
    return List.copyOf(codes);
  }

  /// Labels differ by language, so none can be given for all.
  private static void labels(Fields fields) {
    for (var component : fields.optionalObjects("components")) {
      if (component.member("buttons") instanceof JsonArray) {
        for (var button : component.optionalObjects("buttons")) {
          LABELS.stream()
              .filter(button::has)
              .forEach(label ->
                  button.note(
                      label, "can't be here: the label is that of each language", Problem.INVALID));
        }
      }
    }
  }
}
