package dev.parley.protocol.template;

import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.MediaFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Whether the values of a message fit the template that it names. Where the pages name no code for
/// a problem of a parameter it is 132018, which they give to such problems as a whole. Source:
/// reference, messages.md §17, template-kinds.md, templates-and-media.md §6.
public final class TemplateCheck {
  private static final Path COMPONENTS = Path.root().field("template").field("components");

  /// `sub_category` of a template that tells how an order stands. Source: template-kinds.md §1.
  static final String ORDER_STATUS = "ORDER_STATUS";

  private TemplateCheck() {}

  /// All that is wrong: with what is there in its order, then with what is missing.
  public static List<Problem> problems(TemplateDefinition definition, Template message) {
    var problems = new ArrayList<Problem>();
    var sent = message.components();
    var values = new ValuesCheck(definition, problems);
    values.texts(COMPONENTS, definition.header(), definition.body(), bodyMax(definition), sent);
    for (int i = 0; i < sent.size(); i++) {
      var at = COMPONENTS.index(i);
      switch (sent.get(i)) {
        case TemplateComponent.Part part -> part(definition, at, part, problems);
        case TemplateComponent.Carousel carousel -> cards(definition, at, carousel, values);
        case TemplateComponent.Button none -> {}
      }
    }
    new ButtonCheck(definition, problems).check(COMPONENTS, definition.buttons(), sent);
    missing(definition, sent, problems);
    if (problems.isEmpty()) {
      problems.addAll(LibraryValues.problems(COMPONENTS, definition, sent));
    }
    return problems;
  }

  /// Source: template-kinds.md §1.
  private static int bodyMax(TemplateDefinition definition) {
    if (definition.offer() != null) {
      return Body.BESIDE_OFFER_MAX_CHARS;
    }
    boolean oneProduct =
        definition.header() instanceof TemplatePart.Header.OfProduct
            && definition.carousel() == null;
    return oneProduct ? Body.SHORT_MAX_CHARS : Body.TEXT_MAX_CHARS;
  }

  private static void part(
      TemplateDefinition definition, Path at, TemplateComponent.Part part, List<Problem> problems) {
    int given = part.parameters().size();
    switch (part.place()) {
      case HEADER, BODY, TAP_TARGET_CONFIGURATION -> {}
      case FOOTER -> {
        if (given > 0) {
          problems.add(Misfit.count(at.field("parameters"), "footer", given, 0));
        }
      }
      case LIMITED_TIME_OFFER -> {
        if (definition.offer() == null) {
          problems.add(foreign(at, part.type()));
        } else if (given == 0) {
          problems.add(Misfit.missing(at, "expiration_time_ms"));
        }
      }
      case ORDER_STATUS -> {
        if (!tellsOfOrder(definition)) {
          problems.add(foreign(at, part.type()));
        }
      }
      case CALL_PERMISSION_REQUEST -> {
        if (!asksToCall(definition)) {
          problems.add(foreign(at, part.type()));
        }
      }
    }
  }

  private static Problem foreign(Path at, String type) {
    return Misfit.parameters(at.field("type"), "is %s, which the template has not".formatted(type));
  }

  /// Cards of files must be as many as were created, product cards need not. Source:
  /// template-kinds.md §4.
  private static void cards(
      TemplateDefinition definition, Path at, TemplateComponent.Carousel sent, ValuesCheck values) {
    var defined = definition.carousel();
    if (defined == null) {
      values.add(foreign(at, sent.type()));
      return;
    }
    int created = defined.cards().size();
    boolean products = isOfProducts(defined);
    if (!products && sent.cards().size() != created) {
      values.add(
          Misfit.parameters(
              at.field("cards"),
              "has %d cards, the template has %d".formatted(sent.cards().size(), created)));
    }
    for (int i = 0; i < sent.cards().size(); i++) {
      var card = sent.cards().get(i);
      var here = at.field("cards").index(i);
      if (!products && card.index() >= created) {
        values.add(
            Misfit.parameters(
                here.field("card_index"),
                "is %d, the template's last card is %d".formatted(card.index(), created - 1)));
        continue;
      }
      var made = Counterpart.definition(defined, card.index());
      var parts = here.field("components");
      values.texts(parts, made.header(), made.body(), Body.SHORT_MAX_CHARS, card.components());
      new ButtonCheck(definition, values.problems())
          .check(parts, made.buttons(), card.components());
    }
  }

  static boolean isOfProducts(TemplatePart.Carousel carousel) {
    return carousel.cards().getFirst().header() instanceof TemplatePart.Header.OfProduct;
  }

  private static void missing(
      TemplateDefinition definition, List<TemplateComponent> sent, List<Problem> problems) {
    var offer = definition.offer();
    boolean timed = offer != null && !Objects.equals(offer.hasExpiration(), false);
    if (timed && !has(sent, Place.LIMITED_TIME_OFFER)) {
      problems.add(Misfit.missing(COMPONENTS, "limited_time_offer, which says when it ends"));
    }
    if (tellsOfOrder(definition) && !has(sent, Place.ORDER_STATUS)) {
      problems.add(Misfit.missing(COMPONENTS, "order_status"));
    }
    if (definition.carousel() != null
        && sent.stream().noneMatch(TemplateComponent.Carousel.class::isInstance)) {
      problems.add(Misfit.missing(COMPONENTS, "carousel"));
    }
  }

  private static boolean has(List<TemplateComponent> sent, Place place) {
    return sent.stream()
        .anyMatch(each -> each instanceof TemplateComponent.Part part && part.place() == place);
  }

  private static boolean asksToCall(TemplateDefinition definition) {
    return TemplatePart.first(definition.parts(), TemplatePart.CallPermissionRequest.class) != null;
  }

  private static boolean tellsOfOrder(TemplateDefinition definition) {
    return ORDER_STATUS.equalsIgnoreCase(Objects.requireNonNullElse(definition.subCategory(), ""));
  }

  /// The types of parameters that a header of files takes. A film stands for a GIF that is too
  /// large to be one. Source: templates-and-media.md §2.
  static boolean takes(MediaFormat format, TemplateParameter.Kind kind) {
    return switch (format) {
      case IMAGE -> kind == TemplateParameter.Kind.IMAGE;
      case VIDEO -> kind == TemplateParameter.Kind.VIDEO;
      case DOCUMENT -> kind == TemplateParameter.Kind.DOCUMENT;
      case GIF -> kind == TemplateParameter.Kind.GIF || kind == TemplateParameter.Kind.VIDEO;
    };
  }
}
