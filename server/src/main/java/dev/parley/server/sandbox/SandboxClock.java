package dev.parley.server.sandbox;

import dev.parley.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time of a sandbox: real time plus an offset that only grows, or a time that stands still
/// until it is moved. A move jumps: alarms that become due see the new time, as after a laptop's
/// sleep.
public final class SandboxClock implements WorldClock {
  private static final Logger log = LoggerFactory.getLogger(SandboxClock.class);

  /// One move. A longer one is refused; several moves may go further.
  public static final Duration MOVE_MAX = Duration.ofDays(3_653);

  /// The real clock may be set or the machine may sleep, so the ticker looks at it so often.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final InstantSource base;
  private final boolean ticks;
  private final List<Consumer<Move>> before = new CopyOnWriteArrayList<>();
  private final List<Consumer<Move>> after = new CopyOnWriteArrayList<>();
  private final ReentrantLock moves = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeSet<Entry> waiting = new TreeSet<>(Entry.BY_DUE);
  private final Set<Thread> running = new HashSet<>();
  private volatile Duration offset;
  private long nextOrder;
  private boolean moving;
  private boolean closed;
  private @Nullable Thread ticker;

  private SandboxClock(InstantSource base, boolean ticks, Duration offset) {
    this.base = base;
    this.ticks = ticks;
    this.offset = offset;
  }

  /// Real time.
  public static SandboxClock real() {
    return real(Duration.ZERO);
  }

  /// Real time and so much more.
  public static SandboxClock real(Duration offset) {
    return new SandboxClock(InstantSource.system(), true, offset);
  }

  /// Stands still. For tests.
  public static SandboxClock frozenAt(Instant start) {
    return new SandboxClock(InstantSource.fixed(start), false, Duration.ZERO);
  }

  /// The clock was moved.
  ///
  /// @param offset how far it is ahead of its base then
  public record Move(Instant from, Instant to, Duration offset) {}

  /// A move that no clock makes: back, or too far. The message is for the caller to see.
  public static final class ImpossibleMove extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImpossibleMove(String message) {
      super(message);
    }
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  public Duration offset() {
    return offset;
  }

  /// Whether it shows the real time.
  public boolean isReal() {
    return ticks && offset.isZero();
  }

  /// Called before each move, in order; what it throws stops the move. To write it down.
  public void beforeMove(Consumer<Move> listener) {
    before.add(listener);
  }

  /// Called after each move and all that it set off.
  public void onMove(Consumer<Move> listener) {
    after.add(listener);
  }

  /// Goes on where an earlier run of this world was. Before anybody asks for the time.
  void resume(Duration earlier) {
    offset = earlier;
  }

  /// Moves the clock forward; returns once all alarms that became due have run, those included that
  /// they set and that are due too. Not from within an alarm.
  public Move advance(Duration by) {
    return move(from -> from.plus(by));
  }

  /// Moves the clock forward to a time; the rest as with {@link #advance}.
  public Move set(Instant to) {
    return move(from -> to);
  }

  /// Back to the base: what was due later is dropped, and nobody is told of moves any more who
  /// wrote them down. For a world that starts anew.
  public void reset() {
    moves.lock();
    lock.lock();
    try {
      waiting.clear();
      before.clear();
      offset = Duration.ZERO;
      changed.signalAll();
    } finally {
      lock.unlock();
      moves.unlock();
    }
  }

  /// Where the clock should stand, as seen from where it stands.
  @FunctionalInterface
  interface Destination {
    Instant from(Instant now);
  }

  /// The destination is asked once, when no other move is under way.
  Move move(Destination destination) {
    refuseFromAlarm();
    moves.lock();
    try {
      Instant from = instant();
      Instant to = destination.from(from);
      Duration by = Duration.between(from, to);
      if (by.isNegative()) {
        throw new ImpossibleMove(
            "the clock can't go back: it shows %s, which is after %s"
                .formatted(WireTime.millis(from), WireTime.millis(to)));
      }
      if (by.compareTo(MOVE_MAX) > 0) {
        throw new ImpossibleMove(
            "the clock moves by at most %d days at once, not from %s to %s"
                .formatted(MOVE_MAX.toDays(), WireTime.millis(from), WireTime.millis(to)));
      }
      var move = new Move(from, to, offset.plus(by));
      before.forEach(listener -> listener.accept(move));
      begin(move);
      runDue();
      after.forEach(listener -> listener.accept(move));
      return move;
    } finally {
      moves.unlock();
    }
  }

  private void refuseFromAlarm() {
    lock.lock();
    try {
      if (running.contains(Thread.currentThread())) {
        throw new IllegalStateException("an alarm moves the clock, which waits for that alarm");
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin(Move move) {
    lock.lock();
    try {
      moving = true;
      offset = move.offset();
    } finally {
      lock.unlock();
    }
  }

  /// One alarm after the other, earliest first, until nothing is due and nothing runs.
  private void runDue() {
    lock.lock();
    try {
      while (moving) {
        Entry next = pollDue();
        if (next != null) {
          Thread thread = start(next);
          while (running.contains(thread)) {
            changed.awaitUninterruptibly();
          }
        } else if (running.isEmpty()) {
          moving = false;
          changed.signalAll();
        } else {
          changed.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Alarm at(Instant due, Runnable task) {
    lock.lock();
    try {
      var entry = new Entry(due, nextOrder++, task);
      if (closed) {
        return () -> {};
      }
      if (!moving && !due.isAfter(instant())) {
        start(entry);
        return () -> {};
      }
      waiting.add(entry);
      startTicker();
      changed.signalAll();
      return () -> cancel(entry);
    } finally {
      lock.unlock();
    }
  }

  private void cancel(Entry entry) {
    lock.lock();
    try {
      waiting.remove(entry);
    } finally {
      lock.unlock();
    }
  }

  /// Under the lock.
  private @Nullable Entry pollDue() {
    boolean due = !waiting.isEmpty() && !waiting.first().due().isAfter(instant());
    return due ? waiting.pollFirst() : null;
  }

  /// Under the lock.
  private Thread start(Entry entry) {
    Thread thread = Thread.ofVirtual().name("alarm-" + entry.order()).unstarted(() -> run(entry));
    running.add(thread);
    thread.start();
    return thread;
  }

  private void run(Entry entry) {
    try {
      entry.task().run();
    } catch (RuntimeException bug) {
      log.error("an alarm that was due at {} failed", entry.due(), bug);
    } finally {
      lock.lock();
      try {
        running.remove(Thread.currentThread());
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /// Under the lock.
  private void startTicker() {
    if (ticks && ticker == null) {
      ticker = Thread.ofVirtual().name("clock").start(this::tick);
    }
  }

  /// Real time passes: starts what is due, and waits for nobody.
  private void tick() {
    lock.lock();
    try {
      while (!closed) {
        Entry due = moving ? null : pollDue();
        if (due != null) {
          start(due);
        } else if (waiting.isEmpty() || moving) {
          changed.awaitUninterruptibly();
        } else {
          awaitAtMost(Duration.between(instant(), waiting.first().due()));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // The caller is the loop.
  private void awaitAtMost(Duration untilDue) {
    Duration pause = untilDue.compareTo(LOOK_EVERY) < 0 ? untilDue : LOOK_EVERY;
    try {
      boolean _ = changed.await(Math.max(pause.toNanos(), 1), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  /// What has not begun will not; what runs, ends by itself.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private record Entry(Instant due, long order, Runnable task) {
    static final Comparator<Entry> BY_DUE =
        Comparator.comparing(Entry::due).thenComparingLong(Entry::order);
  }
}
