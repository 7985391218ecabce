package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.LibraryRequestReader;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import dev.parley.template.Templates.Creation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Creates templates and edits them. Source: reference, templates-and-media.md §1, §5;
/// template-kinds.md §9, §10 (editing a disabled one); observed.md §3.
final class TemplateCalls {
  /// Edits of an approved template within {@link #EDITS_WITHIN}.
  static final int EDITS_MAX = 10;

  static final Duration EDITS_WITHIN = Duration.ofDays(30);

  /// From one edit of an approved template to the next.
  static final Duration EDIT_AGAIN_AFTER = Duration.ofHours(24);

  private static final List<String> EDITED =
      List.of("category", "components", "message_send_ttl_seconds");

  private static final Set<TemplateStatus> EDITABLE =
      EnumSet.of(
          TemplateStatus.APPROVED,
          TemplateStatus.REJECTED,
          TemplateStatus.PAUSED,
          TemplateStatus.DISABLED);

  private final Templates templates;
  private final Accounts accounts;
  private final TemplateFiles files;
  private final Answers answers;
  private final InstantSource clock;

  TemplateCalls(
      Templates templates,
      Accounts accounts,
      TemplateFiles files,
      Answers answers,
      InstantSource clock) {
    this.templates = templates;
    this.accounts = accounts;
    this.files = files;
    this.answers = answers;
    this.clock = clock;
  }

  /// The review comes after the answer, so it is pending there. One of the library needs none.
  Response.Answer create(Request request, Business business) {
    return create(
        request,
        business,
        created ->
            Answers.ok(
                Json.object(
                    "id", created.id(),
                    "status", statusAtFirst(created).name(),
                    "category", created.category().name())));
  }

  private static TemplateStatus statusAtFirst(StoredTemplate created) {
    return created.definition().libraryName() == null
        ? TemplateStatus.PENDING
        : TemplateStatus.APPROVED;
  }

  Response.Answer create(
      Request request, Business business, Function<StoredTemplate, Response.Answer> shown) {
    return answers.withBody(
        request,
        body ->
            LibraryRequestReader.isMeant(body)
                ? answers.with(
                    LibraryRequestReader.read(body, contactNumber(business)),
                    definition -> add(business, definition, shown))
                : answers.with(
                    TemplateDefinitionReader.read(body),
                    definition -> create(business, definition, shown)));
  }

  /// The number on which users reach the business.
  private String contactNumber(Business business) {
    return accounts.numbersOf(business).stream()
        .map(PhoneNumber::display)
        .findFirst()
        .orElseThrow();
  }

  private Response.Answer create(
      Business business,
      TemplateDefinition definition,
      Function<StoredTemplate, Response.Answer> shown) {
    Optional<Problem> problem = files.problemOf(definition);
    if (problem.isPresent()) {
      return answers.refused(List.of(problem.get()));
    }
    return add(business, definition, shown);
  }

  private Response.Answer add(
      Business business,
      TemplateDefinition definition,
      Function<StoredTemplate, Response.Answer> shown) {
    Creation creation = templates.create(business, definition);
    return creation instanceof Creation.Created(var template)
        ? shown.apply(template)
        : refused(creation, definition.name());
  }

  /// Why a template was not created.
  Response.Answer refused(Creation creation, String name) {
    return switch (creation) {
      case Creation.Created(var template) ->
          throw new IllegalArgumentException("template %s was created".formatted(template.id()));
      case Creation.Exists(var template) ->
          refused(
              ErrorSubcode.TEMPLATE_EXISTS,
              "name is %s, there is one in %s already: %s"
                  .formatted(Fields.quoted(name), template.language(), template.id()));
      case Creation.NameLocked(var until) ->
          refused(
              ErrorSubcode.TEMPLATE_NAME_LOCKED,
              "name is %s, an approved template of this name was deleted; it can be used again at %s"
                  .formatted(Fields.quoted(name), until));
      case Creation.TooMany() ->
          refused(
              ErrorSubcode.TEMPLATE_LIMIT,
              "there are %d templates, which is the most".formatted(Templates.TEMPLATES_MAX));
      case Creation.TooFast(var until) ->
          answers.refused(
              ApiError.of(
                  ErrorCode.MANAGEMENT_RATE_LIMIT,
                  "at most %d templates can be created within an hour; the next one at %s (POST"
                          .formatted(Templates.CREATIONS_MAX, until)
                      + " /sandbox/templates {\"creations_limited\":false} switches this off)"));
    };
  }

