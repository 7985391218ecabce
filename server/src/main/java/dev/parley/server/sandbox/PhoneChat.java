package dev.parley.server.sandbox;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.MessageContext;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.Message;
import dev.parley.server.sandbox.Choices.Choice;
import dev.parley.server.sandbox.Choices.Goods;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// A chat as it lies open on a phone: what its user can do there.
public final class PhoneChat {
  private final WaId user;
  private final PhoneNumber number;
  private final Store store;
  private final WamidMint mint;
  private final InstantSource clock;
  private final SeededWorld world;
  private final Handsets handsets;
  private final Outbox outbox;
  private final UnderWay underWay;
  private final Screen screen;
  private final UserWords words;

  PhoneChat(
      WaId user,
      PhoneNumber number,
      Store store,
      WamidMint mint,
      InstantSource clock,
      SeededWorld world,
      Handsets handsets,
      Outbox outbox,
      UnderWay underWay) {
    this.user = user;
    this.number = number;
    this.store = store;
    this.mint = mint;
    this.clock = clock;
    this.world = world;
    this.handsets = handsets;
    this.outbox = outbox;
    this.underWay = underWay;
    this.screen = new Screen(user, number, new ChatHistory(mint));
    this.words = new UserWords(user, number, world, screen);
  }

  /// The user writes: a message object as in a webhook, without `from`, `id` and `timestamp`.
  public UserOutcome write(Json body) {
    return withPhone(handset ->
        switch (store.read(view -> words.read(view, body))) {
          case Reading.Wrong<InboundMessage>(var problems) -> UserOutcome.invalid(problems);
          case Reading.Ok<InboundMessage>(var message) ->
              message.content() instanceof InboundContent.Reaction(var target, var emoji)
                  ? reactTo(handset, target, emoji == null ? "" : emoji)
                  : say(handset, message);
        });
  }

  /// The user taps a row of a list, or a reply button: of any message on the phone, however often.
  public UserOutcome tap(Wamid message, String choiceId) {
    return withMessage(message, (handset, seen) -> tap(handset, seen, choiceId));
  }

  private UserOutcome tap(Handset handset, Seen seen, String choiceId) {
    List<Choice> choices = Choices.toTap(seen.said());
    for (Choice choice : choices) {
      if (choice.id().equals(choiceId)) {
        return answer(handset, seen, choice.answer());
      }
    }
    String shown =
        choices.isEmpty()
            ? "but this message (%s) shows nothing to tap".formatted(Choices.kindOf(seen.said()))
            : "this message shows " + Choices.list(choices);
    return UserOutcome.notOffered(
        Problem.badValue(
            Path.root().field("id"), "is %s, %s".formatted(Fields.quoted(choiceId), shown)));
  }

  /// The user answers a request for the location.
  public UserOutcome sendLocation(Wamid request, InboundContent.Location location) {
    return withMessage(
        request,
        (handset, seen) ->
            seen.said() instanceof LocationRequest
                ? answer(handset, seen, location)
                : doesNot(seen, "ask for a location"));
  }

  /// The user sends a cart that was filled from a message: `{"product_items":[…],"text"?}`.
  public UserOutcome order(Wamid message, Json body) {
    return withMessage(
        message,
        (handset, seen) -> {
          Goods goods = Choices.toBuy(seen.said());
          if (goods == null) {
            return doesNot(seen, "show products");
          }
          Catalog catalog = world.catalog(goods.catalogId()).orElseThrow();
          return switch (OrderCall.read(body, catalog, goods.retailerIds())) {
            case Reading.Ok<InboundContent.Order>(var order) -> answer(handset, seen, order);
            case Reading.Wrong<InboundContent.Order>(var problems) -> UserOutcome.invalid(problems);
          };
        });
  }

  /// The user opens the link of a message. The network tells nobody; the journal has it.
  public UserOutcome openLink(Wamid message) {
    return withMessage(
        message,
        (handset, seen) -> {
          if (!(seen.said() instanceof CtaUrl link)) {
            return doesNot(seen, "have a link to open");
          }
          var opened = new LinkOpened(seen.message().seq(), link.url());
          store.write(number.stream(), tx -> tx.append(seen.chat().id(), opened));
          return new UserOutcome.Done();
        });
  }

  /// The user puts an emoji on a message of the business; an empty one takes it away.
  public UserOutcome react(Wamid message, String emoji) {
    return withPhone(message, handset -> reactTo(handset, message, emoji));
  }

  private UserOutcome reactTo(Handset handset, Wamid message, String emoji) {
    return onScreen(
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
          return say(
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
    return withPhone(
        upTo,
        handset ->
            onScreen(
                upTo,
                (chat, message) -> {
                  store.write(
                      number.stream(),
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

  /// The user deletes a message from the phone. The business is not told.
  public UserOutcome delete(Wamid message) {
    return withPhone(
        message,
        handset -> {
          if (outbox.take(user, number, message)) {
            handsets.changed();
            return new UserOutcome.Done();
          }
          return onScreen(
              message,
              (chat, stored) -> {
                store.write(
                    number.stream(),
                    tx -> {
                      new Ledger(tx).delete(tx.message(chat.stream(), stored.seq()).orElseThrow());
                      return stored;
                    });
                return new UserOutcome.Done();
              });
        });
  }

  /// A message of the business that the user looks at.
  private record Seen(Wamid id, Chat chat, StoredMessage message, Message said) {}

  private interface OnSeen {
    UserOutcome act(Handset handset, Seen seen);
  }

  private interface OnScreen {
    UserOutcome act(Chat chat, StoredMessage message);
  }

  private UserOutcome withPhone(Function<Handset, UserOutcome> act) {
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
  private UserOutcome withPhone(Wamid about, Function<Handset, UserOutcome> act) {
    underWay.await(about);
    return withPhone(act);
  }

  private UserOutcome onScreen(Wamid wamid, OnScreen act) {
    return switch (store.read(view -> screen.find(view, wamid))) {
      case Screen.Found.OnPhone(var chat, var message) -> act.act(chat, message);
      case Screen.Found.NotThere(var outcome) -> outcome;
    };
  }

  private UserOutcome withMessage(Wamid wamid, OnSeen act) {
    return withPhone(
        wamid,
        handset ->
            onScreen(
                wamid,
                (chat, message) -> {
                  if (message.direction() == Direction.IN) {
                    return UserOutcome.notOffered(
                        "The message is the user's own; only a business's has something to answer.");
                  }
                  Message said = store.read(view -> said(view, message));
                  return act.act(handset, new Seen(wamid, chat, message, said));
                }));
  }

  private static Message said(View view, StoredMessage message) {
    return ChatHistory.sent(view, message).message();
  }

  private static UserOutcome doesNot(Seen seen, String what) {
    return UserOutcome.notOffered(
        "This message (%s) does not %s.".formatted(Choices.kindOf(seen.said()), what));
  }

  private UserOutcome answer(Handset handset, Seen seen, InboundContent content) {
    var context = MessageContext.replyTo(number.waId().value(), seen.id());
    return say(handset, new InboundMessage(content, context));
  }

  private UserOutcome say(Handset handset, InboundMessage message) {
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
}
