package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The orders that a template message asks to pay: one of its own, and one on each card. Source:
/// template-kinds.md §6.1.
final class TemplateBills {
  private TemplateBills() {}

  /// What the business calls an order, and the currency it is paid in.
  record Bill(String referenceId, String currency) {}

  static List<Bill> of(Template message) {
    return buttons(message.components())
        .flatMap(button -> button.parameters().stream())
        .flatMap(value ->
            value instanceof TemplateParameter.Action(var action)
                    && action.get("order_details") instanceof JsonObject order
                ? Stream.of(new Bill(text(order.get("reference_id")), text(order.get("currency"))))
                : Stream.empty())
        .toList();
  }

  private static Stream<TemplateComponent.Button> buttons(List<TemplateComponent> components) {
    return components.stream()
        .flatMap(each ->
            switch (each) {
              case TemplateComponent.Button button -> Stream.of(button);
              case TemplateComponent.Carousel(var cards) ->
                  cards.stream().flatMap(card -> buttons(card.components()));
              case TemplateComponent.Part none -> Stream.empty();
            });
  }

  /// Both were read and found good before.
  private static String text(@Nullable Json value) {
    return switch (value) {
      case JsonString(var text) -> text;
      case JsonNumber(var literal) -> literal;
      case null, default -> "";
    };
  }
}
