package dev.parley.protocol.template;

import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.Buttons;
import dev.parley.protocol.template.TemplatePart.Card;
import dev.parley.protocol.template.TemplatePart.Carousel;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.TemplatePart.Header;
import dev.parley.protocol.template.TemplatePart.LimitedTimeOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the creator of a template wrote, once it obeys the rules. Source: reference,
/// templates-and-media.md §1.
///
/// @param subCategory `ORDER_STATUS` and the like; null where it was not said
/// @param displayFormat `order_details` for such a template in the marketing category
/// @param parts in the order in which they were written
/// @param sendTtlSeconds how long a message is tried; -1 for 30 days, null where it was not said
/// @param libraryName the entry of the template library that it was made from; null where it is the
///   business's own
public record TemplateDefinition(
    String name,
    String language,
    TemplateCategory category,
    @Nullable String subCategory,
    @Nullable String displayFormat,
    ParameterFormat parameterFormat,
    List<TemplatePart> parts,
    @Nullable Integer sendTtlSeconds,
    @Nullable String libraryName) {
  public static final int NAME_MAX_CHARS = 512;

  public TemplateDefinition {
    parts = List.copyOf(parts);
  }

  public @Nullable Header header() {
    return TemplatePart.first(parts, Header.class);
  }

  public Body body() {
    var body = TemplatePart.first(parts, Body.class);
    if (body == null) {
      throw new IllegalStateException("template " + name + " has no body");
    }
    return body;
  }

  public @Nullable Footer footer() {
    return TemplatePart.first(parts, Footer.class);
  }

  /// None where it has no such part.
  public List<DefinedButton> buttons() {
    var buttons = TemplatePart.first(parts, Buttons.class);
    return buttons == null ? List.of() : buttons.buttons();
  }

  public @Nullable Carousel carousel() {
    return TemplatePart.first(parts, Carousel.class);
  }

  public @Nullable LimitedTimeOffer offer() {
    return TemplatePart.first(parts, LimitedTimeOffer.class);
  }

  /// All headers there are: its own, and those of cards.
  public List<Header> headers() {
    var headers = new ArrayList<Header>();
    var own = header();
    if (own != null) {
      headers.add(own);
    }
    var cards = carousel();
    if (cards != null) {
      cards.cards().stream().map(Card::header).filter(Objects::nonNull).forEach(headers::add);
    }
    return headers;
  }

  /// The same with other handles for its files.
  public TemplateDefinition withHandles(UnaryOperator<String> handles) {
    return new TemplateDefinition(
        name,
        language,
        category,
        subCategory,
        displayFormat,
        parameterFormat,
        parts.stream().map(part -> withHandles(part, handles)).toList(),
        sendTtlSeconds,
        libraryName);
  }

  private static TemplatePart withHandles(TemplatePart part, UnaryOperator<String> handles) {
    return switch (part) {
      case Header.OfMedia(var format, var handle) ->
          new Header.OfMedia(format, handles.apply(handle));
      case Carousel(var cards) ->
          new Carousel(
              cards.stream()
                  .map(card ->
                      new Card(
                          card.parts().stream().map(each -> withHandles(each, handles)).toList()))
                  .toList());
      case Header other -> other;
      case Body other -> other;
      case Footer other -> other;
      case Buttons other -> other;
      case LimitedTimeOffer other -> other;
      case TemplatePart.CallPermissionRequest other -> other;
    };
  }

  /// The same in another category. How long messages are tried is not said any more: the range is
  /// another one. Source: reference, template-kinds.md §8.
  public TemplateDefinition in(TemplateCategory other) {
    return new TemplateDefinition(
        name,
        language,
        other,
        subCategory,
        displayFormat,
        parameterFormat,
        parts,
        null,
        libraryName);
  }
}
