package dev.parley.server.sandbox;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Reading;
import java.time.InstantSource;

/// A chat as it lies open on a phone: what its user can do there with any message. What single
/// messages offer is in {@link PhoneAnswers}.
public final class PhoneChat {
  private final HeldPhone phone;
  private final Store store;
  private final InstantSource clock;
  private final UserWords words;

  PhoneChat(HeldPhone phone, Store store, InstantSource clock, UserWords words) {
    this.phone = phone;
    this.store = store;
    this.clock = clock;
    this.words = words;
  }

  private PhoneNumber number() {
    return phone.number();
  }

  /// The user writes: a message object as in a webhook, without `from`, `id` and `timestamp`.
  public UserOutcome write(Json body) {
    return phone.with(handset ->
        switch (store.read(view -> words.read(view, body))) {
          case Reading.Wrong<InboundMessage>(var problems) -> UserOutcome.invalid(problems);
          case Reading.Ok<InboundMessage>(var message) ->
              message.content() instanceof InboundContent.Reaction(var target, var emoji)
                  ? reactTo(handset, target, emoji == null ? "" : emoji)
                  : phone.say(handset, message);
        });
  }

  /// The user puts an emoji on a message of the business; an empty one takes it away.
  public UserOutcome react(Wamid message, String emoji) {
    return phone.with(message, handset -> reactTo(handset, message, emoji));
  }

  private UserOutcome reactTo(Handset handset, Wamid message, String emoji) {
    return phone.onScreen(
        message,
        (chat, target) -> {
          if (target.direction() == Direction.IN) {
            return UserOutcome.notOffered(
                "The network tells a business of reactions to its own messages only.");
          }
          if (ReactionRules.isTooOld(target, clock.instant())) {
            return UserOutcome.notOffered(
                "The message is of %s, older than %d days."
                    .formatted(
                        WireTime.millis(target.at()), ReactionRules.TARGET_AGE_MAX.toDays()));
          }
          if (emoji.isEmpty() && handset.online() && !hasReaction(chat, target)) {
            return UserOutcome.notOffered("The user has no reaction on this message.");
          }
          return phone.say(
              handset,
              InboundMessage.of(
                  new InboundContent.Reaction(message, emoji.isEmpty() ? null : emoji)));
        });
  }

  private boolean hasReaction(Chat chat, StoredMessage target) {
    return store.read(view -> view.reactions(chat.stream(), chat.id())).stream()
        .anyMatch(each -> each.target() == target.seq() && each.by() == Direction.IN);
  }

  /// The user has read this message and all before it.
  public UserOutcome read(Wamid upTo) {
    return phone.with(
        upTo,
        handset ->
            phone.onScreen(
                upTo,
                (chat, message) -> {
                  store.write(
                      number().stream(),
                      tx -> {
                        read(tx, handset, tx.chat(chat.stream(), chat.id()).orElseThrow(), message);
                        return message;
                      });
                  return new UserOutcome.Done();
                }));
  }

  private static void read(Tx tx, Handset handset, Chat chat, StoredMessage upTo) {
    long before = chat.readByUser();
    if (upTo.seq() <= before) {
      return;
    }
    tx.save(chat.withReadByUser(upTo.seq()));
    if (!handset.readReceipts()) {
      return;
    }
    if (handset.online()) {
      Arrivals.reportRead(tx, chat, before, upTo.seq());
    } else {
      Outbox.putRead(tx, handset, before, upTo.seq());
    }
  }

  /// The user listens to a voice note, and has read all up to it then. That it was played is told
  /// where receipts are off too: the app has no switch for voice notes.
  public UserOutcome play(Wamid voiceNote) {
    return phone.onMessage(
        voiceNote,
        (handset, seen) -> {
          if (!(seen.offer() instanceof Offer.VoiceNote)) {
            return seen.doesNot("hold a voice note");
          }
          store.write(
              number().stream(),
              tx -> {
                Chat chat = tx.chat(seen.chat().stream(), seen.chat().id()).orElseThrow();
                read(tx, handset, chat, seen.message());
                if (handset.online()) {
                  Arrivals.reportPlayed(tx, seen.message().seq());
                } else {
                  Outbox.putPlayed(tx, handset, seen.message().seq());
                }
                return seen.message();
              });
          return new UserOutcome.Done();
        });
  }

  /// The user deletes a message from the phone. The business is not told.
  public UserOutcome delete(Wamid message) {
    return phone.with(
        message,
        handset ->
            phone.takeBack(message)
                ? new UserOutcome.Done()
                : phone.onScreen(
                    message,
                    (chat, stored) -> {
                      store.write(
                          number().stream(),
                          tx -> {
                            new Ledger(tx)
                                .delete(tx.message(chat.stream(), stored.seq()).orElseThrow());
                            return stored;
                          });
                      return new UserOutcome.Done();
                    }));
  }
}
