package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether the values of header and body fit, of a message or a card.
final class ValuesCheck {
  private final TemplateDefinition definition;
  private final List<Problem> problems;

  ValuesCheck(TemplateDefinition definition, List<Problem> problems) {
    this.definition = definition;
    this.problems = problems;
  }

  List<Problem> problems() {
    return problems;
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /// @param at where the components stand
  void texts(
      Path at,
      @Nullable Header header,
      @Nullable Body body,
      int bodyMax,
      List<TemplateComponent> sent) {
    header(Part.of(Place.HEADER, at, sent), header);
    text(
        Part.of(Place.BODY, at, sent),
        body == null ? TemplateText.plain("") : body.text(),
        bodyMax,
        "body");
  }

  /// The values of a part, and where they stand: all components where the part is not there.
  private record Part(Path at, List<TemplateParameter> values) {
    static Part of(Place place, Path at, List<TemplateComponent> sent) {
      for (int i = 0; i < sent.size(); i++) {
        if (sent.get(i) instanceof TemplateComponent.Part part && part.place() == place) {
          return new Part(at.index(i).field("parameters"), part.parameters());
        }
      }
      return new Part(at, List.of());
    }
  }

  private void header(Part part, @Nullable Header defined) {
    switch (defined) {
      case null -> text(part, TemplateText.plain(""), Header.TEXT_MAX_CHARS, "header");
      case Header.OfText(var text) -> {
        var other = part.values().stream().filter(each -> Filling.words(each) == null).findFirst();
        if (other.isPresent()) {
          problems.add(Misfit.format(part.at(), "TEXT", kindOf(other.get())));
        } else {
          text(part, text, Header.TEXT_MAX_CHARS, "header");
        }
      }
      case Header.OfMedia(var format, var handle) ->
          one(
              part,
              format.name(),
              value ->
                  value instanceof TemplateParameter.Media media
                      && TemplateCheck.takes(format, media.kind()));
      case Header.OfLocation() -> one(part, "LOCATION", TemplateParameter.Place.class::isInstance);
      case Header.OfProduct() -> one(part, "PRODUCT", TemplateParameter.Item.class::isInstance);
    }
  }

  private interface Fits {
    boolean test(TemplateParameter value);
  }

  private void one(Part part, String expected, Fits fits) {
    var values = part.values();
    if (values.isEmpty()) {
      problems.add(Misfit.format(part.at(), expected, "UNKNOWN"));
    } else if (!fits.test(values.getFirst())) {
      problems.add(Misfit.format(part.at(), expected, kindOf(values.getFirst())));
    } else if (values.size() > 1) {
      problems.add(Misfit.count(part.at(), "header", values.size(), 1));
    }
  }

  private static String kindOf(TemplateParameter value) {
    return value.type().toUpperCase(Locale.ROOT);
  }

  private void text(Part part, TemplateText text, int max, String name) {
    var values = part.values();
    int before = problems.size();
    switch (definition.parameterFormat()) {
      case NAMED -> names(part, text);
      case POSITIONAL -> positions(part, text);
    }
    if (values.size() != text.variables().size()) {
      problems.add(Misfit.count(part.at(), name, values.size(), text.variables().size()));
    }
    if (definition.category() == TemplateCategory.AUTHENTICATION) {
      code(part);
    }
    if (problems.size() > before || values.isEmpty()) {
      return;
    }
    var filled = Filling.of(text.variables(), values, definition.parameterFormat()).in(text.text());
    int chars = Fields.codePoints(filled);
    if (chars > max) {
      problems.add(Misfit.tooLong(part.at(), name, chars, max));
    }
  }

  /// Each value names a variable of its part. Source: templates-and-media.md §1.
  private void names(Part part, TemplateText text) {
    for (int i = 0; i < part.values().size(); i++) {
      var at = part.at().index(i);
      var name = Filling.nameOf(part.values().get(i));
      if (name == null) {
        problems.add(Misfit.nameless(at));
      } else if (text.variables().stream().noneMatch(each -> each.name().equals(name))) {
        problems.add(
            Misfit.parameters(
                at.field("parameter_name"),
                "is %s, the template has %s"
                    .formatted(
                        Fields.quoted(name),
                        text.variables().stream().map(TemplateText.Variable::name).toList())));
      }
    }
  }

  /// A name in a template whose variables have none would be lost, and with it the order that the
  /// sender meant: refused. The pages leave it open. Source: templates-and-media.md §1.
  private void positions(Part part, TemplateText text) {
    var variables = text.variables();
    for (int i = 0; i < Math.min(part.values().size(), variables.size()); i++) {
      var name = Filling.nameOf(part.values().get(i));
      if (name != null && !name.equals(variables.get(i).name())) {
        problems.add(
            Misfit.parameters(
                part.at().index(i).field("parameter_name"),
                "is %s, the template's variables have no names but %s, in this order"
                    .formatted(
                        Fields.quoted(name),
                        variables.stream().map(TemplateText.Variable::name).toList())));
      }
    }
  }

  private void code(Part part) {
    for (int i = 0; i < part.values().size(); i++) {
      var code = Filling.words(part.values().get(i));
      var problem =
          code == null ? null : CodeCheck.problemOf(part.at().index(i).field("text"), code);
      if (problem != null) {
        problems.add(problem);
      }
    }
  }
}
