package dev.parley.server.sandbox;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a message fits a template of the sandbox. All authentication templates there are hold a
/// code, which no user id gets. Source: `verified.md` §6.
final class KnownTemplates {
  private final SeededWorld world;

  KnownTemplates(SeededWorld world) {
    this.world = world;
  }

  List<Problem> problemsOf(Template message, Recipient to) {
    Path at = Path.root().field("template");
    SandboxTemplate template = world.template(message.name(), message.language()).orElse(null);
    if (template == null) {
      return List.of(unknown(at, message));
    }
    var problems = new ArrayList<Problem>();
    if (to instanceof Recipient.User && template.category().equals("authentication")) {
      problems.add(
          Problem.of(
              Path.root().field("recipient"),
              "is an id, and %s is a template with a code, which goes to numbers only"
                  .formatted(Fields.quoted(message.name())),
              ErrorCode.USER_ID_NOT_SUPPORTED.number()));
    }
    for (int i = 0; i < message.components().size(); i++) {
      Problem problem =
          componentProblem(at.field("components").index(i), message.components().get(i));
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  /// Wordings: `responses-and-errors.md` §5 and §6.
  private Problem unknown(Path at, Template message) {
    List<String> languages =
        world.templates().stream()
            .filter(template -> template.name().equals(message.name()))
            .map(SandboxTemplate::language)
            .toList();
    Path where = languages.isEmpty() ? at.field("name") : at.field("language").field("code");
    String problem =
        languages.isEmpty()
            ? "is %s, there is no such template; there are %s"
                .formatted(
                    Fields.quoted(message.name()),
                    world.templates().stream().map(SandboxTemplate::key).toList())
            : "is %s, the template is there in %s"
                .formatted(Fields.quoted(message.language()), languages);
    return new Problem(
        where.toString(),
        problem,
        ErrorCode.TEMPLATE_NOT_FOUND.number(),
        "(#132001) Template name does not exist in the translation",
        "template name (%s) does not exist in %s".formatted(message.name(), message.language()));
  }

  /// Templates of the sandbox have no variables and no buttons. Wording: `observed.md` §1.
  private static @Nullable Problem componentProblem(Path at, TemplateComponent component) {
    int given =
        switch (component) {
          case TemplateComponent.Part(var place, var values) -> values.size();
          case TemplateComponent.Button(var kind, var index, var values) -> values.size();
          case TemplateComponent.Carousel(var cards) -> cards.size();
        };
    String type = component.type();
    if (given == 0 && (type.equals("header") || type.equals("body"))) {
      return null;
    }
    return new Problem(
        at.field("parameters").toString(),
        "has %d values, the template's %s takes none".formatted(given, type),
        ErrorCode.TEMPLATE_PARAM_COUNT.number(),
        "(#132000) Number of parameters does not match the expected number of params",
        "%s: number of localizable_params (%d) does not match the expected number of params (0)"
            .formatted(type, given));
  }
}
