package dev.parley;

import dev.parley.account.PhoneNumber;
import dev.parley.carrier.Carrier;
import dev.parley.journal.StreamId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Brings accepted messages to the carrier: the journal's reader with one owner per number. In
/// order and one at a time within a chat, side by side over chats, at the number's pace.
public final class Dispatcher implements AutoCloseable {
  /// The name of the cursor: all messages up to it are carried, of those behind it some.
  public static final String READER = "dispatcher";

  private final Store store;
  private final Hub hub;
  private final Carrier carrier;
  private final WorldClock clock;
  private final Map<StreamId, NumberDispatcher> numbers = new ConcurrentHashMap<>();

  public Dispatcher(Store store, Hub hub, Carrier carrier, WorldClock clock) {
    this.store = store;
    this.hub = hub;
    this.carrier = carrier;
    this.clock = clock;
    store.onCommit((stream, lastSeq) -> {
      NumberDispatcher number = numbers.get(stream);
      if (number != null) {
        number.wake(lastSeq);
      }
    });
  }

  /// Takes the number's pending messages up, now and from now on.
  public void own(PhoneNumber number) {
    var dispatcher = new NumberDispatcher(number, store, hub, carrier, clock);
    if (numbers.putIfAbsent(number.stream(), dispatcher) == null) {
      dispatcher.start();
    }
  }

  /// Lets what is under way end; what is still queued is found again by the cursor.
  @Override
  public void close() {
    numbers.values().forEach(NumberDispatcher::stop);
    numbers.values().forEach(NumberDispatcher::awaitStop);
    numbers.clear();
  }
}
