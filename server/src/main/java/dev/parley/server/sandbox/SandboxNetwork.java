package dev.parley.server.sandbox;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.carrier.Carrier;
import dev.parley.carrier.CarrierAnswer;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Template;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A WhatsApp network in the process: takes messages to handsets by the network's rules, and lets
/// their users answer. Nothing in it happens by chance.
public final class SandboxNetwork implements Carrier {
  private final Store store;
  private final Accounts accounts;
  private final UnknownNumbers unknownNumbers;
  private final SeededWorld world;
  private final Handsets handsets;
  private final RefusedAtOnce refusedAtOnce;
  private final WamidMint mint;
  private final ReactionRules reactionRules;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final UnderWay underWay;
  private final TypingIndicators typing;
  private final SandboxClock clock;

  private SandboxNetwork(
      Store store,
      Accounts accounts,
      SeededWorld world,
      WamidMint mint,
      SandboxClock clock,
      UnknownNumbers unknownNumbers) {
    this.store = store;
    this.accounts = accounts;
    this.unknownNumbers = unknownNumbers;
    this.world = world;
    this.clock = clock;
    handsets = Handsets.load(store, world.business());
    refusedAtOnce = new RefusedAtOnce(world);
    this.mint = mint;
    reactionRules = new ReactionRules(new ChatHistory(mint));
    arrivals = new Arrivals(store);
    underWay = new UnderWay(store, mint);
    outbox = new Outbox(store, mint);
    typing = new TypingIndicators(clock);
  }

  /// The network of a planted world ({@link Seed#plant}).
  public static SandboxNetwork open(
      Store store,
      Accounts accounts,
      WamidMint mint,
      SandboxClock clock,
      UnknownNumbers unknownNumbers) {
    Business business =
        accounts.businesses().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no seed was planted"));
    SeededWorld world = SeededWorld.load(store, business);
    var network = new SandboxNetwork(store, accounts, world, mint, clock, unknownNumbers);
    // A phone may have come back just before a crash.
    network.handsets.all().forEach(network::goOnline);
    return network;
  }

  @Override
  public Optional<ApiError> refusesAtOnce(PhoneNumber from, SendMessage request) {
    return refusedAtOnce.check(from, request);
  }

  @Override
  public CarrierAnswer carry(Outgoing outgoing) {
    WaId to = user(outgoing.chat());
    return handsets.oneAtATime(
        to,
        () -> {
          Reception reception = reception(to);
          store.write(
              outgoing.from().stream(),
              tx -> {
                // A crash after the last attempt's commit: the message is where it should be.
                StoredMessage message =
                    tx.message(outgoing.from().stream(), outgoing.message().seq()).orElseThrow();
                if (message.progress() == Progress.ACCEPTED) {
                  carry(tx, message, outgoing.request(), reception);
                }
                return message;
              });
          typing.end(outgoing.from(), to);
          return new CarrierAnswer.Taken();
        });
  }

  private void carry(Tx tx, StoredMessage message, SendMessage request, Reception reception) {
    switch (reception) {
      case Reception.Nobody(var failure) -> fail(tx, message, request, failure);
      case Reception.By(var handset) -> {
        Chat chat = introduce(tx, message, handset);
        Failure failure = refusal(tx, chat, message, request, handset);
        if (failure == null) {
          take(tx, chat, message, request, handset);
        } else {
          fail(tx, message, request, failure);
        }
      }
    }
  }

  /// Who takes messages for a phone number.
  private sealed interface Reception {
    record By(Handset handset) implements Reception {}

    record Nobody(Failure failure) implements Reception {}
  }

  private Reception reception(WaId to) {
    ErrorCode magic = MagicRecipients.of(to).orElse(null);
    if (magic != null) {
      return new Reception.Nobody(FailureWords.magic(magic, to.value()));
    }
    Handset known = handsets.find(to).orElse(null);
    if (known != null) {
      return new Reception.By(known);
    }
    String unwelcome = whyNoHandset(to);
    if (unwelcome != null) {
      return new Reception.Nobody(FailureWords.undeliverable(unwelcome));
    }
    return new Reception.By(add(fresh(to)));
  }

  /// A phone that nobody has set up yet.
  Handset fresh(WaId waId) {
    String digits = waId.value();
    String name = "User " + digits.substring(Math.max(0, digits.length() - 4));
    return Handset.fresh(waId, UserIds.of(world.business().portfolio(), waId), name)
        .withPlaces(FirstWorld.places());
  }

  private @Nullable String whyNoHandset(WaId to) {
    if (isBusinessNumber(to)) {
      return to + " is a business's number";
    }
    if (handsets.isFull()) {
      return "there are %d handsets, more there can't be".formatted(Handsets.HANDSETS_MAX);
    }
    return switch (unknownNumbers) {
      case BECOME_HANDSETS -> null;
      case ARE_UNDELIVERABLE -> "there is no handset " + to;
    };
  }

  boolean isBusinessNumber(WaId waId) {
    return accounts.numbers().stream().anyMatch(number -> number.waId().equals(waId));
  }

