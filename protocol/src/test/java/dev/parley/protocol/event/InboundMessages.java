package dev.parley.protocol.event;

import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent.CallPermissionReply;
import dev.parley.protocol.event.InboundContent.SystemNote;
import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.event.MessageContext.ReferredProduct;
import dev.parley.protocol.message.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Users' messages of every kind, with every part present or absent.
final class InboundMessages {
  private static final Wamid ID = new Wamid("wamid.SGVsbG8=");

  private InboundMessages() {}

  static Arbitrary<InboundMessage> any() {
    return Combinators.combine(content(), context().injectNull(0.4), referral().injectNull(0.7))
        .as(InboundMessage::new);
  }

  private static Arbitrary<String> words() {
    return Messages.words(24);
  }

  private static Arbitrary<@Nullable String> maybe() {
    return words().injectNull(0.4);
  }

  private static Arbitrary<Boolean> either() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<InboundContent> content() {
    return Arbitraries.oneOf(
        editable(),
        Combinators.combine(file(), either()).as(InboundContent.Audio::new),
        Combinators.combine(file(), either()).as(InboundContent.Sticker::new),
        Combinators.combine(words(), words(), maybe()).as(InboundContent.ListReply::new),
        Combinators.combine(words(), words()).as(InboundContent.ButtonReply::new),
        Combinators.combine(words(), words()).as(InboundContent.TemplateButton::new),
        Combinators.combine(words(), words(), Arbitraries.of("{}", "{\"a\":[1,\"é\"]}"))
            .as(InboundContent.FormReply::new),
        callPermission(),
        location(),
        Arbitraries.of("👍", "🇩🇪")
            .injectNull(0.3)
            .map(emoji -> new InboundContent.Reaction(ID, emoji)),
        order(),
        contacts(),
        system(),
        Arbitraries.of("poll_creation", "edit")
            .flatMap(kind ->
                Arbitraries.of(InboundContent.Unsupported.Cause.values())
                    .map(cause -> new InboundContent.Unsupported(kind, cause))),
        Arbitraries.just(new InboundContent.RequestWelcome()),
        Combinators.combine(editable(), context().injectNull(0.5))
            .as((content, context) ->
                new InboundContent.Edit(ID, new InboundMessage(content, context))),
        Arbitraries.just(new InboundContent.Revoke(ID)));
  }

  private static Arbitrary<InboundContent> editable() {
    return Arbitraries.oneOf(
        words().map(InboundContent.Text::new),
        Combinators.combine(file(), maybe()).as(InboundContent.Image::new),
        Combinators.combine(file(), maybe()).as(InboundContent.Video::new),
        Combinators.combine(file(), words(), maybe()).as(InboundContent.Document::new));
  }

  private static Arbitrary<InboundFile> file() {
    return Combinators.combine(
            Arbitraries.of("600000000000001", "1"),
            Arbitraries.of("image/jpeg", "audio/ogg; codecs=opus"),
            Arbitraries.just("SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI="),
            Arbitraries.of("https://lookaside.example/whatsapp?mid=6").injectNull(0.5))
        .as(InboundFile::new);
  }

  private static Arbitrary<InboundContent> callPermission() {
    var until = Instant.ofEpochSecond(1_790_604_800L);
    return Arbitraries.of(
        new CallPermissionReply(true, until, CallPermissionReply.USER_ACTION, false),
        new CallPermissionReply(true, null, CallPermissionReply.USER_ACTION, true),
        new CallPermissionReply(true, null, CallPermissionReply.AUTOMATIC, false),
        new CallPermissionReply(false, null, CallPermissionReply.AUTOMATIC, false));
  }

  private static Arbitrary<InboundContent> location() {
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90).ofScale(6),
            Arbitraries.doubles().between(-180, 180).ofScale(6),
            maybe(),
            maybe(),
            maybe())
        .as(InboundContent.Location::new);
  }

  private static Arbitrary<InboundContent> order() {
    var item =
        Combinators.combine(
                words(),
                Arbitraries.integers().between(1, InboundContent.Order.Item.QUANTITY_MAX),
                Arbitraries.of(
                    new BigDecimal("12.50"), new BigDecimal("0"), new BigDecimal("1E+3")),
                Arbitraries.of("USD", "EUR"))
            .as(InboundContent.Order.Item::new);
    return Combinators.combine(
            words(),
            Arbitraries.oneOf(words(), Arbitraries.just("")),
            item.list().ofMinSize(1).ofMaxSize(5))
        .as(InboundContent.Order::new);
  }

  private static Arbitrary<InboundContent> contacts() {
    return Combinators.combine(
            Messages.cards(),
            Arbitraries.of(SharedContact.Origin.values()).injectNull(0.4),
            maybe())
        .as((cards, origin, vcard) ->
            new InboundContent.Contacts(
                cards.stream().map(card -> new SharedContact(card, origin, vcard)).toList()));
  }

  private static Arbitrary<InboundContent> system() {
    var phone = new WaId("4915550001");
    var user = new UserId("DE.ada2");
    return words()
        .flatMap(body ->
            Arbitraries.of(
                new SystemNote(SystemNote.Kind.USER_CHANGED_NUMBER, body, phone, user, null),
                new SystemNote(SystemNote.Kind.USER_CHANGED_NUMBER, body, phone, null, null),
                new SystemNote(SystemNote.Kind.USER_CHANGED_USER_ID, body, null, user, null),
                new SystemNote(
                    SystemNote.Kind.CUSTOMER_IDENTITY_CHANGED, body, null, null, "a1b2=")));
  }

  private static Arbitrary<MessageContext> context() {
    return Combinators.combine(
            Arbitraries.of("15550100001").injectNull(0.3),
            Arbitraries.of(ID).injectNull(0.3),
            Arbitraries.of(Forwarded.values()),
            Arbitraries.of(new ReferredProduct("300000000000001", "sku-02")).injectNull(0.5))
        .as(MessageContext::new)
        .filter(context -> !context.equals(new MessageContext(null, null, Forwarded.NOT, null)));
  }

  private static Arbitrary<Referral> referral() {
    var media =
        Arbitraries.of(
            new Referral.Media.Image("https://ads.example/olive.jpg"),
            new Referral.Media.Video("https://ads.example/olive.mp4", null),
            new Referral.Media.Video(
                "https://ads.example/olive.mp4", "https://ads.example/olive.jpg"));
    return Combinators.combine(
            Arbitraries.of(Referral.SourceType.values()),
            Arbitraries.just("https://fb.me/olive"),
            Arbitraries.just("120226305854810726"),
            maybe(),
            maybe(),
            media.injectNull(0.3),
            maybe(),
            maybe())
        .as(Referral::new);
  }
}
