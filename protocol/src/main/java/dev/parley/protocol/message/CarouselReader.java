package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Carousel.Action;
import dev.parley.protocol.message.Carousel.Card;
import dev.parley.protocol.message.Carousel.MediaCard;
import dev.parley.protocol.message.Carousel.ProductCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `carousel`: the cards and what they must have in common here, a
/// card's buttons in `CardButtons`. Source: `messages.md` §15, and Meta's pages on media and
/// product carousels.
final class CarouselReader {

  private static final Set<Header.Kind> HEADERS = EnumSet.of(Header.Kind.IMAGE, Header.Kind.VIDEO);

  private CarouselReader() {}

  static @Nullable Carousel read(Fields interactive) {
    HeaderReader.none(interactive, "carousel");
    InteractiveReader.noFooter(interactive, "carousel");
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var action = interactive.object("action");
    var cards = action == null ? null : cards(action);
    return body == null || cards == null ? null : new Carousel(body, cards);
  }

  /// A card and the place where it stands.
  private record Placed(long index, Fields fields, Card card) {}

  private static @Nullable List<Card> cards(Fields action) {
    if (action.says("buttons")) {
      action.badValue("buttons", "are not allowed beside the cards of a carousel");
    }
    var items = action.objects("cards");
    if (items == null) {
      return null;
    }
    int count = action.size("cards");
    boolean isArray = count > 0;
    if (isArray && (count < Carousel.CARDS_MIN || count > Carousel.CARDS_MAX)) {
      action.badValue(
          "cards",
          "has %d cards, must have %d to %d"
              .formatted(count, Carousel.CARDS_MIN, Carousel.CARDS_MAX));
    }
    var placed = new ArrayList<Placed>(items.size());
    var indexes = new HashSet<Long>();
    for (var item : items) {
      long index = index(item, placed.size(), indexes);
      var card = card(item);
      if (card != null) {
        placed.add(new Placed(index, item, card));
      }
    }
    placed.stream().skip(1).forEach(other -> compare(placed.getFirst(), other));
    return placed.stream()
        .sorted(Comparator.comparingLong(Placed::index))
        .map(Placed::card)
        .toList();
  }

  /// The place of a card from 0; a card that does not say stands where it stands in the body.
  private static long index(Fields card, int otherwise, Set<Long> indexes) {
    var index = card.optionalWhole("card_index", 0, Carousel.CARDS_MAX - 1);
    if (index == null) {
      return otherwise;
    }
    if (!indexes.add(index)) {
      card.badValue("card_index", "is %d, as an earlier card's".formatted(index));
    }
    return index;
  }

  /// Meta's page has `cta_url` also where the buttons are quick replies; some clients write
  /// `quick_reply` there, or nothing.
  private static @Nullable Card card(Fields card) {
    var type =
        card.optionalWord("type", Set.of("cta_url", "quick_reply", "product"), Problem.BAD_VALUE);
    if (type == null && card.says("type")) {
      return null;
    }
    var action = card.object("action");
    boolean product =
        type == null
            ? action != null && action.says("product_retailer_id")
            : type.equals("product");
    if (product) {
      return action == null ? null : product(action);
    }
    var header = HeaderReader.requiredMedia(card, HEADERS);
    var body = body(card);
    var offer = action == null ? null : CardButtons.read(action);
    return header == null || offer == null ? null : new MediaCard(header, body, offer);
  }

  private static @Nullable Card product(Fields action) {
    var catalog = action.metaId("catalog_id", ProductReader.ID_MAX_CHARS);
    var product = action.metaId("product_retailer_id", ProductReader.ID_MAX_CHARS);
    return catalog == null || product == null ? null : new ProductCard(catalog, product);
  }

  private static @Nullable String body(Fields card) {
    var body = card.optionalObject("body");
    var text = body == null ? null : body.optionalText("text", MediaCard.BODY_MAX_CHARS);
    if (body == null || text == null) {
      return null;
    }
    long breaks = text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
    if (breaks > MediaCard.BODY_LINE_BREAKS_MAX) {
      body.badValue(
          "text",
          "has %d line breaks, at most %d are allowed"
              .formatted(breaks, MediaCard.BODY_LINE_BREAKS_MAX));
    }
    return text;
  }

  /// What the cards must have in common with the first.
  private static void compare(Placed first, Placed other) {
    switch (first.card()) {
      case ProductCard(var catalog, var product) -> {
        if (!(other.card() instanceof ProductCard card)) {
          other.fields().badValue("type", "differs from the first card's, which shows a product");
        } else if (!card.catalogId().equals(catalog)) {
          badAction(
              other, "catalog_id", "differs from the first card's, " + Fields.quoted(catalog));
        }
      }
      case MediaCard(var header, var body, var action) -> {
        if (!(other.card() instanceof MediaCard card)) {
          other.fields().badValue("type", "differs from the first card's, which shows no product");
        } else {
          compareHeaders(header, card.header(), other);
          compareButtons(action, card.action(), other);
        }
      }
    }
  }

  private static void compareHeaders(Header.Media first, Header.Media other, Placed card) {
    var header = other.kind() == first.kind() ? null : card.fields().optionalObject("header");
    if (header != null) {
      header.badValue(
          "type",
          "is \"%s\", must be \"%s\" as the first card's"
              .formatted(other.kind().wire(), first.kind().wire()));
    }
  }

  private static void compareButtons(Action first, Action other, Placed card) {
    switch (first) {
      case Action.Link link -> {
        if (other instanceof Action.QuickReplies) {
          card.fields()
              .badValue("action", "has quick replies, must have a link as the first card's");
        }
      }
      case Action.QuickReplies(var buttons) -> {
        if (!(other instanceof Action.QuickReplies(var others))) {
          card.fields()
              .badValue("action", "has a link, must have quick replies as the first card's");
        } else if (others.size() != buttons.size()) {
          badAction(
              card,
              "buttons",
              "has %d quick replies, must have %d as the first card"
                  .formatted(others.size(), buttons.size()));
        }
      }
    }
  }

  private static void badAction(Placed card, String name, String problem) {
    var action = card.fields().optionalObject("action");
    if (action != null) {
      action.badValue(name, problem);
    }
  }
}
