package dev.parley.server.sql;

import dev.parley.Store.CommitListener;
import dev.parley.Store.StoreBroken;
import dev.parley.Store.Work;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that writes for all: it takes every work that waits, runs them in one transaction,
/// commits once, and wakes their callers. While the disk is busy the next works gather, so the
/// commits grow with the load and nobody waits for company.
final class GroupCommit {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /// Works in one commit; the others take the next one.
  static final int BATCH_MAX = 512;

  /// Works that wait for the writer. The caller of one more waits until there is room.
  static final int WAITING_MAX = 16_384;

  private final JournalWriter journal;
  private final Dialect dialect;
  private final StoreHealth health;
  private final int batchMax;
  private final Runnable afterCommit;
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<Job<?>> waiting = new ArrayDeque<>();
  private boolean idle;
  private boolean closed;

  /// @param afterCommit on the writer's thread, between two commits
  GroupCommit(
      JournalWriter journal, Dialect dialect, Sync sync, StoreHealth health, Runnable afterCommit) {
    this.journal = journal;
    this.dialect = dialect;
    this.health = health;
    this.batchMax = sync == Sync.PER_MESSAGE ? 1 : BATCH_MAX;
    this.afterCommit = afterCommit;
    this.thread = Thread.ofPlatform().daemon().name("parley-writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  <R> R write(StreamId stream, Work<R> work) {
    return submit(new Job<>(() -> journal.run(stream, work), false));
  }

  StreamId openStream(StreamInfo.Kind kind, String owner) {
    return submit(new Job<>(() -> journal.openStream(kind, owner), false));
  }

  /// Forgets who listened, too: they knew a world that is gone.
  void wipe() {
    submit(new Job<>(journal::wipe, true));
    listeners.clear();
  }

  void onCommit(CommitListener listener) {
    listeners.add(listener);
  }

  boolean isWriter(Thread other) {
    return thread == other;
  }

  /// Runs what waits already, then ends.
  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    Threads.joinUninterruptibly(thread);
  }

  /// A work and the caller who waits for it.
  ///
  /// @param alone whether it may share its commit with others
  private record Job<R>(Supplier<R> work, boolean alone, Pending<R> pending) {
    Job(Supplier<R> work, boolean alone) {
      this(work, alone, new Pending<>());
    }

    void run() {
      pending.answer(work.get());
    }
  }

  private <R> R submit(Job<R> job) {
    if (isWriter(Thread.currentThread())) {
      throw new IllegalStateException(
          "the store's writer can't wait for itself: use the transaction, or another thread");
    }
    lock.lock();
    try {
      while (waiting.size() >= WAITING_MAX && !closed && !health.isBroken()) {
        room.awaitUninterruptibly();
      }
      health.check();
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      waiting.add(job);
      if (idle) {
        idle = false;
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    return job.pending.await();
  }

  private void run() {
    var batch = new ArrayList<Job<?>>();
    while (take(batch)) {
      try {
        commit(batch);
        afterCommit.run();
      } catch (RuntimeException | Error e) {
        giveUp(batch, health.breakDown("writing to", e));
        return;
      }
      batch.clear();
    }
  }

  /// False when there is nothing more to do, ever.
  private boolean take(List<Job<?>> batch) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        idle = true;
        work.awaitUninterruptibly();
      }
      idle = false;
      boolean wasFull = waiting.size() >= WAITING_MAX;
      while (batch.size() < batchMax && !waiting.isEmpty()) {
        if (waiting.getFirst().alone && !batch.isEmpty()) {
          break;
        }
        Job<?> job = waiting.removeFirst();
        batch.add(job);
        if (job.alone) {
          break;
        }
      }
      if (wasFull) {
        room.signalAll();
      }
      return !batch.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Job<?>> batch) {
    health.check();
    if (runTogether(batch)) {
      release(batch, journal.commit());
      return;
    }
    // Rare: a work that had changed something failed. Works may be run twice, so each gets a commit
    // of its own; that is cheaper than a savepoint around every work.
    journal.undo();
    for (Job<?> job : batch) {
      List<Job<?>> single = List.of(job);
      if (runTogether(single)) {
        release(single, journal.commit());
      } else {
        journal.undo();
        release(single, List.of());
      }
    }
  }

  /// False when all must be undone. A work that failed before it changed anything harms nobody.
  private boolean runTogether(List<Job<?>> batch) {
    for (Job<?> job : batch) {
      long before = journal.changes();
      try {
        job.run();
      } catch (RuntimeException | Error e) {
        requireSound(e);
        job.pending.fail(e);
        if (journal.changes() != before || e instanceof SqlFailure) {
          return false;
        }
      }
    }
    try {
      journal.writeAll();
      return true;
    } catch (SqlFailure e) {
      requireSound(e);
      // Which work it was shows when each is run alone.
      batch.forEach(job -> job.pending.fail(e));
      return false;
    }
  }

  /// Passes on what is not the work's own fault.
  private void requireSound(Throwable e) {
    if (e instanceof StreamHeads.TakenOver takenOver) {
      throw takenOver;
    }
    if (e instanceof SqlFailure failed && !dialect.isOwnFault(failed.failure())) {
      throw failed;
    }
  }

  private void release(List<Job<?>> batch, List<StreamHeads.Grown> grown) {
    for (Job<?> job : batch) {
      job.pending.release();
    }
    for (StreamHeads.Grown stream : grown) {
      for (CommitListener listener : listeners) {
        tell(listener, stream);
      }
    }
  }

  private static void tell(CommitListener listener, StreamHeads.Grown stream) {
    try {
      listener.committed(stream.stream(), stream.lastSeq());
    } catch (RuntimeException e) {
      log.error("a listener failed to hear of stream {}", stream.stream(), e);
    }
  }

  /// Tells all who wait; who comes later is told by {@link StoreHealth#check}.
  private void giveUp(List<Job<?>> batch, StoreBroken broken) {
    var all = new ArrayList<>(batch);
    lock.lock();
    try {
      all.addAll(waiting);
      waiting.clear();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    for (Job<?> job : all) {
      job.pending.fail(StoreHealth.again(broken));
      job.pending.release();
    }
  }
}
