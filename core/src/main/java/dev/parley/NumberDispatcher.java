package dev.parley;

import dev.parley.account.PhoneNumber;
import dev.parley.carrier.Carrier;
import dev.parley.carrier.CarrierAnswer;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.ChatId;
import dev.parley.chat.Progress;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.MessageAccepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dispatcher of one number. A reader thread follows the stream behind the cursor and sorts
/// accepted messages into one lane per chat; a lane with work has a virtual thread of its own.
final class NumberDispatcher {
  private static final Logger log = LoggerFactory.getLogger(NumberDispatcher.class);

  static final int PAGE_EVENTS = 500;

  /// Messages held in memory; beyond it the reader waits, the journal holds the rest.
  static final int QUEUED_MAX = 5_000;

  /// Messages of one number at the carrier at the same time, over all chats.
  static final int IN_FLIGHT_MAX = 64;

  /// How often the cursor is written while there is work. A crash repeats at most so much reading.
  static final Duration CURSOR_EVERY = Duration.ofSeconds(1);

  static final Duration RETRY_AFTER_BUG = Duration.ofSeconds(5);

  private final PhoneNumber number;
  private final Store store;
  private final Hub hub;
  private final Carrier carrier;
  private final WorldClock clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, ChatLane> lanes = new HashMap<>();
  private final Deque<ChatLane> ready = new ArrayDeque<>();
  private final TreeSet<Long> unfinished = new TreeSet<>();
  private final Map<ChatId, Pacer> pairs = new HashMap<>();
  private final Pacer pacer;
  private long newest;
  private long readUpTo;
  private long cursor;
  private int inFlight;
  private boolean stopping;
  private Instant cursorDue;
  private @Nullable Thread reader;

  NumberDispatcher(PhoneNumber number, Store store, Hub hub, Carrier carrier, WorldClock clock) {
    this.number = number;
    this.store = store;
    this.hub = hub;
    this.carrier = carrier;
    this.clock = clock;
    this.pacer = new Pacer(Pacer.NUMBER_INTERVAL, Pacer.NUMBER_BURST, clock.instant());
    this.cursorDue = clock.instant();
  }

  void start() {
    cursor =
        store.read(
            view -> view.cursor(Dispatcher.READER, number.stream()).map(Cursor::seq).orElse(0L));
    readUpTo = cursor;
    newest = store.read(view -> view.lastSeq(number.stream()));
    reader = Thread.ofVirtual().name("dispatcher-" + number.id()).start(this::follow);
  }

