package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.template.AuthenticationTexts;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateLanguages;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.UpsertReader;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import dev.parley.template.Templates.Creation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What Meta offers for authentication templates alone: made or changed in several languages at
/// once, and shown before they are. Source: reference, template-kinds.md §2.1.
final class AuthenticationCalls {
  private static final Set<String> AUTHENTICATION = Set.of("authentication");
  private static final Set<String> OTP = Set.of("otp");

  private final Templates templates;
  private final TemplateCalls calls;
  private final Answers answers;
  private final InstantSource clock;

  AuthenticationCalls(
      Templates templates, TemplateCalls calls, Answers answers, InstantSource clock) {
    this.templates = templates;
    this.calls = calls;
    this.answers = answers;
    this.clock = clock;
  }

  Response.Answer upsert(Request request, Business business) {
    return answers.withBody(
        request, body -> answers.with(UpsertReader.read(body), all -> upsert(business, all)));
  }

  /// All languages or none. One that is there already and would not change counts as no edit.
  private Response.Answer upsert(Business business, List<TemplateDefinition> definitions) {
    String name = definitions.getFirst().name();
    var fresh = new ArrayList<String>();
    for (TemplateDefinition definition : definitions) {
      StoredTemplate known = find(business, definition).orElse(null);
      Optional<String> refusal = known == null ? Optional.empty() : refusal(known, definition);
      if (refusal.isPresent()) {
        return answers.refused(ApiError.of(ErrorCode.INVALID_PARAMETER, refusal.get()));
      }
      if (known == null) {
        fresh.add(definition.language());
      }
    }
    if (!fresh.isEmpty()) {
      Optional<Creation> obstacle = templates.obstacle(business, name, fresh);
      if (obstacle.isPresent()) {
        return calls.refused(obstacle.get(), name);
      }
    }
    var done = new ArrayList<StoredTemplate>();
    for (TemplateDefinition definition : definitions) {
      StoredTemplate known = find(business, definition).orElse(null);
      if (known != null) {
        done.add(known.definition().equals(definition) ? known : templates.edit(known, definition));
      } else if (templates.create(business, definition) instanceof Creation.Created(var created)) {
        done.add(created);
      }
    }
    return Answers.ok(
        Json.object(
            "data",
            JsonArray.from(
                done,
                template ->
                    Json.object(
                        "id", template.id(),
                        "status", template.status().name(),
                        "language", template.language()))));
  }

  private Optional<StoredTemplate> find(Business business, TemplateDefinition definition) {
    return templates.find(business, definition.name(), definition.language());
  }

  /// As an edit of it would be refused.
  private Optional<String> refusal(StoredTemplate known, TemplateDefinition definition) {
    if (known.category() != definition.category()) {
      return Optional.of(
          "name is %s, which is a template of the category %s in %s: %s"
              .formatted(
                  Fields.quoted(known.name()), known.category(), known.language(), known.id()));
    }
    return known.definition().equals(definition)
        ? Optional.empty()
        : TemplateCalls.notEditable(known, clock.instant());
  }

  /// The texts in the languages asked for, else in all.
  Response.Answer previews(Request request) {
    return answers.withBody(request, this::previews);
  }

  private Response.Answer previews(JsonObject query) {
    var problems = new Problems(query);
    Fields fields = Fields.of(query, problems);
    if (fields == null) {
      return answers.with(problems.reading(null), nothing -> Answers.success());
    }
    fields.word("category", AUTHENTICATION, Problem.INVALID);
    List<String> types = words(fields, "button_types");
    types.stream()
        .filter(type -> !OTP.contains(type.toLowerCase(Locale.ROOT)))
        .forEach(type ->
            fields.note(
                "button_types",
                "is %s, must be OTP".formatted(Fields.quoted(type)),
                Problem.INVALID));
    boolean advice = flag(fields, "add_security_recommendation");
    Long minutes =
        fields.optionalWhole(
            "code_expiration_minutes",
            Footer.CODE_EXPIRATION_MIN_MINUTES,
            Footer.CODE_EXPIRATION_MAX_MINUTES);
    List<String> languages =
        Stream.of("languages", "language").flatMap(name -> words(fields, name).stream()).toList();
    languages.stream()
        .filter(code -> !TemplateLanguages.has(code))
        .forEach(code ->
            problems.add(
                Path.root().field("languages"),
                "has %s, no language that templates can have; codes are written like en_US"
                    .formatted(Fields.quoted(code)),
                Problem.INVALID));
    List<String> shown = languages.isEmpty() ? TemplateLanguages.all() : languages;
    return answers.with(
        problems.reading(shown),
        codes ->
            Answers.ok(
                Json.object(
                    "data",
                    JsonArray.from(
                        codes,
                        code ->
                            AuthenticationTexts.preview(
                                code,
                                advice,
                                minutes == null ? null : minutes.intValue(),
                                !types.isEmpty())))));
  }

  /// A query has words only.
  private static boolean flag(Fields fields, String name) {
    return "true".equals(fields.optionalWord(name, Set.of("true", "false"), Problem.INVALID));
  }

  /// Words between commas, or a list of them.
  private static List<String> words(Fields fields, String name) {
    return switch (fields.member(name)) {
      case null -> List.of();
      case JsonString(var text) ->
          Arrays.stream(text.split(","))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      case JsonArray(var items) ->
          items.stream()
              .map(item -> item instanceof JsonString(var text) ? text : item.toString())
              .toList();
      case Json other -> {
        fields.wrongType(name, "words between commas");
        yield List.of();
      }
    };
  }
}
