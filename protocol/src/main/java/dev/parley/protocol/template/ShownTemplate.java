package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.TemplateParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A template message as the phone shows it.
///
/// @param orderStatus how far an order has come, as it was sent: `reference_id` and `order`
public record ShownTemplate(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    @Nullable Offer offer,
    List<ShownButton> buttons,
    List<Card> cards,
    @Nullable JsonObject orderStatus,
    boolean asksToCall) {

  public ShownTemplate {
    buttons = List.copyOf(buttons);
    cards = List.copyOf(cards);
  }

  /// On top of a message or a card.
  public sealed interface Header {
    record OfText(String text) implements Header {}

    /// A file, a place or a product, as it was sent.
    record OfValue(TemplateParameter value) implements Header {}
  }

  /// An offer that ends.
  ///
  /// @param expirationTimeMs null where it shows no end
  public record Offer(String text, @Nullable Long expirationTimeMs) {}

  public record Card(@Nullable Header header, @Nullable String body, List<ShownButton> buttons) {
    public Card {
      buttons = List.copyOf(buttons);
    }
  }

  /// Below the message, and on its cards from left to right.
  public Stream<ShownButton> allButtons() {
    return Stream.concat(buttons.stream(), cards.stream().flatMap(card -> card.buttons().stream()));
  }

  /// The products that headers show.
  public Stream<TemplateParameter.Item> products() {
    return Stream.concat(Stream.ofNullable(header), cards.stream().flatMap(ShownTemplate::ofCard))
        .flatMap(each ->
            each instanceof Header.OfValue(TemplateParameter.Item item)
                ? Stream.of(item)
                : Stream.empty());
  }

  private static Stream<Header> ofCard(Card card) {
    return Stream.ofNullable(card.header());
  }
}
