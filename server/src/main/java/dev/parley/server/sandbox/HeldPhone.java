package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.MessageContext;
import dev.parley.protocol.message.Message;
import java.util.Optional;
import java.util.function.Function;

/// A phone in its user's hand, with the chat with one number open: finds the messages that the user
/// means, and sends what the user says. The phone does one thing at a time.
final class HeldPhone {
  private final WaId user;
  private final PhoneNumber number;
  private final Accounts accounts;
  private final Store store;
  private final WamidMint mint;
  private final Handsets handsets;
  private final Outbox outbox;
  private final UnderWay underWay;
  private final Screen screen;

  HeldPhone(
      WaId user,
      PhoneNumber number,
      Accounts accounts,
      Store store,
      WamidMint mint,
      Handsets handsets,
      Outbox outbox,
      UnderWay underWay) {
    this.user = user;
    this.number = number;
    this.accounts = accounts;
    this.store = store;
    this.mint = mint;
    this.handsets = handsets;
    this.outbox = outbox;
    this.underWay = underWay;
    this.screen = new Screen(user, number, new ChatHistory(mint));
  }

  WaId user() {
    return user;
  }

  PhoneNumber number() {
    return number;
  }

  Screen screen() {
    return screen;
  }

  /// A message of the business that the user looks at.
  ///
  /// @param offer what it offers to do
  record Seen(Wamid id, Chat chat, StoredMessage message, Message said, Offer offer) {

    /// What it offers of this kind; empty where it offers nothing of it.
    <O extends Offer> Optional<O> offers(Class<O> kind) {
      return offer.all().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    UserOutcome doesNot(String what) {
      return UserOutcome.notOffered(
          "This message (%s) does not %s; it offers %s."
              .formatted(Offers.kindOf(said), what, offer().words()));
    }
  }

  interface OnSeen {
    UserOutcome act(Handset handset, Seen seen);
  }

  interface OnScreen {
    UserOutcome act(Chat chat, StoredMessage message);
  }

  UserOutcome with(Function<Handset, UserOutcome> act) {
    return handsets.oneAtATime(
        user,
        () ->
            handsets
                .find(user)
                .map(act)
                .orElseGet(() -> UserOutcome.unknown("There is no handset " + user + ".")));
  }

  /// With a message that may only just have been sent. The wait comes first: what brings the
  /// message to the phone needs the phone too.
  UserOutcome with(Wamid about, Function<Handset, UserOutcome> act) {
    underWay.await(about);
    return with(act);
  }

  UserOutcome onScreen(Wamid wamid, OnScreen act) {
    return switch (store.read(view -> screen.find(view, wamid))) {
      case Screen.Found.OnPhone(var chat, var message) -> act.act(chat, message);
      case Screen.Found.NotThere(var outcome) -> outcome;
    };
  }

  /// With a message of the business.
  UserOutcome onMessage(Wamid wamid, OnSeen act) {
    return with(
        wamid,
        handset ->
            onScreen(
                wamid,
                (chat, message) -> {
                  if (message.direction() == Direction.IN) {
                    return UserOutcome.notOffered(
                        "The message is the user's own; only a business's has something to answer.");
                  }
                  ChatHistory.Said said = store.read(view -> ChatHistory.said(view, message));
                  Offer offer = Offers.of(said.message(), said.shown());
                  return act.act(handset, new Seen(wamid, chat, message, said.message(), offer));
                }));
  }

  UserOutcome answer(Handset handset, Seen seen, InboundContent content) {
    var context = MessageContext.replyTo(number.waId().value(), seen.id());
    return say(handset, new InboundMessage(content, context));
  }

  UserOutcome say(Handset handset, InboundMessage message) {
    if (accounts.blockLists().holds(number, user)) {
      return UserOutcome.notOffered(
          "Number %s has blocked %s: nothing that %s writes arrives."
              .formatted(number.id(), user, handset.name()));
    }
    if (handset.online()) {
      return new UserOutcome.Sent(
          store.write(number.stream(), tx -> Inbound.receive(tx, mint, handset, message)));
    }
    if (store.read(view -> outbox.isFull(view, user, number))) {
      return UserOutcome.notOffered(
          "The handset is offline and %d messages wait on it already."
              .formatted(Outbox.QUEUED_MAX));
    }
    Wamid waiting = outbox.put(handset, number, message);
    handsets.changed();
    return new UserOutcome.Queued(waiting);
  }

  /// Takes a message back that waits on the phone.
  ///
  /// @return whether it did
  boolean takeBack(Wamid message) {
    boolean waited = outbox.take(user, number, message);
    if (waited) {
      handsets.changed();
    }
    return waited;
  }
}
