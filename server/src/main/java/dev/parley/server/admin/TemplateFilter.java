package dev.parley.server.admin;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateLanguages;
import dev.parley.protocol.template.TemplatePart;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateQuality;
import dev.parley.template.TemplateStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which templates a list is to have: all filters at once. A word that none of them can be is
/// refused, not answered with an empty page. Source: reference, observed.md §3. Of statuses,
/// categories, languages and scores there can be several, as Meta's own libraries write them
/// (`list<status_enum>`; facebook-python-business-sdk, WhatsAppBusinessAccount).
sealed interface TemplateFilter {
  record Wanted(Predicate<StoredTemplate> wanted) implements TemplateFilter {}

  record Unreadable(ApiError error) implements TemplateFilter {}

  /// Where all templates come from: nobody but the business makes any. Meta's Direct Send, of which
  /// the other kind comes, is not there.
  String SOURCE = "MANUAL";

  Set<String> SOURCES = Set.of(SOURCE, "AUTO_GENERATED");

  /// Filters that may have several values, one of which must fit.
  Set<String> LISTS = Set.of("language", "status", "category", "quality_score");

  /// How a template and the value of a filter fit, in capitals where it is a word of a list.
  Map<String, BiPredicate<StoredTemplate, String>> FILTERS =
      Map.of(
          "content", TemplateFilter::says,
          "source", (template, word) -> SOURCE.equals(upper(word)),
          "name", (template, name) -> template.name().equals(name),
          "name_or_content", TemplateFilter::holds,
          "language", (template, code) -> template.language().equals(code),
          "status", (template, word) -> template.status().name().equals(upper(word)),
          "category", (template, word) -> template.category().name().equals(upper(word)),
          "quality_score", (template, word) -> template.quality().name().equals(upper(word)));

  /// @param parameters the value under a name; null or blank where there is none
  static TemplateFilter of(Function<String, @Nullable String> parameters) {
    Predicate<StoredTemplate> wanted = template -> true;
    for (var filter : FILTERS.entrySet()) {
      String value = parameters.apply(filter.getKey());
      if (value == null || value.isBlank()) {
        continue;
      }
      List<String> values = LISTS.contains(filter.getKey()) ? values(value) : List.of(value);
      for (String each : values) {
        String choices = choicesIfNone(filter.getKey(), each);
        if (choices != null) {
          return new Unreadable(
              ApiError.of(
                  ErrorCode.INVALID_PARAMETER,
                  "%s is %s, must be %s".formatted(filter.getKey(), Fields.quoted(each), choices)));
        }
      }
      wanted =
          wanted.and(
              template -> values.stream().anyMatch(each -> filter.getValue().test(template, each)));
    }
    return new Wanted(wanted);
  }

  /// `approved`, `approved,rejected` or `["APPROVED","REJECTED"]`. An empty list is no value that
  /// fits.
  private static List<String> values(String value) {
    Stream<String> words =
        JsonReader.read(value) instanceof Reading.Ok<Json>(JsonArray list)
            ? list.items().stream()
                .map(item -> item instanceof JsonString(var word) ? word : item.toString())
            : Arrays.stream(value.split(",", -1));
    List<String> given = words.map(String::strip).filter(word -> !word.isEmpty()).toList();
    return given.isEmpty() ? List.of(value) : given;
  }

  /// What could be there, if this value can't.
  private static @Nullable String choicesIfNone(String name, String value) {
    return switch (name) {
      case "status" -> oneOf(TemplateStatus.values(), value);
      case "category" -> oneOf(TemplateCategory.values(), value);
      case "quality_score" -> oneOf(TemplateQuality.values(), value);
      case "source" -> SOURCES.contains(upper(value)) ? null : "one of auto_generated, manual";
      case "language" -> TemplateLanguages.has(value) ? null : "a code such as en_US";
      default -> null;
    };
  }

  private static @Nullable String oneOf(Enum<?>[] words, String value) {
    return Arrays.stream(words).anyMatch(word -> word.name().equals(upper(value)))
        ? null
        : "one of "
            + Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static boolean holds(StoredTemplate template, String part) {
    return template.name().contains(part) || says(template, part);
  }

  private static boolean says(StoredTemplate template, String part) {
    TemplateDefinition definition = template.definition();
    TemplatePart.Footer footer = definition.footer();
    return definition.body().text().text().contains(part)
        || (footer != null && footer.text().contains(part))
        || (definition.header() instanceof TemplatePart.Header.OfText(var text)
            && text.text().contains(part));
  }
}
