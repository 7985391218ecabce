package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a template and the values of a message together: what the phone shows. The values fit, as
/// {@link TemplateCheck} says; where they don't, variables stay as they are written.
public final class TemplateRendering {
  private final ParameterFormat format;
  private final List<TemplateComponent> sent;

  private TemplateRendering(ParameterFormat format, List<TemplateComponent> sent) {
    this.format = format;
    this.sent = sent;
  }

  public static ShownTemplate of(TemplateDefinition definition, Template message) {
    var format = definition.parameterFormat();
    var rendering = new TemplateRendering(format, message.components());
    var footer = definition.footer();
    return new ShownTemplate(
        rendering.header(definition.header()),
        rendering.text(definition.body().text(), Place.BODY),
        footer == null ? null : footer.text(),
        rendering.offer(definition.offer()),
        rendering.buttons(definition.buttons()),
        cards(definition, message),
        rendering.orderStatus(),
        TemplatePart.first(definition.parts(), TemplatePart.CallPermissionRequest.class) != null);
  }

  private static List<ShownTemplate.Card> cards(TemplateDefinition definition, Template message) {
    var defined = definition.carousel();
    if (defined == null) {
      return List.of();
    }
    var sent =
        message.components().stream()
            .flatMap(each ->
                each instanceof TemplateComponent.Carousel carousel
                    ? carousel.cards().stream()
                    : Stream.empty())
            .toList();
    return sent.stream()
        .sorted((one, other) -> Integer.compare(one.index(), other.index()))
        .map(card ->
            new TemplateRendering(definition.parameterFormat(), card.components())
                .card(Counterpart.definition(defined, card.index())))
        .toList();
  }

  private ShownTemplate.Card card(TemplatePart.Card defined) {
    var body = defined.body();
    return new ShownTemplate.Card(
        header(defined.header()),
        body == null ? null : text(body.text(), Place.BODY),
        buttons(defined.buttons()));
  }

  private ShownTemplate.@Nullable Header header(@Nullable Header defined) {
    return switch (defined) {
      case null -> null;
      case Header.OfText(var text) -> new ShownTemplate.Header.OfText(text(text, Place.HEADER));
      case Header.OfMedia media -> sentHeader();
      case Header.OfLocation place -> sentHeader();
      case Header.OfProduct product -> sentHeader();
    };
  }

  private ShownTemplate.@Nullable Header sentHeader() {
    var values = values(Place.HEADER);
    return values.isEmpty() ? null : new ShownTemplate.Header.OfValue(values.getFirst());
  }

  private String text(TemplateText text, Place place) {
    return Filling.of(text.variables(), values(place), format).in(text.text());
  }

  private List<TemplateParameter> values(Place place) {
    for (var component : sent) {
      if (component instanceof TemplateComponent.Part(var at, var values) && at == place) {
        return values;
      }
    }
    return List.of();
  }

  private ShownTemplate.@Nullable Offer offer(TemplatePart.@Nullable LimitedTimeOffer defined) {
    if (defined == null) {
      return null;
    }
    var end =
        values(Place.LIMITED_TIME_OFFER).stream()
            .flatMap(value ->
                value instanceof TemplateParameter.Offer(var time)
                    ? Stream.of(time)
                    : Stream.empty())
            .findFirst()
            .orElse(null);
    return new ShownTemplate.Offer(defined.text(), end);
  }

  private @Nullable JsonObject orderStatus() {
    return values(Place.ORDER_STATUS).stream()
        .flatMap(value ->
            value instanceof TemplateParameter.OrderUpdate(var status)
                ? Stream.of(status)
                : Stream.empty())
        .findFirst()
        .orElse(null);
  }

  private List<ShownButton> buttons(List<DefinedButton> defined) {
    return toldApart(
        IntStream.range(0, defined.size())
            .mapToObj(i -> ButtonRendering.of(defined.get(i), valuesOfButton(defined, i)))
            .toList());
  }

  /// Where two answers have one payload, the later is called by its label.
  private static List<ShownButton> toldApart(List<ShownButton> buttons) {
    var ids = new HashSet<String>();
    return buttons.stream()
        .map(button ->
            button instanceof ShownButton.Reply(var id, var text, var payload) && !ids.add(id)
                ? new ShownButton.Reply(text, text, payload)
                : button)
        .toList();
  }

  private List<TemplateParameter> valuesOfButton(List<DefinedButton> defined, int index) {
    for (var component : sent) {
      if (component instanceof TemplateComponent.Button button
          && Counterpart.place(button, defined) == index) {
        return button.parameters();
      }
    }
    return List.of();
  }
}
