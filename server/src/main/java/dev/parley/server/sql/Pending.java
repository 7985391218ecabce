package dev.parley.server.sql;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// An answer that is not there yet, and the thread that waits for it. The answer is kept by the one
/// who finds it and shown later, by {@link #release}: after the commit.
///
/// @param <R> the answer
final class Pending<R> {
  private final Thread caller = Thread.currentThread();
  private @Nullable R answer;
  private @Nullable Throwable failure;
  private volatile boolean released;

  void answer(R found) {
    answer = found;
    failure = null;
  }

  /// No effect once the caller was shown an answer.
  void fail(Throwable reason) {
    if (!released) {
      answer = null;
      failure = reason;
    }
  }

  void release() {
    if (!released) {
      released = true;
      LockSupport.unpark(caller);
    }
  }

  /// Waits, whatever interrupts: the caller must know the outcome of what is on its way to the
  /// disk.
  @SuppressWarnings("NullAway") // released without a failure means with an answer
  R await() {
    boolean interrupted = false;
    while (!released) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return switch (failure) {
      case null -> answer;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    };
  }
}
