package dev.parley.protocol.message;

import static dev.parley.protocol.message.Messages.header;
import static dev.parley.protocol.message.Messages.source;
import static dev.parley.protocol.message.Messages.words;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.AddressMessage.SavedAddress;
import dev.parley.protocol.message.ButtonMessage.Button;
import dev.parley.protocol.message.Carousel.Action;
import dev.parley.protocol.message.Carousel.Card;
import dev.parley.protocol.message.Carousel.MediaCard;
import dev.parley.protocol.message.Carousel.ProductCard;
import dev.parley.protocol.message.FlowMessage.FlowName;
import dev.parley.protocol.message.FlowMessage.Opening;
import dev.parley.protocol.message.FlowMessage.Payload;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Catalogs, flows, forms, bills, calls and carousels, as `Messages` makes the other kinds.
final class InteractiveMessages {
  private InteractiveMessages() {}

  static Arbitrary<Message> any() {
    return Arbitraries.oneOf(
        catalog(),
        flow(),
        address(),
        orderDetails(),
        orderStatus(),
        voiceCall(),
        body().injectNull(0.3).map(CallPermissionRequest::new),
        body().map(ContactInfoRequest::new),
        mediaCarousel(),
        productCarousel());
  }

  private static Arbitrary<String> body() {
    return words(Interactive.BODY_MAX_CHARS);
  }

