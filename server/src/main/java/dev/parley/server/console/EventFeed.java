package dev.parley.server.console;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.account.Accounts;
import dev.parley.journal.Event;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.price.RateCard;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the journal over all streams, and waits for what comes.
public final class EventFeed {
  /// Events in one answer.
  static final int PAGE_MAX = 500;

  private final Store store;
  private final EventJson json;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition committed = lock.newCondition();
  private long commits;

  /// @param rateCard what events say that messages cost
  /// @param addresses what webhooks get as they go out
  public EventFeed(
      Store store,
      Accounts accounts,
      WebhookForm form,
      RateCard rateCard,
      WebhookAddresses addresses) {
    this.store = store;
    this.json = new EventJson(accounts, form, rateCard, addresses);
    store.onCommit((stream, lastSeq) -> signal());
  }

  record Page(List<JsonObject> events, Position next, boolean more) {}

  /// What a reader wants to see; null means all.
  record Filter(
      @Nullable String number,
      @Nullable String chat,
      @Nullable String wamid,
      @Nullable String kind) {
    static final Filter NONE = new Filter(null, null, null, null);

    boolean takes(JsonObject event) {
      return matches(event, "number", number)
          && matches(event, "chat", chat)
          && matches(event, "wamid", wamid)
          && matches(event, "kind", kind);
    }

    private static boolean matches(JsonObject event, String name, @Nullable String wanted) {
      return wanted == null
          || (event.get(name) instanceof JsonString(var value) && value.equals(wanted));
    }
  }

  Position end() {
    return store.read(Position::end);
  }

  /// The next events after a position, in the order in which they happened.
  Page read(Position after, Filter filter) {
    return store.read(view -> read(view, after, filter::takes));
  }

  private Page read(View view, Position after, Predicate<JsonObject> wanted) {
    // A merge and not a sort: the order within a stream is that of its seqs, whatever the clock
    // did.
    var heads = new PriorityQueue<Head>(Head.EARLIEST_FIRST);
    boolean more = false;
    for (StreamInfo stream : view.streams()) {
      List<Event> page = view.events(stream.id(), after.in(stream.id()), PAGE_MAX);
      more |= page.size() == PAGE_MAX;
      Head.of(page.iterator()).ifPresent(heads::add);
    }
    var taken = new ArrayList<Event>();
    while (taken.size() < PAGE_MAX && !heads.isEmpty()) {
      Head head = heads.remove();
      taken.add(head.event());
      Head.of(head.rest()).ifPresent(heads::add);
    }
    more |= !heads.isEmpty();
    var read = new TreeMap<StreamId, Long>();
    taken.forEach(event -> read.merge(event.stream(), event.seq(), Math::max));
    List<JsonObject> shown =
        taken.stream().map(event -> json.write(event, view)).filter(wanted).toList();
    return new Page(shown, after.moved(read), more);
  }

  /// Waits until there are wanted events, or the time is over; then the page may be empty.
  Page await(Position after, Filter filter, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    Position from = after;
    while (true) {
      long seen = commitsSeen();
      Page page = read(from, filter);
      if (!page.events().isEmpty() || (!page.more() && !awaitCommit(seen, deadline))) {
        return page;
      }
      from = page.next();
    }
  }

  long commitsSeen() {
    lock.lock();
    try {
      return commits;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a commit after the one seen; false when the deadline (of `System.nanoTime`) passed.
  boolean awaitCommit(long seen, long deadline) throws InterruptedException {
    lock.lock();
    try {
      while (commits == seen) {
        long left = deadline - System.nanoTime();
        if (left <= 0
            || (committed.await(left, TimeUnit.NANOSECONDS) == false && commits == seen)) {
          return false;
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Also wakes readers without a commit, so that they notice that they are to end.
  void signal() {
    lock.lock();
    try {
      commits++;
      committed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next event of one stream, and those behind it.
  private record Head(Event event, Iterator<Event> rest) {
    static final Comparator<Head> EARLIEST_FIRST =
        Comparator.comparing((Head head) -> head.event().at())
            .thenComparing(head -> head.event().stream());

    static Optional<Head> of(Iterator<Event> events) {
      return events.hasNext() ? Optional.of(new Head(events.next(), events)) : Optional.empty();
    }
  }
}
