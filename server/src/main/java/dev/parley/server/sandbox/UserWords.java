package dev.parley.server.sandbox;

import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Direction;
import dev.parley.media.UsableMedia;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.InboundReader;
import dev.parley.protocol.event.MessageContext;
import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.event.MessageContext.ReferredProduct;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a user writes in a chat, and fills in what the phone knows: whom a reply quotes.
final class UserWords {
  private final PhoneNumber number;
  private final HeldPhone phone;
  private final SeededWorld world;
  private final UserFiles files;

  UserWords(HeldPhone phone, SeededWorld world, UsableMedia files) {
    this.phone = phone;
    this.number = phone.number();
    this.world = world;
    this.files = new UserFiles(number, files);
  }

  Reading<InboundMessage> read(View view, Json body) {
    return files.fillIn(body).then(InboundReader::read).then(message -> checked(view, message));
  }

  private Reading<InboundMessage> checked(View view, InboundMessage message) {
    var problems = new ArrayList<Problem>();
    Problem notWritten = notWritten(message.content());
    if (notWritten != null) {
      problems.add(notWritten);
    }
    InboundContent content =
        message.content() instanceof InboundContent.Order order
            ? fromShop(order, problems)
            : message.content();
    MessageContext given = message.context();
    MessageContext context = given == null ? null : context(view, given, problems);
    return problems.isEmpty()
        ? new Reading.Ok<>(new InboundMessage(content, context, message.referral()))
        : new Reading.Wrong<>(problems);
  }

  /// A cart filled in the business's shop, which answers no message. The prices are the catalog's,
  /// whatever the body says.
  private InboundContent.Order fromShop(InboundContent.Order order, List<Problem> problems) {
    Path at = Path.root().field("order");
    Catalog catalog =
        order.catalogId().equals(number.catalog())
            ? world.catalog(order.catalogId()).orElse(null)
            : null;
    if (catalog == null) {
      problems.add(
          Problem.badValue(
              at.field("catalog_id"),
              "is %s, number %s sells from catalog %s"
                  .formatted(Fields.quoted(order.catalogId()), number.id(), number.catalog())));
      return order;
    }
    var items = new ArrayList<InboundContent.Order.Item>();
    for (InboundContent.Order.Item item : order.items()) {
      Catalog.Product product = catalog.product(item.productRetailerId()).orElse(null);
      if (product == null) {
        problems.add(
            Problem.badValue(
                at.field("product_items").index(items.size()).field("product_retailer_id"),
                "is %s, which catalog %s does not have"
                    .formatted(Fields.quoted(item.productRetailerId()), catalog.id())));
        return order;
      }
      items.add(
          new InboundContent.Order.Item(
              product.retailerId(), item.quantity(), product.price(), product.currency()));
    }
    return new InboundContent.Order(catalog.id(), order.text(), items);
  }

  /// Answers to a message are made by its own calls, which know what it offers.
  private static @Nullable Problem notWritten(InboundContent content) {
    return switch (content) {
      case InboundContent.ListReply reply -> useInstead("tap");
      case InboundContent.ButtonReply reply -> useInstead("tap");
      case InboundContent.TemplateButton button -> useInstead("tap");
      case InboundContent.FormReply(var name, var body, var response) ->
          useInstead(name.equals(InboundContent.FormReply.ADDRESS) ? "address" : "flow");
      case InboundContent.CallPermissionReply reply -> useInstead("call_permission");
      case InboundContent.Edit edit -> coexistenceOnly("edit");
      case InboundContent.Revoke revoke -> coexistenceOnly("revoke");
      case InboundContent.Text written -> null;
      case InboundContent.Image written -> null;
      case InboundContent.Video written -> null;
      case InboundContent.Audio written -> null;
      case InboundContent.Document written -> null;
      case InboundContent.Sticker written -> null;
      case InboundContent.Location written -> null;
      case InboundContent.Reaction written -> null;
      case InboundContent.Contacts written -> null;
      case InboundContent.Order written -> null;
      case InboundContent.SystemNote written -> null;
      case InboundContent.Unsupported written -> null;
      case InboundContent.RequestWelcome written -> null;
    };
  }

  /// Source: webhooks.md §2.
  private static Problem coexistenceOnly(String type) {
    return Problem.badValue(
        Path.root().field("type"),
        "is %s, which only numbers get that are used in the WhatsApp Business app too; others get"
                .formatted(type)
            + " {\"type\":\"unsupported\",\"unsupported\":{\"type\":\"edit\"}} or nothing");
  }

  private static Problem useInstead(String call) {
    return Problem.badValue(
        Path.root().field("type"),
        "is an answer to a message; POST …/messages/{wamid}/%s gives it".formatted(call));
  }

  private @Nullable MessageContext context(
      View view, MessageContext given, List<Problem> problems) {
    Path at = Path.root().field("context");
    ReferredProduct product = given.referredProduct();
    if (product != null && !isSold(product)) {
      problems.add(
          Problem.badValue(
              at.field("referred_product"),
              "is product %s of catalog %s, which number %s does not sell"
                  .formatted(
                      Fields.quoted(product.productRetailerId()),
                      Fields.quoted(product.catalogId()),
                      number.id())));
    }
    if (given.id() == null) {
      boolean nothingLeft = product == null && given.forwarded() == Forwarded.NOT;
      String from = product == null ? null : number.waId().value();
      return nothingLeft ? null : new MessageContext(from, null, given.forwarded(), product);
    }
    return switch (phone.screen().find(view, given.id())) {
      case Screen.Found.OnPhone(var chat, var quoted) ->
          new MessageContext(
              quoted.direction() == Direction.OUT ? number.waId().value() : phone.user().value(),
              given.id(),
              given.forwarded(),
              product);
      case Screen.Found.NotThere missing -> {
        problems.add(
            Problem.badValue(
                at.field("id"),
                "is %s, no message on the screen of this chat".formatted(given.id())));
        yield given;
      }
    };
  }

  private boolean isSold(ReferredProduct product) {
    return product.catalogId().equals(number.catalog())
        && world
            .catalog(product.catalogId())
            .flatMap(catalog -> catalog.product(product.productRetailerId()))
            .isPresent();
  }
}
