package dev.parley.server.http;

import dev.parley.server.http.HttpConfig.Streams;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The event streams that are open, oldest first.
final class OpenStreams {
  private final Streams limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition fewer = lock.newCondition();
  private final Deque<EventSink> open = new ArrayDeque<>();
  private boolean stopped;

  OpenStreams(Streams limits) {
    this.limits = limits;
  }

  /// A new stream; at the limit the oldest makes room. After [#endAll] the new one has ended from
  /// the start.
  EventSink open(Runnable hangUp) {
    var sink = new EventSink(limits.waitingMax(), hangUp);
    lock.lock();
    try {
      if (stopped) {
        sink.end();
        return sink;
      }
      if (open.size() >= limits.openMax()) {
        open.removeFirst().end();
      }
      open.addLast(sink);
      return sink;
    } finally {
      lock.unlock();
    }
  }

  void closed(EventSink sink) {
    lock.lock();
    try {
      open.remove(sink);
      fewer.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Ends every stream in good order, and cuts those whose reader has not let go within the time.
  void endAll(Duration within) throws InterruptedException {
    lock.lock();
    try {
      stopped = true;
      open.forEach(EventSink::end);
      long left = within.toNanos();
      while (!open.isEmpty() && left > 0) {
        left = fewer.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    stillOpen().forEach(EventSink::drop);
  }

  private List<EventSink> stillOpen() {
    lock.lock();
    try {
      return List.copyOf(open);
    } finally {
      lock.unlock();
    }
  }
}