  private static Arbitrary<@Nullable String> footer() {
    return words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3);
  }

  private static Arbitrary<Message> catalog() {
    return Combinators.combine(body(), footer(), words(30).injectNull(0.3)).as(CatalogMessage::new);
  }

  private static Arbitrary<Message> flow() {
    var name =
        Arbitraries.oneOf(
            Arbitraries.just(new FlowName.Id("700000000000001")),
            words(40).map(value -> (FlowName) new FlowName.Name(value)));
    var data = words(20).map(text -> Json.object("text", text, "count", 7));
    var payload =
        Combinators.combine(words(20), data.injectNull(0.3))
            .as((screen, members) -> new Payload(screen, members))
            .injectNull(0.3);
    var opening = Arbitraries.of(Opening.values());
    return Combinators.combine(
            header().injectNull(0.3),
            body(),
            footer(),
            name,
            words(FlowMessage.CTA_MAX_CHARS),
            Arbitraries.of(FlowMessage.Mode.values()),
            Combinators.combine(words(40).injectNull(0.3), opening, payload).as(Start::new))
        .as((header, body, footer, flow, cta, mode, start) ->
            new FlowMessage(
                header,
                body,
                footer,
                flow,
                cta,
                mode,
                start.token(),
                start.opening(),
                start.opening() == Opening.NAVIGATE ? start.payload() : null));
  }

  private record Start(@Nullable String token, Opening opening, @Nullable Payload payload) {}

  private static Arbitrary<Message> address() {
    var values =
        Combinators.combine(words(30), words(AddressMessage.POSTAL_CODE_MAX_CHARS))
            .as((name, code) -> Map.of("name", name, "in_pin_code", code))
            .injectNull(0.3)
            .map(form -> form == null ? Map.<String, String>of() : form);
    var saved =
        words(20)
            .map(text -> new SavedAddress("id " + text, Json.object("name", text)))
            .list()
            .ofMaxSize(2);
    var errors =
        Arbitraries.of(Map.<String, String>of(), Map.of("in_pin_code", "We don't go there."));
    return Combinators.combine(
            header().injectNull(0.3),
            body(),
            footer(),
            Arbitraries.of("IN", "SG", "<COUNTRY_ISO_CODE>"),
            values,
            saved,
            errors)
        .as(AddressMessage::new);
  }

  private static Arbitrary<Message> orderDetails() {
    var header =
        Combinators.combine(
                Arbitraries.of(Header.Kind.IMAGE, Header.Kind.DOCUMENT),
                source(),
                words(40).injectNull(0.5))
            .as((kind, source, name) ->
                (Header)
                    new Header.Media(kind, source, kind == Header.Kind.DOCUMENT ? name : null));
    return Combinators.combine(
            header.injectNull(0.3),
            body(),
            footer(),
            Arbitraries.of("INR", "BRL", "SGD"),
            Arbitraries.longs().between(1, 1_000_000),
            Arbitraries.longs().between(0, 1_000),
            words(OrderDetails.ITEM_NAME_MAX_CHARS))
        .as((top, body, footer, currency, price, shipping, name) ->
            new OrderDetails(
                top,
                body,
                footer,
                "order-" + price,
                currency,
                bill(currency, price, shipping, name)));
  }

  private static JsonObject bill(String currency, long price, long shipping, String name) {
    var order =
        Json.object(
            "status", "pending",
            "items",
                JsonArray.of(Json.object("name", name, "amount", amount(price), "quantity", 2)),
            "subtotal", amount(price * 2),
            "tax", amount(price / 7),
            "shipping", amount(shipping));
    return Json.object(
        "reference_id",
        "order-" + price,
        "type",
        "digital-goods",
        "currency",
        currency,
        "total_amount",
        amount(price * 2 + price / 7 + shipping),
        "order",
        order);
  }

  private static JsonObject amount(long value) {
    return Json.object("value", value, "offset", OrderDetails.OFFSET);
  }

  private static Arbitrary<Message> orderStatus() {
    var payment =
        Combinators.combine(
                Arbitraries.of(OrderStatus.Paid.values()),
                Arbitraries.longs().between(0, 1L << 40).injectNull(0.3))
            .as(OrderStatus.Payment::new);
    return Combinators.combine(
            header().injectNull(0.5),
            body(),
            footer(),
            Arbitraries.of("order-7", "A.b_c"),
            Arbitraries.of(OrderStatus.Stage.values()),
            words(OrderStatus.DESCRIPTION_MAX_CHARS).injectNull(0.3),
            payment.injectNull(0.5))
        .as(OrderStatus::new);
  }

  private static Arbitrary<Message> voiceCall() {
    return Combinators.combine(
            header().injectNull(0.5),
            body(),
            footer(),
            words(VoiceCall.DISPLAY_TEXT_MAX_CHARS).injectNull(0.3),
            Arbitraries.integers()
                .between(VoiceCall.TTL_MINUTES_MIN, VoiceCall.TTL_MINUTES_MAX)
                .injectNull(0.3),
            words(VoiceCall.PAYLOAD_MAX_CHARS).injectNull(0.3))
        .as(VoiceCall::new);
  }

  private static Arbitrary<Message> mediaCarousel() {
    var link =
        words(CtaUrl.DISPLAY_TEXT_MAX_CHARS)
            .map(text -> (Action) new Action.Link(text, "https://olive.example/" + text.length()));
    var replies =
        words(Button.TITLE_MAX_CHARS)
            .list()
            .uniqueElements()
            .ofSize(2)
            .map(titles ->
                (Action)
                    new Action.QuickReplies(
                        titles.stream().map(title -> new Button("id " + title, title)).toList()));
    var action = Arbitraries.of(true, false).map(links -> links ? link : replies);
    return Combinators.combine(action, Arbitraries.of(Header.Kind.IMAGE, Header.Kind.VIDEO))
        .flatAs((offer, kind) -> Combinators.combine(body(), cards(offer, kind)).as(Carousel::new));
  }

  private static Arbitrary<List<Card>> cards(Arbitrary<Action> offer, Header.Kind kind) {
    var text = words(MediaCard.BODY_MAX_CHARS).map(words -> words.replace('\n', ' '));
    return Combinators.combine(source(), text.injectNull(0.3), offer)
        .as((source, body, action) ->
            (Card) new MediaCard(new Header.Media(kind, source, null), body, action))
        .list()
        .ofMinSize(Carousel.CARDS_MIN)
        .ofMaxSize(4);
  }

  private static Arbitrary<Message> productCarousel() {
    var cards =
        words(30)
            .map(product -> (Card) new ProductCard("300000000000001", product))
            .list()
            .ofMinSize(Carousel.CARDS_MIN)
            .ofMaxSize(Carousel.CARDS_MAX);
    return Combinators.combine(body(), cards).as(Carousel::new);
  }
}
