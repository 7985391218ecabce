package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what somebody defines a template to be, and checks it by all rules that need nothing but
/// itself. A problem's code is that of an `ErrorSubcode` where there is one for it. Source:
/// reference, platform.md §2; templates-and-media.md §1–3; template-kinds.md.
public final class TemplateDefinitionReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
  private static final Set<String> FORMATS = Set.of("positional", "named");
  private static final Set<String> CATEGORIES = Set.of("authentication", "marketing", "utility");
  private static final String ANY_LANGUAGE = "en_US";
  private static final int LANGUAGE_MAX_CHARS = 10;
  private static final int WORD_MAX_CHARS = 64;
  private static final String COMPONENTS = "components";

  private TemplateDefinitionReader() {}

  /// A template to be created, or one that was stored.
  public static Reading<TemplateDefinition> read(JsonObject given) {
    var body = LibraryRequestReader.withParsed(given, COMPONENTS);
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : read(fields));
  }

  /// As part of a larger body.
  public static @Nullable TemplateDefinition read(Fields fields) {
    var name = name(fields);
    var language = language(fields);
    var category = category(fields);
    var format = format(fields);
    // Also below a category or language that can't be read, so that all problems are told at once.
    var parts =
        PartReader.components(
            fields,
            category == null ? guessed(fields) : category,
            language == null ? ANY_LANGUAGE : language,
            format);
    var subCategory = fields.optionalText("sub_category", WORD_MAX_CHARS);
    if (category != null
        && subCategory != null
        && category != TemplateCategory.UTILITY
        && TemplateCheck.ORDER_STATUS.equalsIgnoreCase(subCategory)) {
      fields.note(
          "sub_category",
          "is %s, which only a utility template can have, not one of %s"
              .formatted(Fields.quoted(subCategory), category.lower()),
          Problem.INVALID);
    }
    var displayFormat = fields.optionalText("display_format", WORD_MAX_CHARS);
    var ttl = category == null ? null : ttl(fields, category);
    var libraryName =
        fields.optionalText("library_template_name", TemplateDefinition.NAME_MAX_CHARS);
    return name == null || language == null || category == null || parts == null
        ? null
        : new TemplateDefinition(
            name, language, category, subCategory, displayFormat, format, parts, ttl, libraryName);
  }

  /// What an edit makes of a template: category, components and time to live can change, and what
  /// is not said stays. With other components one of the library becomes the business's own, as
  /// "customize" in Meta's manager makes it.
  public static Reading<TemplateDefinition> readEdit(JsonObject given, TemplateDefinition before) {
    var body = LibraryRequestReader.withParsed(given, COMPONENTS);
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : readEdit(fields, before));
  }

  private static @Nullable TemplateDefinition readEdit(Fields fields, TemplateDefinition before) {
    stays(fields, "name", before.name());
    stays(fields, "language", before.language());
    if (!fields.has(COMPONENTS)) {
      stays(fields, "parameter_format", before.parameterFormat().name().toLowerCase(Locale.ROOT));
    }
    var category = fields.has("category") ? category(fields) : before.category();
    if (category == null) {
      return null;
    }
    // Meta's page of the call has the format of the variables too; it goes with the text they are
    // in.
    var format =
        fields.has(COMPONENTS) && fields.says("parameter_format")
            ? format(fields)
            : before.parameterFormat();
    var parts =
        fields.has(COMPONENTS)
            ? PartReader.components(fields, category, before.language(), format)
            : before.parts();
    var ttl =
        fields.has("message_send_ttl_seconds") ? ttl(fields, category) : before.sendTtlSeconds();
    return parts == null
        ? null
        : new TemplateDefinition(
            before.name(),
            before.language(),
            category,
            before.subCategory(),
            before.displayFormat(),
            format,
            parts,
            ttl,
            parts.equals(before.parts()) ? before.libraryName() : null);
  }

  /// What no edit changes may be said as it is, in either case of letters. What Meta answers to
  /// another value is not said; taking it for done would hide that nothing changed. Source:
  /// reference, templates-and-media.md §5, Edit.
  private static void stays(Fields fields, String member, String before) {
    var given = fields.member(member);
    if (given != null
        && !(given instanceof JsonString(var text) && text.equalsIgnoreCase(before))) {
      fields.note(
          member,
          "is %s, that of a template stays %s; category, components and message_send_ttl_seconds"
                  .formatted(given, Fields.quoted(before))
              + " can be changed",
          Problem.INVALID);
    }
  }

  static @Nullable String name(Fields fields) {
    var name = TemplateFields.text(fields, "name", TemplateDefinition.NAME_MAX_CHARS);
    if (name != null && !NAME.matcher(name).matches()) {
      fields.note(
          "name",
          "is %s, only a to z, 0 to 9 and _ are allowed".formatted(Fields.quoted(name)),
          ErrorSubcode.TEMPLATE_NAME_FORMAT.number());
      return null;
    }
    return name;
  }

  static @Nullable String language(Fields fields) {
    var language = fields.text("language", LANGUAGE_MAX_CHARS);
    if (language != null && !TemplateLanguages.has(language)) {
      fields.note(
          "language",
          "is %s, no language that templates can have; codes are written like en_US"
              .formatted(Fields.quoted(language)),
          Problem.INVALID);
      return null;
    }
    return language;
  }

  static @Nullable TemplateCategory category(Fields fields) {
    var word = fields.word("category", CATEGORIES, Problem.INVALID);
    return word == null ? null : TemplateCategory.of(word).orElseThrow();
  }

  /// The category whose rules let through most of what is there.
  private static TemplateCategory guessed(Fields fields) {
    return String.valueOf(fields.member(COMPONENTS)).toUpperCase(Locale.ROOT).contains("\"OTP\"")
        ? TemplateCategory.AUTHENTICATION
        : TemplateCategory.MARKETING;
  }

  private static ParameterFormat format(Fields fields) {
    var word = fields.optionalWord("parameter_format", FORMATS, Problem.INVALID);
    return "named".equals(word) ? ParameterFormat.NAMED : ParameterFormat.POSITIONAL;
  }

  /// Source: reference, template-kinds.md §8. The name of the field is the older page's.
  static @Nullable Integer ttl(Fields fields, TemplateCategory category) {
    var member = "message_send_ttl_seconds";
    var seconds = fields.optionalWhole(member, -1, Integer.MAX_VALUE);
    if (seconds == null) {
      return null;
    }
    var range =
        switch (category) {
          case AUTHENTICATION -> new TtlRange(30, 900, true);
          case UTILITY -> new TtlRange(30, 43_200, true);
          case MARKETING -> new TtlRange(43_200, 2_592_000, false);
        };
    if (!range.holds(seconds)) {
      fields.note(
          member,
          "is %d, must be from %d to %d%s for %s templates"
              .formatted(
                  seconds,
                  range.min(),
                  range.max(),
                  range.thirtyDays() ? " or -1" : "",
                  category.lower()),
          Problem.INVALID);
      return null;
    }
    return seconds.intValue();
  }

  /// @param thirtyDays whether -1 says 30 days
  private record TtlRange(long min, long max, boolean thirtyDays) {
    boolean holds(long seconds) {
      return (seconds >= min && seconds <= max) || (thirtyDays && seconds == -1);
    }
  }
}
