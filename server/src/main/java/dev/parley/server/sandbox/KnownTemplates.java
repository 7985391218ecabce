package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateCheck;
import dev.parley.protocol.template.TemplatePart.Header;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a message can be made from a template: whether the business has it, where it stands, and
/// whether the values fit.
final class KnownTemplates {
  /// Templates that an answer lists; more would bury what it says.
  private static final int NAMED_MAX = 40;

  private static final Path TEMPLATE = Path.root().field("template");

  private final Templates templates;
  private final TemplateGoods goods;

  KnownTemplates(Templates templates, OfferedGoods goods) {
    this.templates = templates;
    this.goods = new TemplateGoods(goods);
  }

  List<Problem> problemsOf(PhoneNumber from, Template message, Recipient to) {
    Optional<StoredTemplate> known = find(from, message);
    if (known.isEmpty() || countsAsMissing(known.get().status())) {
      return List.of(unknown(from, message, known.map(StoredTemplate::status).orElse(null)));
    }
    StoredTemplate template = known.get();
    Problem standing = standing(template);
    if (standing != null) {
      return List.of(standing);
    }
    var problems = new ArrayList<Problem>();
    if (to instanceof Recipient.User && template.category() == TemplateCategory.AUTHENTICATION) {
      problems.add(toUserId(message));
    }
    problems.addAll(TemplateCheck.problems(template.definition(), message));
    if (problems.isEmpty()) {
      problems.addAll(goods.problemsOf(from, message));
    }
    return problems;
  }

  /// Whether it can be sent or not.
  Optional<StoredTemplate> find(PhoneNumber from, Template message) {
    return templates.find(from.business(), message.name(), message.language());
  }

  /// Whether it is one of the library with a document on top. Source: `templates-and-media.md` §3.
  boolean takesPdfOnly(PhoneNumber from, Template message) {
    return find(from, message)
        .map(StoredTemplate::definition)
        .filter(definition -> definition.libraryName() != null)
        .filter(definition -> definition.header() instanceof Header.OfMedia)
        .isPresent();
  }

  /// All authentication templates hold a code, which no user id gets. Source: `verified.md` §6.
  private static Problem toUserId(Template message) {
    return Problem.of(
        Path.root().field("recipient"),
        "is an id, and %s is a template with a code, which goes to numbers only"
            .formatted(Fields.quoted(message.name())),
        ErrorCode.USER_ID_NOT_SUPPORTED.number());
  }

  /// One that is not approved is as if it were not there. Source: `observed.md` §3; for the rarer
  /// states the pages say only that they can't be sent (`templates-and-media.md` §6).
  private static boolean countsAsMissing(TemplateStatus status) {
    return switch (status) {
      case APPROVED, PAUSED, DISABLED -> false;
      case PENDING, REJECTED, IN_APPEAL, PENDING_DELETION, DELETED -> true;
      case LIMIT_EXCEEDED, FLAGGED, LOCKED, ARCHIVED -> true;
    };
  }

  /// Source: `responses-and-errors.md` §5.
  private static @Nullable Problem standing(StoredTemplate template) {
    return switch (template.status()) {
      case PAUSED ->
          Problem.of(
              TEMPLATE.field("name"),
              "is %s, which is paused for its low quality"
                  .formatted(Fields.quoted(template.name())),
              ErrorCode.TEMPLATE_PAUSED.number());
      case DISABLED ->
          Problem.of(
              TEMPLATE.field("name"),
              "is %s, which is disabled, since it was paused too often"
                  .formatted(Fields.quoted(template.name())),
              ErrorCode.TEMPLATE_DISABLED.number());
      case APPROVED, PENDING, REJECTED, IN_APPEAL, PENDING_DELETION, DELETED -> null;
      case LIMIT_EXCEEDED, FLAGGED, LOCKED, ARCHIVED -> null;
    };
  }

  /// One that is not there at all.
  Problem unknown(PhoneNumber from, Template message) {
    return unknown(from, message, null);
  }

  /// Wordings: `responses-and-errors.md` §5 and §6.
  ///
  /// @param status of one that is there but can't be sent; null where there is none
  private Problem unknown(PhoneNumber from, Template message, @Nullable TemplateStatus status) {
    List<String> languages =
        templates.named(from.business(), message.name()).stream()
            .map(StoredTemplate::language)
            .toList();
    Path where =
        languages.isEmpty() || status != null
            ? TEMPLATE.field("name")
            : TEMPLATE.field("language").field("code");
    return new Problem(
        where.toString(),
        why(from, message, languages, status),
        ErrorCode.TEMPLATE_NOT_FOUND.number(),
        "(#132001) Template name does not exist in the translation",
        "template name (%s) does not exist in %s".formatted(message.name(), message.language()));
  }

  private String why(
      PhoneNumber from, Template message, List<String> languages, @Nullable TemplateStatus status) {
    if (status != null) {
      return "is %s, which is %s; only approved templates are sent"
          .formatted(Fields.quoted(message.name()), status);
    }
    return languages.isEmpty()
        ? "is %s, there is no such template; there are %s"
            .formatted(
                Fields.quoted(message.name()),
                templates.of(from.business()).stream()
                    .map(template -> template.name() + "/" + template.language())
                    .limit(NAMED_MAX)
                    .toList())
        : "is %s, the template is there in %s"
            .formatted(Fields.quoted(message.language()), languages);
  }
}
