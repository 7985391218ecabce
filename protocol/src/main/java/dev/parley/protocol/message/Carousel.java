package dev.parley.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `interactive.carousel`: cards side by side, below a text. All cards are of one make: products,
/// or pictures or films with the same kind and number of buttons. Source: `messages.md` §15.
public record Carousel(String body, List<Card> cards) implements Interactive {

  public static final int CARDS_MIN = 2;
  public static final int CARDS_MAX = 10;

  public Carousel {
    cards = List.copyOf(cards);
  }

  /// One card; its `card_index` is its place.
  public sealed interface Card {}

  /// A product of a catalog.
  public record ProductCard(String catalogId, String productRetailerId) implements Card {}

  /// A picture or a film with a text and buttons.
  public record MediaCard(Header.Media header, @Nullable String body, Action action)
      implements Card {

    /// Characters of a card's text.
    public static final int BODY_MAX_CHARS = 160;

    /// Line breaks in a card's text.
    public static final int BODY_LINE_BREAKS_MAX = 2;
  }

  /// What a media card offers.
  public sealed interface Action {
    /// A link.
    record Link(String displayText, String url) implements Action {}

    /// Quick replies.
    record QuickReplies(List<ButtonMessage.Button> buttons) implements Action {
      /// Quick replies on a card. Ours: as many as below a text; Meta's page says "one or more".
      public static final int BUTTONS_MAX = ButtonMessage.BUTTONS_MAX;

      public QuickReplies {
        buttons = List.copyOf(buttons);
      }
    }
  }

  @Override
  public String kind() {
    return "carousel";
  }
}
