package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.Audio;
import dev.parley.protocol.message.ButtonMessage;
import dev.parley.protocol.message.CallPermissionRequest;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.CatalogMessage;
import dev.parley.protocol.message.ContactInfoRequest;
import dev.parley.protocol.message.Contacts;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.Document;
import dev.parley.protocol.message.FlowMessage;
import dev.parley.protocol.message.Image;
import dev.parley.protocol.message.Interactive;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.OrderStatus;
import dev.parley.protocol.message.Product;
import dev.parley.protocol.message.ProductList;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Sticker;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.Text;
import dev.parley.protocol.message.Video;
import dev.parley.protocol.message.VoiceCall;
import dev.parley.protocol.template.ShownTemplate;
import dev.parley.server.sandbox.Offer.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what a message offers.
final class Offers {
  private Offers() {}

  /// @param shown a template message as the phone shows it; null for all others
  static Offer of(Message message, @Nullable ShownTemplate shown) {
    return switch (message) {
      case ListMessage list -> new Offer.Choices(rows(list));
      case ButtonMessage buttons -> new Offer.Choices(choices(buttons.buttons()));
      case Carousel carousel -> of(carousel);
      case Product product ->
          new Offer.Goods(product.catalogId(), List.of(product.productRetailerId()));
      case ProductList list ->
          new Offer.Goods(
              list.catalogId(),
              list.sections().stream()
                  .flatMap(section -> section.productRetailerIds().stream())
                  .toList());
      case CatalogMessage catalog -> new Offer.WholeCatalog();
      case CtaUrl link -> new Offer.Links(List.of(link.url()));
      case LocationRequest request -> new Offer.ShareLocation();
      case AddressMessage form -> new Offer.FillInAddress();
      case FlowMessage flow -> new Offer.OpenFlow(tokenOf(flow));
      case CallPermissionRequest request -> new Offer.AllowCalls();
      case ContactInfoRequest request -> new Offer.ShareContact();
      case VoiceCall call -> new Offer.Call();
      case OrderDetails bill -> new Offer.Pay();
      case Audio audio -> audio.voice() ? new Offer.VoiceNote() : new Offer.Nothing();
      case OrderStatus none -> new Offer.Nothing();
      case Image none -> new Offer.Nothing();
      case Video none -> new Offer.Nothing();
      case Document none -> new Offer.Nothing();
      case Sticker none -> new Offer.Nothing();
      case Text none -> new Offer.Nothing();
      case Reaction none -> new Offer.Nothing();
      case Location none -> new Offer.Nothing();
      case Contacts none -> new Offer.Nothing();
      case Template template -> shown == null ? new Offer.Nothing() : TemplateOffers.of(shown);
    };
  }

  /// Its cards are of one make.
  private static Offer of(Carousel carousel) {
    var choices = new ArrayList<Choice>();
    var links = new ArrayList<String>();
    var products = new ArrayList<String>();
    String catalogId = "";
    for (Carousel.Card card : carousel.cards()) {
      switch (card) {
        case Carousel.ProductCard(var catalog, var product) -> {
          catalogId = catalog;
          products.add(product);
        }
        case Carousel.MediaCard(var header, var body, Carousel.Action.Link(var label, var url)) ->
            links.add(url);
        case Carousel.MediaCard(var header, var body, Carousel.Action.QuickReplies(var buttons)) ->
            choices.addAll(choices(buttons));
      }
    }
    if (!products.isEmpty()) {
      return new Offer.Goods(catalogId, products);
    }
    return links.isEmpty() ? new Offer.Choices(choices) : new Offer.Links(links);
  }

  private static String tokenOf(FlowMessage flow) {
    String token = flow.token();
    return token == null ? FlowMessage.UNUSED_TOKEN : token;
  }

  private static List<Choice> rows(ListMessage list) {
    return list.sections().stream()
        .flatMap(section -> section.rows().stream())
        .map(row ->
            new Choice(
                row.id(),
                row.title(),
                new InboundContent.ListReply(row.id(), row.title(), row.description())))
        .toList();
  }

  private static List<Choice> choices(List<ButtonMessage.Button> buttons) {
    return buttons.stream()
        .map(button ->
            new Choice(
                button.id(),
                button.title(),
                new InboundContent.ButtonReply(button.id(), button.title())))
        .toList();
  }

  /// For sentences: `interactive list`, `text`.
  static String kindOf(Message message) {
    return message instanceof Interactive interactive
        ? "interactive " + interactive.kind()
        : message.type();
  }
}
