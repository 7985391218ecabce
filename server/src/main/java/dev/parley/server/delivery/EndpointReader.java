package dev.parley.server.delivery;

import dev.parley.Store;
import dev.parley.WorldClock;
import dev.parley.account.Endpoint;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one endpoint of one stream, a number's or a business's own. A thread follows the stream
/// and sorts what is told into one queue per chat; each chat with work has a virtual thread of its
/// own.
final class EndpointReader {
  private static final Logger log = LoggerFactory.getLogger(EndpointReader.class);

  static final int PAGE_EVENTS = 500;
  static final int LANE_PAGE_EVENTS = 50;
  static final Duration RETRY_AFTER_BUG = Duration.ofSeconds(5);

  private final String reader;
  private final StreamId stream;
  private final Store store;
  private final WorldClock clock;
  private final Courier courier;
  private final RetrySchedule retries;
  private final Consumer<DeliveryEntry> listener;
  private final EndpointShare share;
  private final Backlog backlog;
  private volatile Endpoint endpoint;
  private volatile Origin origin;
  private @Nullable Thread follower;

  /// What all readers of a world work with.
  record Tools(
      Store store,
      WorldClock clock,
      Courier courier,
      RetrySchedule retries,
      Consumer<DeliveryEntry> listener,
      Limits limits) {}

  EndpointReader(Endpoint endpoint, Origin origin, Tools tools, EndpointShare share) {
    this.reader = readerOf(endpoint.id());
    this.stream = origin.stream();
    this.endpoint = endpoint;
    this.origin = origin;
    this.store = tools.store();
    this.clock = tools.clock();
    this.courier = tools.courier();
    this.retries = tools.retries();
    this.listener = tools.listener();
    this.share = share;
    List<Lane> lanes = store.read(view -> view.lanes(reader, stream));
    this.backlog = new Backlog(reader, stream, place(), lanes, share, tools.limits());
  }

  /// Its name in the journal.
  static String readerOf(String endpointId) {
    return "webhook/" + endpointId;
  }

  /// Forgets how far an endpoint was told of a stream.
  static void forget(Store store, String endpointId, StreamId stream) {
    String reader = readerOf(endpointId);
    store.write(
        stream,
        tx -> {
          tx.lanes(reader, stream).forEach(tx::drop);
          tx.dropCursor(reader);
          return reader;
        });
  }

  String endpointId() {
    return endpoint.id();
  }

  void start() {
    backlog.wake(store.read(view -> view.lastSeq(stream)));
    backlog.resting().forEach(this::setAlarm);
    follower = Thread.ofVirtual().name(reader + "-" + stream).start(this::follow);
  }

  /// From the store's writer: must not wait for anything slow.
  void wake(long lastSeq) {
    backlog.wake(lastSeq);
  }

  /// The same endpoint, perhaps at another address: chats that wait for a retry try it at once.
  void change(Endpoint changed, Origin changedOrigin) {
    boolean moved = !changed.equals(endpoint);
    endpoint = changed;
    origin = changedOrigin;
    if (moved) {
      backlog.resting().forEach(resting -> spawn(() -> resume(resting)));
    }
  }

  /// Stops for good and forgets its place. Does not wait: a request under way may still arrive.
  void retire() {
    backlog.retire();
    forget(store, endpointId(), stream);
  }

  void stop() {
    backlog.stop();
  }

  /// Waits for the requests under way and keeps the place.
  void awaitStop() {
    Thread thread = follower;
    if (thread != null) {
      joinUninterruptibly(thread);
    }
    backlog.awaitRest();
    try {
      if (backlog.hasUnwritten()) {
        writePlace();
      }
    } catch (Store.StoreBroken broken) {
      log.warn(
          "stream {}: the place of {} could not be kept; some events will be sent again",
          stream,
          reader);
    }
  }

  boolean awaitIdle(long deadlineNanos) {
    return backlog.awaitIdle(store.read(view -> view.lastSeq(stream)), deadlineNanos);
  }

  /// Where it stands in the stream; a new one stands at the end, so it is not told what was before.
  private long place() {
    return store
        .read(view -> view.cursor(reader, stream))
        .map(Cursor::seq)
        .orElseGet(() ->
            store.write(
                stream,
                tx -> {
                  long end = tx.lastSeq(stream);
                  tx.moveCursor(reader, end);
                  return end;
                }));
  }

  // The following thread

  private void follow() {
    while (true) {
      try {
        switch (backlog.awaitTurn()) {
          case Turn.Read read -> readPage(read);
          case Turn.Write() -> writePlace();
          case Turn.Stop() -> {
            return;
          }
        }
      } catch (Store.StoreBroken broken) {
        return;
      } catch (RuntimeException bug) {
        log.error("stream {}: {} can't go on, will try again", stream, reader, bug);
        backlog.pause(RETRY_AFTER_BUG);
      }
    }
  }