  /// The chat, with what the network knows of the user.
  private static Chat introduce(Tx tx, StoredMessage message, Handset handset) {
    Chat chat = tx.chat(message.stream(), message.chat()).orElseThrow();
    if (handset.userId().equals(chat.user().userId()) && chat.profileName() != null) {
      return chat;
    }
    Chat opened = tx.openChat(handset.identity());
    if (opened.profileName() != null) {
      return opened;
    }
    var named =
        new Chat(
            opened.stream(),
            opened.id(),
            opened.user(),
            handset.name(),
            opened.lastInboundAt(),
            opened.lastMessage(),
            opened.readByUser(),
            opened.readByBusiness());
    tx.save(named);
    return named;
  }

  /// Why the network takes this message nowhere; null when it does. The window is that of the time
  /// when the message was accepted.
  private @Nullable Failure refusal(
      Tx tx, Chat chat, StoredMessage message, SendMessage request, Handset handset) {
    String number = accounts.numberOf(message.stream()).orElseThrow().id();
    if (handset.blocked().contains(number)) {
      return FailureWords.undeliverable(handset.name() + " has blocked number " + number);
    }
    if (message.kind() != Kind.TEMPLATE && !chat.window().isOpen(message.at())) {
      return FailureWords.windowClosed();
    }
    if (request.message() instanceof Reaction reaction
        && target(tx, chat, reaction, message.at())
            instanceof ReactionRules.Target.Wrong(var because)) {
      return FailureWords.badReaction(because);
    }
    return null;
  }

  private ReactionRules.Target target(Tx tx, Chat chat, Reaction reaction, Instant now) {
    return reactionRules.target(tx, chat, reaction.messageId(), now);
  }

  private void take(Tx tx, Chat chat, StoredMessage message, SendMessage request, Handset handset) {
    String callbackData = request.callbackData();
    Pricing pricing = pricing(chat, message, request);
    StoredMessage sent =
        new Ledger(tx).report(message, StatusReport.of(Progress.SENT, callbackData, pricing));
    if (request.message() instanceof Reaction reaction) {
      if (target(tx, chat, reaction, message.at())
          instanceof ReactionRules.Target.Found(var target)) {
        String emoji = reaction.emoji();
        tx.react(chat.id(), target.seq(), Direction.OUT, emoji == null ? "" : emoji);
      }
    } else if (handset.online()) {
      Arrivals.deliver(tx, handset, sent, callbackData, pricing);
    }
  }

  /// Source: messages.md §18, Pricing.
  private Pricing pricing(Chat chat, StoredMessage message, SendMessage request) {
    if (!(request.message() instanceof Template template)) {
      return Pricing.freeService();
    }
    String category =
        world
            .template(template.name(), template.language())
            .map(SandboxTemplate::category)
            .orElse("utility");
    boolean free = category.equals("utility") && chat.window().isOpen(message.at());
    return free ? Pricing.freeUtility() : Pricing.regular(category);
  }

  private static void fail(Tx tx, StoredMessage message, SendMessage request, Failure failure) {
    new Ledger(tx).report(message, StatusReport.failed(failure, request.callbackData()));
  }

  @Override
  public void showRead(PhoneNumber number, long messageSeq, boolean typed) {
    if (typed) {
      store
          .read(view ->
              view.message(number.stream(), messageSeq)
                  .flatMap(message -> view.chat(message.stream(), message.chat())))
          .ifPresent(chat -> typing.start(number, user(chat)));
    }
  }

  private static WaId user(Chat chat) {
    // The hub refuses recipients that are known by user id alone.
    return Objects.requireNonNull(chat.user().waId(), "a user without a phone number");
  }

  /// Adds a phone. Messages that were sent to an earlier one of this number arrive on it.
  Handset add(Handset handset) {
    handsets.save(handset);
    goOnline(handset);
    return handset;
  }

  /// Changes a phone, whose id stays. If it comes back, what waited on both sides goes out.
  void change(Handset before, Handset changed) {
    handsets.save(changed);
    if (changed.online() && !before.online()) {
      goOnline(changed);
    }
  }

  private void goOnline(Handset handset) {
    if (handset.online()) {
      for (PhoneNumber number : accounts.numbers()) {
        // What was read before comes before what arrives, and may be read, only now.
        outbox.send(handset, number);
        arrivals.catchUp(handset, number);
      }
    }
  }

  /// Throws a phone away, with what was not sent from it. Its chats stay in the journal.
  void remove(Handset handset) {
    accounts.numbers().forEach(number -> outbox.clear(handset, number));
    handsets.remove(handset);
  }

  /// A chat as it lies open on a phone: what its user can do. The phone need not be there.
  public PhoneChat chat(WaId user, PhoneNumber number) {
    return new PhoneChat(user, number, store, mint, clock, world, handsets, outbox, underWay);
  }

  public ChatView view(WaId user, PhoneNumber number) {
    return new ChatView(user, number, store, mint, clock, world, outbox, typing);
  }

  public Handsets handsets() {
    return handsets;
  }

  public TypingIndicators typing() {
    return typing;
  }

  public SeededWorld world() {
    return world;
  }
}
