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
import dev.parley.chat.WamidMint;
import dev.parley.media.UsableMedia;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Template;
import dev.parley.server.sandbox.Addressees.Addressee;
import dev.parley.template.SentTemplates;
import dev.parley.template.Templates;
import java.util.Optional;

/// A WhatsApp network in the process: takes messages to handsets by the network's rules, and lets
/// their users answer. Nothing in it happens by chance.
public final class SandboxNetwork implements Carrier {
  private final Store store;
  private final Accounts accounts;
  private final SeededWorld world;
  private final Handsets handsets;
  private final Addressees addressees;
  private final Acquaintance acquaintance;
  private final RefusedAtOnce refusedAtOnce;
  private final RefusedAfterwards refusedAfterwards;
  private final UsableMedia files;
  private final LinkFetches links;
  private final WamidMint mint;
  private final ReactionRules reactions;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final UnderWay underWay;
  private final TypingIndicators typing;
  private final PacedTemplates paced;
  private final SandboxClock clock;

  private SandboxNetwork(
      Store store,
      Accounts accounts,
      SeededWorld world,
      WamidMint mint,
      SandboxClock clock,
      UnknownNumbers unknownNumbers,
      UsableMedia files,
      LinkFetches links) {
    this.store = store;
    this.accounts = accounts;
    this.world = world;
    this.clock = clock;
    this.files = files;
    this.links = links;
    handsets = Handsets.load(store, world.business());
    addressees = new Addressees(accounts, world.business().portfolio(), handsets, unknownNumbers);
    acquaintance = new Acquaintance(store, handsets);
    var sentFiles = new SentFiles(files);
    refusedAtOnce = new RefusedAtOnce(accounts, world, sentFiles);
    this.mint = mint;
    reactions = new ReactionRules(new ChatHistory(mint));
    refusedAfterwards = new RefusedAfterwards(accounts, reactions, sentFiles);
    arrivals = new Arrivals(store);
    underWay = new UnderWay(store, mint);
    outbox = new Outbox(store, mint);
    typing = new TypingIndicators(clock);
    paced = new PacedTemplates(store, accounts, world.templates(), handsets, this::bring);
  }

  /// The network of a planted world ({@link Seed#plant}).
  ///
  /// @param templates those that messages can be made of
  /// @param files those that messages can carry
  /// @param links how those come here that messages name by link
  public static SandboxNetwork open(
      Store store,
      Accounts accounts,
      WamidMint mint,
      SandboxClock clock,
      UnknownNumbers unknownNumbers,
      Templates templates,
      UsableMedia files,
      LinkFetches links) {
    Business business =
        accounts.businesses().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no seed was planted"));
    SeededWorld world = SeededWorld.load(store, business, templates);
    var network =
        new SandboxNetwork(store, accounts, world, mint, clock, unknownNumbers, files, links);
    // A phone may have come back just before a crash.
    network.handsets.all().forEach(network::goOnline);
    network.paced.resume();
    return network;
  }

  @Override
  public Optional<ApiError> refusesAtOnce(PhoneNumber from, SendMessage request) {
    return refusedAtOnce.check(from, request);
  }

  @Override
  public Optional<Identity> identify(PhoneNumber from, Recipient to) {
    return acquaintance.identify(to);
  }

  @Override
  public CarrierAnswer carry(Outgoing outgoing) {
    CarrierAnswer answer = bring(outgoing);
    paced.carried(outgoing);
    return answer;
  }

  private CarrierAnswer bring(Outgoing outgoing) {
    WaId to = acquaintance.userOf(outgoing.chat()).orElse(null);
    if (to == null) {
      return new CarrierAnswer.Refused(
          FailureWords.undeliverable("the handset of " + outgoing.chat().address() + " is gone"));
    }
    // Nothing is fetched for nobody.
    LinkFetches.State files =
        addressees.of(to) instanceof Addressee.Nobody
            ? LinkFetches.State.Settled.NOTHING
            : links.of(outgoing);
    return switch (files) {
      case LinkFetches.State.UnderWay(var then) -> new CarrierAnswer.Awaiting(then);
      case LinkFetches.State.Settled settled -> carry(outgoing, to, settled);
    };
  }

  /// @param linked what became of its linked files
  private CarrierAnswer carry(Outgoing outgoing, WaId to, LinkFetches.State.Settled linked) {
    return handsets.oneAtATime(
        to,
        () -> {
          Addressee addressee =
              switch (addressees.of(to)) {
                case Addressee.NewPhone(var handset) -> new Addressee.Phone(add(handset));
                case Addressee other -> other;
              };
          boolean typed =
              store.write(
                  outgoing.from().stream(),
                  tx -> {
                    // A crash after the last attempt's commit: the message is where it should be.
                    StoredMessage message =
                        tx.message(outgoing.from().stream(), outgoing.message().seq())
                            .orElseThrow();
                    return message.progress() != Progress.ACCEPTED
                        || carry(tx, message, outgoing.request(), addressee, linked);
                  });
          if (typed) {
            typing.end(outgoing.from(), to);
          } else {
            paced.held();
          }
          return new CarrierAnswer.Taken();
        });
  }