  private void readPage(Turn.Read turn) {
    Page page =
        store.read(view -> {
          List<Event> events = view.events(stream, turn.after(), PAGE_EVENTS);
          return Page.of(events, ToldEvent.among(events, view), turn.after());
        });
    Backlog.Taken taken = backlog.take(turn, page.told(), page.upTo());
    taken.behind().forEach(this::tellBehind);
    taken.toStart().forEach(chat -> spawn(() -> work(chat)));
  }

  private void writePlace() {
    backlog.written(
        store.write(
            stream,
            tx -> {
              Image image = backlog.image();
              image.writeTo(tx);
              return image;
            }));
  }

  // Threads that work on a chat

  private void work(ChatQueue chat) {
    boolean goOn = true;
    while (goOn) {
      share.enter();
      try {
        goOn =
            switch (backlog.step(chat)) {
              case Step.Carry carry -> carry(chat, carry);
              case Step.ReadLane(long after, long upTo) -> readLane(chat, after, upTo);
              case Step.Leave() -> false;
            };
      } catch (RuntimeException bug) {
        log.error(
            "stream {}, chat {}: {} can't go on, will try again",
            stream,
            chat.id.value(),
            reader,
            bug);
        setAlarm(backlog.putOff(chat, clock.instant().plus(RETRY_AFTER_BUG)));
        goOn = false;
      } finally {
        share.leave();
      }
    }
  }

  private boolean readLane(ChatQueue chat, long after, long upTo) {
    Page page =
        store.read(view -> {
          List<Event> events = view.events(stream, chat.id, after, upTo, LANE_PAGE_EVENTS);
          return Page.of(
              events,
              ToldEvent.among(events, view),
              events.size() < LANE_PAGE_EVENTS ? upTo : events.getLast().seq());
        });
    backlog.page(chat, page.told(), page.upTo());
    return true;
  }

  /// One attempt. False when the chat rests after it.
  private boolean carry(ChatQueue chat, Step.Carry carry) {
    ToldEvent event = carry.event();
    if (carry.count()) {
      // After a crash during the attempt nobody knows how it ended: it is made again at once, and
      // counts twice, so that the next wait is the longer one.
      backlog.count(chat, clock.instant());
      writePlace();
    }
    Endpoint target = endpoint;
    Instant at = clock.instant();
    WebhookAnswer answer = courier.carry(event, origin, target);
    String problem = answer.problem();
    if (problem == null) {
      backlog.settle(chat);
      tell(tried(carry, target, answer, at, null, DeliveryEntry.State.DELIVERED));
      return true;
    }
    Optional<Duration> wait = waitAfter(carry);
    if (wait.isEmpty()) {
      log.warn(
          "event {} of stream {} is given up after {} attempts at {}: {}",
          event.seq(),
          stream,
          carry.attempt(),
          target.id(),
          problem);
      backlog.settle(chat);
      tell(tried(carry, target, answer, at, null, DeliveryEntry.State.GIVEN_UP));
      return true;
    }
    Instant due = clock.instant().plus(wait.get());
    Step.Resting resting = backlog.fail(chat, due, problem);
    setAlarm(resting);
    tell(tried(carry, target, answer, at, due, DeliveryEntry.State.RETRYING));
    resting.behind().forEach(this::tellBehind);
    return false;
  }

  private DeliveryEntry tried(
      Step.Carry carry,
      Endpoint target,
      WebhookAnswer answer,
      Instant at,
      @Nullable Instant nextAt,
      DeliveryEntry.State state) {
    return DeliveryEntry.tried(
        carry.event(), origin, target, carry.attempt(), answer, at, nextAt, state);
  }

  private Optional<Duration> waitAfter(Step.Carry carry) {
    return retries.next(
        carry.attempt(), Duration.between(carry.event().event().at(), clock.instant()));
  }

  private void setAlarm(Step.Resting resting) {
    backlog.setAlarm(resting, clock.at(resting.due(), () -> resume(resting)));
  }

  /// On the clock's own thread, so that whoever moves the clock can wait for what becomes due.
  private void resume(Step.Resting resting) {
    if (backlog.wakeUp(resting)) {
      work(resting.chat());
    }
  }

  private void tellBehind(Step.Behind behind) {
    tell(DeliveryEntry.waiting(behind, origin, endpoint, clock.instant()));
  }

  private void tell(DeliveryEntry entry) {
    try {
      listener.accept(entry);
    } catch (RuntimeException bug) {
      log.error("stream {}: who listens to deliveries failed", stream, bug);
    }
  }

  private static void spawn(Runnable work) {
    Thread.ofVirtual().name("webhook").start(work);
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param upTo nothing before it has to be read again
  private record Page(List<ToldEvent> told, long upTo) {
    static Page of(List<Event> events, List<ToldEvent> told, long upToIfNone) {
      return new Page(told, events.isEmpty() ? upToIfNone : events.getLast().seq());
    }
  }
}
