package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.ButtonMessage;
import dev.parley.protocol.message.CallPermissionRequest;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.CatalogMessage;
import dev.parley.protocol.message.ContactInfoRequest;
import dev.parley.protocol.message.Contacts;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.FlowMessage;
import dev.parley.protocol.message.Interactive;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.MediaMessage;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.OrderStatus;
import dev.parley.protocol.message.Product;
import dev.parley.protocol.message.ProductList;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.Text;
import dev.parley.protocol.message.VoiceCall;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a message offers to tap or to buy.
final class Choices {
  private Choices() {}

  /// A row or a button, and what the business hears when the user taps it.
  record Choice(String id, String title, InboundContent answer) {
    @Override
    public String toString() {
      return "\"" + id + "\" (" + title + ")";
    }
  }

  static List<Choice> toTap(Message message) {
    return switch (message) {
      case ListMessage list ->
          list.sections().stream()
              .flatMap(section -> section.rows().stream())
              .map(row ->
                  new Choice(
                      row.id(),
                      row.title(),
                      new InboundContent.ListReply(row.id(), row.title(), row.description())))
              .toList();
      case ButtonMessage buttons ->
          buttons.buttons().stream()
              .map(button ->
                  new Choice(
                      button.id(),
                      button.title(),
                      new InboundContent.ButtonReply(button.id(), button.title())))
              .toList();
      case Carousel carousel ->
          carousel.cards().stream().flatMap(card -> quickReplies(card).stream()).toList();
      case LocationRequest none -> List.of();
      case MediaMessage none -> List.of();
      case CatalogMessage none -> List.of();
      case FlowMessage none -> List.of();
      case AddressMessage none -> List.of();
      case OrderDetails none -> List.of();
      case OrderStatus none -> List.of();
      case VoiceCall none -> List.of();
      case CallPermissionRequest none -> List.of();
      case ContactInfoRequest none -> List.of();
      case Product none -> List.of();
      case ProductList none -> List.of();
      case CtaUrl none -> List.of();
      case Text none -> List.of();
      case Reaction none -> List.of();
      case Location none -> List.of();
      case Contacts none -> List.of();
      case Template none -> List.of();
    };
  }

  private static List<Choice> quickReplies(Carousel.Card card) {
    if (card instanceof Carousel.MediaCard media
        && media.action() instanceof Carousel.Action.QuickReplies(var buttons)) {
      return buttons.stream()
          .map(button ->
              new Choice(
                  button.id(),
                  button.title(),
                  new InboundContent.ButtonReply(button.id(), button.title())))
          .toList();
    }
    return List.of();
  }

  /// For sentences: `"soup" (Soup), "fish" (Fish)`.
  static String list(List<Choice> choices) {
    return choices.stream().map(Choice::toString).collect(Collectors.joining(", "));
  }

  /// Products of one catalog.
  record Goods(String catalogId, List<String> retailerIds) {
    Goods {
      retailerIds = List.copyOf(retailerIds);
    }
  }

  /// Null for a message that sells nothing.
  static @Nullable Goods toBuy(Message message) {
    return switch (message) {
      case Product product -> new Goods(product.catalogId(), List.of(product.productRetailerId()));
      case ProductList list ->
          new Goods(
              list.catalogId(),
              list.sections().stream()
                  .flatMap(section -> section.productRetailerIds().stream())
                  .toList());
      case ListMessage none -> null;
      case ButtonMessage none -> null;
      case Carousel carousel -> null;
      case LocationRequest none -> null;
      case MediaMessage none -> null;
      case CatalogMessage none -> null;
      case FlowMessage none -> null;
      case AddressMessage none -> null;
      case OrderDetails none -> null;
      case OrderStatus none -> null;
      case VoiceCall none -> null;
      case CallPermissionRequest none -> null;
      case ContactInfoRequest none -> null;
      case CtaUrl none -> null;
      case Text none -> null;
      case Reaction none -> null;
      case Location none -> null;
      case Contacts none -> null;
      case Template none -> null;
    };
  }

  /// For sentences: `interactive list`, `text`.
  static String kindOf(Message message) {
    return message instanceof Interactive interactive
        ? "interactive " + interactive.kind()
        : message.type();
  }
}
