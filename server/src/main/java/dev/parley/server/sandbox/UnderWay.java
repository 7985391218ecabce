package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.chat.Progress;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.Wamid;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Messages that were accepted a moment ago and are not on the phone yet. Whoever sends a message
/// and at once taps it, as tests do, should not have to know that there is a moment between.
final class UnderWay {
  /// Real time. A message that takes longer is held up by something: a pace, or a faulty disk.
  static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private final Store store;
  private final WamidMint mint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition committed = lock.newCondition();
  private long commits;

  UnderWay(Store store, WamidMint mint) {
    this.store = store;
    this.mint = mint;
    store.onCommit((stream, lastSeq) -> signal());
  }

  /// Returns when the network has decided about this message, or there is none, or it takes too
  /// long.
  void await(Wamid wamid) {
    WamidMint.Place place = mint.find(wamid).orElse(null);
    if (place == null) {
      return;
    }
    long deadline = System.nanoTime() + WAIT_MAX.toNanos();
    long seen = seen();
    while (isUnderWay(place) && awaitCommit(seen, deadline)) {
      seen = seen();
    }
  }

  private boolean isUnderWay(WamidMint.Place place) {
    return store.read(view ->
        view.message(place.stream(), place.seq())
            .filter(message -> message.progress() == Progress.ACCEPTED)
            // Such a one waits for somebody's word.
            .filter(message -> !PacedTemplates.wasHeld(view, message))
            .isPresent());
  }

  private long seen() {
    lock.lock();
    try {
      return commits;
    } finally {
      lock.unlock();
    }
  }

  /// Whether there was a commit after the one seen, before the deadline.
  private boolean awaitCommit(long seen, long deadline) {
    lock.lock();
    try {
      while (commits == seen) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        boolean _ = committed.await(left, TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      commits++;
      committed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
