package dev.parley.protocol.message;

import static dev.parley.protocol.message.InteractiveTypes.ACTION;
import static dev.parley.protocol.message.InteractiveTypes.MEDIA;
import static dev.parley.protocol.message.InteractiveTypes.PARAMETERS;
import static dev.parley.protocol.message.InteractiveTypes.anyHeader;
import static dev.parley.protocol.message.InteractiveTypes.frame;
import static dev.parley.protocol.message.InteractiveTypes.name;
import static dev.parley.protocol.message.InteractiveTypes.noHeader;
import static dev.parley.protocol.message.InteractiveTypes.title;
import static dev.parley.protocol.message.MessageType.ANY;
import static dev.parley.protocol.message.MessageType.interactive;
import static dev.parley.protocol.message.MessageType.items;
import static dev.parley.protocol.message.MessageType.optional;
import static dev.parley.protocol.message.MessageType.optionalText;
import static dev.parley.protocol.message.MessageType.required;
import static dev.parley.protocol.message.MessageType.text;

import java.util.Arrays;
import java.util.List;

/// The kinds of `MessageTypes` that sell something.
final class CommerceTypes {
  private CommerceTypes() {}

  private static final String ORDER = PARAMETERS + "order.";

  static List<MessageType> products() {
    return List.of(
        interactive(
            Product.class,
            "product",
            "a cart: `order`; a question about the product",
            List.of(),
            ANY,
            List.of(noHeader(), optionalText("interactive.body.text", Interactive.BODY_MAX_CHARS)),
            text(ACTION + "catalog_id", ProductReader.ID_MAX_CHARS),
            text(ACTION + "product_retailer_id", ProductReader.ID_MAX_CHARS)),
        interactive(
            ProductList.class,
            "product-list",
            "a cart: `order`",
            List.of(),
            ANY,
            frame(title(true)),
            text(ACTION + "catalog_id", ProductReader.ID_MAX_CHARS),
            items(
                ACTION + "sections",
                1,
                ProductList.SECTIONS_MAX,
                "%d products in all".formatted(ProductList.PRODUCTS_MAX)),
            optionalText(
                ACTION + "sections[].title",
                ProductList.Section.TITLE_MAX_CHARS,
                "required with several sections"),
            text(
                ACTION + "sections[].product_items[].product_retailer_id",
                ProductReader.ID_MAX_CHARS,
                "no product twice")),
        interactive(
            CatalogMessage.class,
            "catalog-message",
            "a cart: `order`",
            List.of(),
            ANY,
            frame(noHeader()),
            name(CatalogMessage.ACTION_NAME),
            optionalText(
                PARAMETERS + "thumbnail_product_retailer_id",
                ProductReader.ID_MAX_CHARS,
                "without it the first product is shown")));
  }

  static List<MessageType> orders() {
    return List.of(
        interactive(
            OrderDetails.class,
            "order-details",
            "is shown",
            List.of(),
            MEDIA,
            frame(optional("interactive.header", "`image` or `document`")),
            name(OrderDetails.ACTION_NAME),
            text(
                PARAMETERS + "reference_id",
                OrderDetails.REFERENCE_MAX_CHARS,
                "in `%s` %d; letters, digits, `_`, `.`, `-`"
                    .formatted(OrderDetails.BRAZILIAN, OrderDetails.REFERENCE_MAX_CHARS_BRAZIL)),
            required(PARAMETERS + "type", "`digital-goods`, `physical-goods`"),
            required(
                PARAMETERS + "currency",
                MessageTypes.words(OrderDetails.CURRENCIES.stream().sorted())),
            optional(
                PARAMETERS + "payment_settings[]",
                "`type` and an object that is named like it; or `payment_type` and"
                    + " `payment_configuration` (at most %d characters)"
                        .formatted(OrderDetails.CONFIGURATION_MAX_CHARS)),
            required(
                PARAMETERS + "total_amount",
                "`value` (whole, 0 or more), `offset` %d, as all amounts; the value is subtotal +"
                        .formatted(OrderDetails.OFFSET)
                    + " tax + shipping - discount"),
            required(ORDER + "status", "`pending`"),
            required(ORDER + "items", "at least one"),
            text(ORDER + "items[].name", OrderDetails.ITEM_NAME_MAX_CHARS),
            required(ORDER + "items[].amount", "an amount"),
            optional(ORDER + "items[].sale_amount", "less than `amount`"),
            required(ORDER + "items[].quantity", "whole, 1 or more"),
            required(ORDER + "subtotal", "an amount; strictly the sum of the items"),
            required(ORDER + "tax", "an amount"),
            optionalText(
                ORDER + "tax.description",
                OrderDetails.DESCRIPTION_MAX_CHARS,
                "likewise of `shipping` and `discount`, which are optional"),
            optionalText(
                ORDER + "discount.discount_program_name", OrderDetails.DESCRIPTION_MAX_CHARS),
            optionalText(
                ORDER + "expiration.description",
                OrderDetails.EXPIRATION_DESCRIPTION_MAX_CHARS,
                "beside `timestamp`")),
        interactive(
            OrderStatus.class,
            "order-status-paid",
            "is shown",
            List.of(),
            MEDIA,
            frame(anyHeader()),
            name(OrderStatus.ACTION_NAME),
            text(PARAMETERS + "reference_id", OrderDetails.REFERENCE_MAX_CHARS_BRAZIL),
            required(
                ORDER + "status",
                MessageTypes.words(
                    Arrays.stream(OrderStatus.Stage.values()).map(OrderStatus.Stage::wire))),
            optionalText(ORDER + "description", OrderStatus.DESCRIPTION_MAX_CHARS),
            optional(
                PARAMETERS + "payment.status",
                MessageTypes.words(
                    Arrays.stream(OrderStatus.Paid.values()).map(OrderStatus.Paid::wire)))));
  }
}