  Response.Answer edit(Request request, StoredTemplate template) {
    Optional<String> refusal = notEditable(template, clock.instant());
    return refusal.isPresent()
        ? invalid(refusal.get())
        : answers.withBody(request, body -> edit(body, template));
  }

  private Response.Answer edit(JsonObject body, StoredTemplate template) {
    if (EDITED.stream().noneMatch(member -> isSaid(body.get(member)))) {
      return answers.refused(
          List.of(
              Problem.of(
                  Path.root().field("components"),
                  "is missing; category, components and message_send_ttl_seconds can be changed",
                  Problem.INVALID)));
    }
    TemplateDefinition before = template.definition();
    return answers.with(
        TemplateDefinitionReader.readEdit(body, before),
        read -> edit(files.withHandlesOf(read, before), template));
  }

  /// Null says as little as nothing: an edit of nothing else would count for one.
  private static boolean isSaid(@Nullable Json value) {
    return value != null && value != JsonNull.NULL;
  }

  private Response.Answer edit(TemplateDefinition edited, StoredTemplate template) {
    TemplateCategory before = template.category();
    if (template.status() == TemplateStatus.APPROVED && edited.category() != before) {
      return answers.refused(
          List.of(
              Problem.of(
                  Path.root().field("category"),
                  "is %s, that of an approved template stays %s"
                      .formatted(edited.category(), before),
                  Problem.INVALID)));
    }
    if (edited.category() != before && !isWhole(edited)) {
      return answers.refused(
          List.of(
              Problem.of(
                  Path.root().field("category"),
                  "is %s, the components or the time to live break rules of that category"
                      .formatted(edited.category()),
                  Problem.INVALID)));
    }
    Optional<Problem> problem = files.problemOf(edited, template.definition());
    if (problem.isPresent()) {
      return answers.refused(List.of(problem.get()));
    }
    templates.edit(template, edited);
    return Answers.success();
  }

  /// Whether what stays fits what changed.
  private static boolean isWhole(TemplateDefinition edited) {
    return TemplateDefinitionReader.read(TemplateDefinitionWriter.write(edited))
        instanceof Reading.Ok<TemplateDefinition>;
  }

  static Optional<String> notEditable(StoredTemplate template, Instant now) {
    if (!EDITABLE.contains(template.status())) {
      return Optional.of(
          "template %s is %s; approved, rejected, paused and disabled ones can be edited"
              .formatted(template.id(), template.status()));
    }
    if (template.status() != TemplateStatus.APPROVED) {
      return Optional.empty();
    }
    List<Instant> edits =
        template.edits().stream().filter(edit -> edit.plus(EDITS_WITHIN).isAfter(now)).toList();
    if (edits.size() >= EDITS_MAX) {
      return Optional.of(
          "template %s was edited %d times within %d days, which is the most while it is approved"
              .formatted(template.id(), edits.size(), EDITS_WITHIN.toDays()));
    }
    return edits.stream()
        .filter(edit -> edit.plus(EDIT_AGAIN_AFTER).isAfter(now))
        .findFirst()
        .map(edit ->
            "template %s was edited at %s; while it is approved that is possible once in %d hours"
                .formatted(template.id(), edit, EDIT_AGAIN_AFTER.toHours()));
  }

  private Response.Answer refused(ErrorSubcode subcode, String details) {
    return answers.refused(ApiError.of(subcode, details));
  }

  private Response.Answer invalid(String details) {
    return answers.refused(ApiError.of(ErrorCode.INVALID_PARAMETER, details));
  }
}
