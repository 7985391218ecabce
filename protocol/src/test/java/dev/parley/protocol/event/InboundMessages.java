package dev.parley.protocol.event;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.event.MessageContext.ReferredProduct;
import dev.parley.protocol.message.Messages;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Users' messages of every kind, with every part present or absent.
final class InboundMessages {
  private InboundMessages() {}

  static Arbitrary<InboundMessage> any() {
    return Combinators.combine(content(), context().injectNull(0.4)).as(InboundMessage::new);
  }

  private static Arbitrary<String> words() {
    return Messages.words(24);
  }

  private static Arbitrary<InboundContent> content() {
    var id = new Wamid("wamid.SGVsbG8=");
    return Arbitraries.oneOf(
        words().map(InboundContent.Text::new),
        Combinators.combine(words(), words(), words().injectNull(0.4))
            .as(InboundContent.ListReply::new),
        Combinators.combine(words(), words()).as(InboundContent.ButtonReply::new),
        Combinators.combine(words(), words()).as(InboundContent.TemplateButton::new),
        location(),
        Arbitraries.of("👍", "🇩🇪")
            .injectNull(0.3)
            .map(emoji -> new InboundContent.Reaction(id, emoji)),
        order(),
        Messages.cards().map(InboundContent.Contacts::new));
  }

  private static Arbitrary<InboundContent> location() {
    var maybe = words().injectNull(0.4);
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90).ofScale(6),
            Arbitraries.doubles().between(-180, 180).ofScale(6),
            maybe,
            maybe,
            maybe)
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

  private static Arbitrary<MessageContext> context() {
    return Combinators.combine(
            Arbitraries.of("15550100001").injectNull(0.3),
            Arbitraries.of(new Wamid("wamid.SGVsbG8=")).injectNull(0.3),
            Arbitraries.of(Forwarded.values()),
            Arbitraries.of(new ReferredProduct("300000000000001", "sku-02")).injectNull(0.5))
        .as(MessageContext::new)
        .filter(context -> !context.equals(new MessageContext(null, null, Forwarded.NOT, null)));
  }
}
