package dev.parley.server.sandbox;

import dev.parley.Dispatcher;
import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.carrier.CarrierAnswer;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.Template;
import dev.parley.template.SentTemplates;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Messages that were accepted to be held while their template is paced. A held one lies aside, as
/// a document on its number's stream, so that it is in nobody's way and is found after a restart.
/// That it was held stands in its own event; whether it still is, only the template knows. Source:
/// reference, template-kinds.md §9, template pacing.
final class PacedTemplates implements SentTemplates {
  /// Why what was held fails when users thought ill of the rest.
  static final Failure PAUSED =
      FailureWords.of(
          ErrorCode.TEMPLATE_PAUSED, "the template was paused before the message was carried");

  private static final int EVENTS_PER_READ = 500;

  /// What becomes of a message now.
  enum Turn {
    GOES,
    KEPT,
    DROPPED
  }

  private final Store store;
  private final Accounts accounts;
  private final Templates templates;
  private final Handsets handsets;
  private final Function<Outgoing, CarrierAnswer> carry;

  /// @param carry brings a message to its phone
  PacedTemplates(
      Store store,
      Accounts accounts,
      Templates templates,
      Handsets handsets,
      Function<Outgoing, CarrierAnswer> carry) {
    this.store = store;
    this.accounts = accounts;
    this.templates = templates;
    this.handsets = handsets;
    this.carry = carry;
    templates.onGone(this::forget);
  }

  static boolean wasHeld(View view, StoredMessage message) {
    return message.kind() == Kind.TEMPLATE
        && view.event(message.stream(), message.seq())
            .filter(event -> event.body() instanceof MessageAccepted accepted && accepted.held())
            .isPresent();
  }

  /// Within the transaction that would carry it.
  Turn of(Tx tx, StoredMessage stored, Message message) {
    StoredTemplate template = wasHeld(tx, stored) ? templateOf(stored, message).orElse(null) : null;
    if (template == null) {
      return Turn.GOES;
    }
    String key = Arrivals.key(stored.seq());
    return switch (template.life().pacing()) {
      case HOLDING -> {
        tx.putDocument(kind(template), key, JsonObject.empty());
        yield Turn.KEPT;
      }
      case NONE -> {
        tx.dropDocument(kind(template), key);
        yield Turn.GOES;
      }
      case DROPPED -> {
        tx.dropDocument(kind(template), key);
        yield Turn.DROPPED;
      }
    };
  }

  private Optional<StoredTemplate> templateOf(StoredMessage stored, Message message) {
    return message instanceof Template(var name, var language, var components)
        ? accounts
            .numberOf(stored.stream())
            .flatMap(number -> templates.find(number.business(), name, language))
        : Optional.empty();
  }

  /// A message was held.
  void held() {
    templates.tellChange();
  }

  @Override
  public int held(StoredTemplate template) {
    return numbersOf(template).stream()
        .mapToInt(number -> store.read(view -> held(view, template, number)).size())
        .sum();
  }

  private static List<Long> held(View view, StoredTemplate template, PhoneNumber number) {
    var seqs = new TreeSet<Long>();
    for (String key : view.documents(number.stream(), kind(template)).keySet()) {
      seqs.add(Arrivals.seq(key));
    }
    return List.copyOf(seqs);
  }

  @Override
  public void letGo(StoredTemplate template) {
    for (PhoneNumber number : numbersOf(template)) {
      for (long seq : store.read(view -> held(view, template, number))) {
        letGo(template, store.read(view -> outgoing(view, number, seq)));
        templates.tellChange();
      }
    }
    arrived();
  }

  private void letGo(StoredTemplate template, Outgoing outgoing) {
    switch (carry.apply(outgoing)) {
      case CarrierAnswer.Taken _ -> {}
      case CarrierAnswer.Refused(var failure) ->
          store.write(
              outgoing.from().stream(),
              tx -> {
                StoredMessage message =
                    tx.message(tx.stream(), outgoing.message().seq()).orElseThrow();
                tx.dropDocument(kind(template), Arrivals.key(message.seq()));
                return new Ledger(tx)
                    .report(
                        message, StatusReport.failed(failure, outgoing.request().callbackData()));
              });
      case CarrierAnswer.Awaiting(var then) -> {
        if (waited(then)) {
          letGo(template, outgoing);
        }
      }
      case CarrierAnswer.Deferred _ ->
          throw new IllegalStateException("the sandbox puts no message off");
    }
  }

