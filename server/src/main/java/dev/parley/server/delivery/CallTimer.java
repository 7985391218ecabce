package dev.parley.server.delivery;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Cuts calls that take too long as a whole: the client's own limits are each for one step, and a
/// server that sends a byte now and then keeps to all of them.
final class CallTimer implements AutoCloseable {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;

  /// @param name of its thread
  CallTimer(String name, Duration limit) {
    this.limit = limit;
    this.timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  Duration limit() {
    return limit;
  }

  /// The time begins.
  Run start(HttpUriRequestBase request) {
    var overdue = new AtomicBoolean();
    Future<?> cut =
        timer.schedule(
            () -> {
              overdue.set(true);
              request.cancel();
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    return new Run(cut, overdue);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /// The time of one call.
  record Run(Future<?> cut, AtomicBoolean overdue) {
    boolean isOverdue() {
      return overdue.get();
    }

    void end() {
      cut.cancel(false);
    }
  }
}
