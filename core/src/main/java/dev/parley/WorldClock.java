package dev.parley;

import java.time.Instant;
import java.time.InstantSource;

/// The time of one world, and what is to happen at a time. Real in production; in the sandbox it
/// can be moved forward.
public interface WorldClock extends InstantSource, AutoCloseable {
  /// Runs `task` on a thread of its own when the world's time has reached `due`; at once when it
  /// has already.
  Alarm at(Instant due, Runnable task);

  @Override
  void close();

  /// Something that is due.
  interface Alarm {
    /// No effect once it runs.
    void cancel();
  }
}