  /// @return false when it is held back
  private boolean carry(
      Tx tx,
      StoredMessage message,
      SendMessage request,
      Addressee addressee,
      LinkFetches.State.Settled linked) {
    return switch (paced.of(tx, message, request.message())) {
      case KEPT -> false;
      case DROPPED -> {
        fail(tx, message, request, PacedTemplates.PAUSED);
        yield true;
      }
      case GOES -> {
        bring(tx, message, request, addressee, linked);
        yield true;
      }
    };
  }

  private void bring(
      Tx tx,
      StoredMessage message,
      SendMessage request,
      Addressee addressee,
      LinkFetches.State.Settled linked) {
    switch (addressee) {
      case Addressee.Nobody(var failure) -> fail(tx, message, request, failure);
      case Addressee.NewPhone(var handset) -> carry(tx, message, request, handset, linked);
      case Addressee.Phone(var handset) -> carry(tx, message, request, handset, linked);
    }
  }

  private void carry(
      Tx tx,
      StoredMessage message,
      SendMessage request,
      Handset handset,
      LinkFetches.State.Settled linked) {
    Chat chat = introduce(tx, message, handset);
    Failure failure =
        refusedAfterwards.check(tx, chat, message, request.message(), handset, linked.failure());
    if (failure == null) {
      LinkedCopies.keep(tx, message, linked.files());
      take(tx, chat, message, request, handset);
    } else {
      fail(tx, message, request, failure);
    }
  }

  /// The chat, with what the network knows of the user.
  private static Chat introduce(Tx tx, StoredMessage message, Handset handset) {
    Chat chat = tx.chat(message.stream(), message.chat()).orElseThrow();
    if (handset.userId().equals(chat.user().userId()) && chat.profileName() != null) {
      return chat;
    }
    Chat opened = tx.openChat(Acquaintance.shown(tx, handset));
    if (opened.profileName() != null) {
      return opened;
    }
    Chat named = opened.withProfileName(handset.name());
    tx.save(named);
    return named;
  }

  private void take(Tx tx, Chat chat, StoredMessage message, SendMessage request, Handset handset) {
    String callbackData = request.callbackData();
    Pricing pricing = Prices.of(tx, chat, handset.waId(), message, request.message());
    StoredMessage sent =
        new Ledger(tx).report(message, StatusReport.of(Progress.SENT, callbackData, pricing));
    if (request.message() instanceof Reaction reaction) {
      if (reactions.target(tx, chat, reaction.messageId(), message.at())
          instanceof ReactionRules.Target.Found(var target)) {
        String emoji = reaction.emoji();
        tx.react(chat.id(), target.seq(), Direction.OUT, emoji == null ? "" : emoji);
      }
      return;
    }
    if (request.message() instanceof OrderDetails bill) {
      Bills.add(tx, handset.waId(), message.seq(), bill.referenceId());
    }
    if (request.message() instanceof Template template) {
      TemplateBills.of(template)
          .forEach(bill -> Bills.add(tx, handset.waId(), message.seq(), bill.referenceId()));
    }
    if (handset.online()) {
      Arrivals.deliver(tx, handset, sent, callbackData, pricing);
    } else {
      Arrivals.noteLate(tx, handset, sent);
    }
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
          .flatMap(acquaintance::userOf)
          .ifPresent(user -> typing.start(number, user));
    }
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
      paced.arrived();
    }
  }

  /// Throws a phone away, with what was not sent from it. Its chats stay in the journal.
  void remove(Handset handset) {
    accounts.numbers().forEach(number -> outbox.clear(handset, number));
    handsets.remove(handset);
    paced.arrived();
  }

  /// A phone taken in hand, with the chat with a number open. It need not be there.
  HeldPhone hold(WaId user, PhoneNumber number) {
    return new HeldPhone(user, number, accounts, store, mint, handsets, outbox, underWay);
  }

  /// What its user can do in the chat.
  PhoneChat chat(HeldPhone phone) {
    return new PhoneChat(phone, store, clock, new UserWords(phone, world, files));
  }

  /// What its user can answer.
  PhoneAnswers answers(HeldPhone phone) {
    return new PhoneAnswers(phone, store, clock, world);
  }

  public ChatView view(WaId user, PhoneNumber number) {
    return new ChatView(user, number, store, mint, clock, outbox, typing);
  }

  /// A phone that nobody has set up yet.
  Handset fresh(WaId waId) {
    return addressees.fresh(waId);
  }

  boolean isBusinessNumber(WaId waId) {
    return addressees.isBusinessNumber(waId);
  }

  public Handsets handsets() {
    return handsets;
  }

  public TypingIndicators typing() {
    return typing;
  }

  /// What it still has of messages made from templates.
  public SentTemplates sentTemplates() {
    return paced;
  }

  public SeededWorld world() {
    return world;
  }
}