  /// Those behind it wait too: they go out in order.
  ///
  /// @return false when the server ends meanwhile; its next start takes the message up
  private static boolean waited(Consumer<Runnable> then) {
    var ready = new CountDownLatch(1);
    then.accept(ready::countDown);
    try {
      ready.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Outgoing outgoing(View view, PhoneNumber number, long seq) {
    StoredMessage message = view.message(number.stream(), seq).orElseThrow();
    return new Outgoing(
        number,
        view.chat(number.stream(), message.chat()).orElseThrow(),
        message,
        ChatHistory.sent(view, message));
  }

  /// After a restart: what a crash left half done.
  void resume() {
    for (PhoneNumber number : accounts.numbers()) {
      templates.of(number.business()).stream()
          .filter(template -> !template.holds() && held(template) > 0)
          .forEach(this::letGo);
    }
    arrived();
  }

  @Override
  public boolean underWay(StoredTemplate template) {
    return numbersOf(template).stream()
        .anyMatch(number -> store.read(view -> isUnderWay(view, template, number)));
  }

  /// Held, not carried yet, or on the way to a phone that is offline. Bounded by what waits, not by
  /// what was ever sent.
  private boolean isUnderWay(View view, StoredTemplate template, PhoneNumber number) {
    return !view.documents(number.stream(), kind(template)).isEmpty()
        || isQueued(view, template, number)
        || handsets.all().stream()
            .filter(handset -> !handset.online())
            .flatMap(handset -> Arrivals.waiting(view, handset, number).stream())
            .map(seq -> view.event(number.stream(), seq).orElseThrow())
            .anyMatch(isOf(template));
  }

  private static boolean isQueued(View view, StoredTemplate template, PhoneNumber number) {
    long after = view.cursor(Dispatcher.READER, number.stream()).map(Cursor::seq).orElse(0L);
    List<Event> page = view.events(number.stream(), after, EVENTS_PER_READ);
    while (!page.isEmpty()) {
      for (Event event : page) {
        if (isOf(template).test(event)
            && view.message(event.stream(), event.seq())
                .filter(message -> message.progress() == Progress.ACCEPTED)
                .isPresent()) {
          return true;
        }
      }
      page = view.events(number.stream(), page.getLast().seq(), EVENTS_PER_READ);
    }
    return false;
  }

  private static Predicate<Event> isOf(StoredTemplate template) {
    return event ->
        event.body() instanceof MessageAccepted accepted && isOf(accepted.template(), template);
  }

  private static boolean isOf(@Nullable StoredJson definition, StoredTemplate template) {
    return definition != null
        && definition.read() instanceof JsonObject json
        && Json.of(template.name()).equals(json.get("name"))
        && Json.of(template.language()).equals(json.get("language"));
  }

  /// A message was carried, perhaps the last one that a deletion waits for.
  void carried(Outgoing outgoing) {
    if (outgoing.request().message() instanceof Template) {
      arrived();
    }
  }

  /// Messages arrived, or nobody waits for them any more.
  void arrived() {
    templates.delivered(this::underWay);
  }

  /// What is held of a template that is gone is never carried, as a message whose time is over.
  private void forget(StoredTemplate template) {
    for (PhoneNumber number : numbersOf(template)) {
      List<Long> held = store.read(view -> held(view, template, number));
      if (!held.isEmpty()) {
        store.write(
            number.stream(),
            tx -> {
              held.forEach(seq -> tx.dropDocument(kind(template), Arrivals.key(seq)));
              return held;
            });
      }
    }
  }

  private List<PhoneNumber> numbersOf(StoredTemplate template) {
    var numbers = new ArrayList<PhoneNumber>();
    for (PhoneNumber number : accounts.numbers()) {
      if (number.business().id().equals(template.business())) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static String kind(StoredTemplate template) {
    return "held/" + template.id();
  }
}