  /// From the store's writer: must not wait for anything slow.
  void wake(long lastSeq) {
    lock.lock();
    try {
      newest = Math.max(newest, lastSeq);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void awaitStop() {
    lock.lock();
    try {
      while (inFlight > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    Thread thread = reader;
    if (thread != null) {
      joinUninterruptibly(thread);
    }
    writeCursor();
  }

  private void follow() {
    while (awaitWork()) {
      try {
        List<Outgoing> page = readPage();
        page.forEach(this::enqueue);
        writeCursorWhenDue();
      } catch (Store.StoreBroken broken) {
        return;
      } catch (RuntimeException bug) {
        // One page that can't be read must not end the reading; it is read again with the next
        // event.
        log.error("stream {}: the page after {} could not be read", number.stream(), readUpTo, bug);
        awaitNextCommit();
      }
    }
  }

  private void awaitNextCommit() {
    lock.lock();
    try {
      long seen = newest;
      while (!stopping && newest == seen) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitWork() {
    lock.lock();
    try {
      while (!stopping && (readUpTo >= newest || unfinished.size() >= QUEUED_MAX)) {
        changed.awaitUninterruptibly();
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  /// The messages of the next page that still wait, each with its chat as it is now.
  private List<Outgoing> readPage() {
    return store.read(view -> {
      var page = new ArrayList<Outgoing>();
      List<Event> events = view.events(number.stream(), readUpTo, PAGE_EVENTS);
      for (Event event : events) {
        if (event.body() instanceof MessageAccepted accepted) {
          view.message(event.stream(), event.seq())
              .filter(message -> message.progress() == Progress.ACCEPTED)
              .ifPresent(message ->
                  page.add(
                      new Outgoing(
                          number,
                          view.chat(message.stream(), message.chat()).orElseThrow(),
                          message,
                          Hub.readAccepted(accepted.request()))));
        }
      }
      lock.lock();
      try {
        // Unfinished first, then the mark: the cursor must never run past a message.
        page.forEach(outgoing -> unfinished.add(outgoing.message().seq()));
        if (!events.isEmpty()) {
          readUpTo = events.getLast().seq();
        }
      } finally {
        lock.unlock();
      }
      return page;
    });
  }

  private void enqueue(Outgoing outgoing) {
    lock.lock();
    try {
      ChatLane lane = lanes.computeIfAbsent(outgoing.chat().id(), ChatLane::new);
      lane.waiting.add(outgoing);
      if (!lane.active) {
        lane.active = true;
        ready.add(lane);
      }
      startReady();
    } finally {
      lock.unlock();
    }
  }

  /// Under the lock.
  private void startReady() {
    while (!stopping && inFlight < IN_FLIGHT_MAX && !ready.isEmpty()) {
      ChatLane lane = ready.poll();
      inFlight++;
      Thread.ofVirtual()
          .name("lane-" + number.id() + "-" + lane.chat.value())
          .start(() -> step(lane));
    }
  }

  /// Carries the first message of a lane; then the lane goes to the end of the ready ones, waits
  /// for its time, or rests.
  private void step(ChatLane lane) {
    Outgoing outgoing = first(lane);
    Instant notBefore = slotFor(lane);
    Instant now = clock.instant();
    if (notBefore.isAfter(now)) {
      lock.lock();
      try {
        inFlight--;
        startReady();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      clock.at(notBefore, () -> makeReady(lane));
      return;
    }
    CarrierAnswer answer = carry(outgoing);
    lock.lock();
    try {
      inFlight--;
      if (isSettled(answer)) {
        lane.slot = null;
        lane.waiting.removeFirst();
        unfinished.remove(outgoing.message().seq());
        if (lane.waiting.isEmpty()) {
          lane.active = false;
          lanes.remove(lane.chat);
        } else {
          ready.add(lane);
        }
      }
      startReady();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    switch (answer) {
      case CarrierAnswer.Taken _, CarrierAnswer.Refused _ -> {}
      case CarrierAnswer.Deferred(var retryIn, _) ->
          clock.at(clock.instant().plus(retryIn), () -> makeReady(lane));
      case CarrierAnswer.Awaiting(var then) -> then.accept(() -> makeReady(lane));
    }
  }

  private Outgoing first(ChatLane lane) {
    lock.lock();
    try {
      return lane.waiting.getFirst();
    } finally {
      lock.unlock();
    }
  }

  private void makeReady(ChatLane lane) {
    lock.lock();
    try {
      ready.add(lane);
      startReady();
    } finally {
      lock.unlock();
    }
  }

  /// The slot that this lane holds for its first message, taken when it has none.
  private Instant slotFor(ChatLane lane) {
    lock.lock();
    try {
      Instant slot = lane.slot;
      if (slot == null) {
        Instant now = clock.instant();
        slot =
            switch (number.pace()) {
              case OFF -> now;
              case QUEUE -> {
                pairs.values().removeIf(pair -> pairs.size() > QUEUED_MAX && pair.isRested(now));
                Instant pair =
                    pairs
                        .computeIfAbsent(
                            lane.chat,
                            chat -> new Pacer(Pacer.PAIR_INTERVAL, Pacer.PAIR_BURST, now))
                        .take(now);
                Instant all = pacer.take(now);
                yield pair.isAfter(all) ? pair : all;
              }
            };
        lane.slot = slot;
      }
      return slot;
    } finally {
      lock.unlock();
    }
  }

  private static boolean isSettled(CarrierAnswer answer) {
    return switch (answer) {
      case CarrierAnswer.Taken _, CarrierAnswer.Refused _ -> true;
      case CarrierAnswer.Deferred _, CarrierAnswer.Awaiting _ -> false;
    };
  }

  /// What a message that is refused has to tell is in the journal afterwards.
  private CarrierAnswer carry(Outgoing outgoing) {
    try {
      CarrierAnswer answer = carrier.carry(outgoing);
      if (answer instanceof CarrierAnswer.Refused(var failure)) {
        hub.fail(outgoing, failure);
      }
      return answer;
    } catch (Store.StoreBroken broken) {
      return new CarrierAnswer.Deferred(RETRY_AFTER_BUG, "the store is broken");
    } catch (RuntimeException bug) {
      // A bug must not lose the message, nor stop the number: it is kept and tried again.
      log.error(
          "message {} of stream {}: the carrier failed, will try again",
          outgoing.message().seq(),
          number.stream(),
          bug);
      return new CarrierAnswer.Deferred(RETRY_AFTER_BUG, "the carrier failed");
    }
  }

  private void writeCursorWhenDue() {
    Instant now = clock.instant();
    if (!now.isBefore(cursorDue)) {
      cursorDue = now.plus(CURSOR_EVERY);
      writeCursor();
    }
  }

  private void writeCursor() {
    long done;
    lock.lock();
    try {
      done = unfinished.isEmpty() ? readUpTo : unfinished.first() - 1;
    } finally {
      lock.unlock();
    }
    if (done > cursor) {
      try {
        store.write(
            number.stream(),
            tx -> {
              tx.moveCursor(Dispatcher.READER, done);
              return done;
            });
        cursor = done;
      } catch (Store.StoreBroken broken) {
        log.warn(
            "stream {}: the dispatcher's place could not be kept; it will read again",
            number.stream());
      }
    }
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

  /// The messages of one chat that wait, in order.
  private static final class ChatLane {
    final ChatId chat;
    final Deque<Outgoing> waiting = new ArrayDeque<>();

    /// Ready, in flight, or waiting for its time.
    boolean active;

    @Nullable Instant slot;

    ChatLane(ChatId chat) {
      this.chat = chat;
    }
  }
}
