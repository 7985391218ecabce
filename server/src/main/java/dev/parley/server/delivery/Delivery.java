package dev.parley.server.delivery;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.WorldClock;
import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.journal.StreamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends each number's webhooks to the endpoint that is set for it, and what belongs to no number
/// to that of the business: the journal's reader with one cursor per endpoint and stream. Within a
/// chat in order and one at a time; side by side over chats.
///
/// What fails waits in a lane of its own chat and is tried again as {@link RetrySchedule} says; the
/// others go on. In normal operation each event is delivered once; after a crash some of the last
/// moments come a second time, none is lost. An endpoint that is newly set, or that counts again
/// after another one stood before it, is told what happens from then on.
public final class Delivery implements AutoCloseable {
  private final Store store;
  private final Accounts accounts;
  private final EndpointReader.Tools tools;

  /// One endpoint counts for a number at a time.
  private final Map<StreamId, EndpointReader> readers = new ConcurrentHashMap<>();

  private final Map<String, EndpointShare> shares = new HashMap<>();
  private boolean running;

  /// @param clock when retries are due; moving it runs them
  /// @param files where those of users' messages are to be had
  /// @param listener is called with each attempt, from the thread that made it, once the next one
  ///   is arranged; usually {@link DeliveryLog#add}
  public Delivery(
      Store store,
      Accounts accounts,
      WebhookForm form,
      WorldClock clock,
      WebhookClient client,
      RetrySchedule retries,
      FileUrls files,
      Consumer<DeliveryEntry> listener) {
    this(
        accounts,
        new EndpointReader.Tools(
            store,
            clock,
            new Courier(form, client, store.salt(), InstantSource.system(), files),
            retries,
            listener,
            Limits.USUAL));
  }

  Delivery(Accounts accounts, EndpointReader.Tools tools) {
    this.store = tools.store();
    this.accounts = accounts;
    this.tools = tools;
  }

  /// Takes up what is pending, and from now on what comes. Once only.
  public synchronized void start() {
    running = true;
    store.onCommit((stream, lastSeq) -> {
      EndpointReader reader = readers.get(stream);
      if (reader != null) {
        reader.wake(lastSeq);
      }
    });
    accounts.onChange(this::followAccounts);
    accounts.numbers().forEach(this::forgetOthers);
    followAccounts();
  }

  /// Waits until all that was in the journal when this was called has been tried once, for so long
  /// at most; chats that wait for a retry count as tried.
  public boolean awaitIdle(Duration limit) {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    boolean idle = true;
    for (EndpointReader reader : readers.values()) {
      idle &= reader.awaitIdle(deadlineNanos);
    }
    return idle;
  }

  /// Lets the requests under way end (within the client's time limit) and keeps every place. To be
  /// called before the store is wiped or closed.
  @Override
  public synchronized void close() {
    running = false;
    readers.values().forEach(EndpointReader::stop);
    readers.values().forEach(EndpointReader::awaitStop);
    readers.clear();
  }

  private synchronized void followAccounts() {
    if (running) {
      accounts.numbers().forEach(this::follow);
      accounts
          .businesses()
          .forEach(business ->
              follow(
                  Origin.of(business),
                  accounts.endpoint(Endpoint.Scope.BUSINESS, business.id()).orElse(null)));
    }
  }

  private void follow(PhoneNumber number) {
    follow(Origin.of(number), accounts.endpointFor(number).orElse(null));
  }

  private void follow(Origin origin, @Nullable Endpoint wanted) {
    StreamId stream = origin.stream();
    EndpointReader present = readers.get(stream);
    if (present != null && (wanted == null || !present.endpointId().equals(wanted.id()))) {
      readers.remove(stream);
      present.retire();
      present = null;
    }
    if (wanted == null) {
      return;
    }
    if (present != null) {
      present.change(wanted, origin);
      return;
    }
    EndpointShare share =
        shares.computeIfAbsent(wanted.id(), id -> new EndpointShare(tools.limits()));
    var reader = new EndpointReader(wanted, origin, tools, share);
    // Known to the store's listener first: a commit in between must not be missed.
    readers.put(stream, reader);
    reader.start();
  }

  /// The process may have ended between a change of endpoints and what follows from it here.
  private void forgetOthers(PhoneNumber number) {
    String wanted = accounts.endpointFor(number).map(Endpoint::id).orElse("");
    List.of(
            Endpoint.id(Endpoint.Scope.NUMBER, number.id()),
            Endpoint.id(Endpoint.Scope.BUSINESS, number.business().id()))
        .stream()
        .filter(id -> !id.equals(wanted))
        .filter(id -> store.read(view -> isKnown(view, id, number.stream())))
        .forEach(id -> EndpointReader.forget(store, id, number.stream()));
  }

  private static boolean isKnown(View view, String endpointId, StreamId stream) {
    String reader = EndpointReader.readerOf(endpointId);
    return view.cursor(reader, stream).isPresent() || !view.lanes(reader, stream).isEmpty();
  }
}
