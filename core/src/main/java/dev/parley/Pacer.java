package dev.parley;

import java.time.Duration;
import java.time.Instant;

/// Gives out slots at a steady rate with a burst (a token bucket as GCRA: one instant of state).
/// Not thread-safe; its owner is one dispatcher.
///
/// Rates of the network: 80 messages a second per number; one per 6 s to one user with a burst of
/// 45. Source: reference, platform.md §3.
final class Pacer {
  static final Duration NUMBER_INTERVAL = Duration.ofNanos(1_000_000_000L / 80);
  static final int NUMBER_BURST = 80;
  static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
  static final int PAIR_BURST = 45;

  private final Duration interval;
  private final Duration burst;
  private Instant full;

  Pacer(Duration interval, int burst, Instant now) {
    this.interval = interval;
    this.burst = interval.multipliedBy(burst - 1L);
    this.full = now;
  }

  /// Takes the next slot: the instant from which it may be used, `now` or later.
  Instant take(Instant now) {
    Instant start = full.isAfter(now) ? full : now;
    full = start.plus(interval);
    Instant free = start.minus(burst);
    return free.isAfter(now) ? free : now;
  }

  /// Whether forgetting this pacer would change nothing.
  boolean isRested(Instant now) {
    return !full.isAfter(now);
  }
}
