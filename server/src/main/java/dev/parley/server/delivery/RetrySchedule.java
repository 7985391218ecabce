package dev.parley.server.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When an event that could not be delivered is tried again.
///
/// | after attempt | wait | since the first, about |
/// |--:|--:|--:|
/// | 1 | 5 s | 5 s |
/// | 2 | 15 s | 20 s |
/// | 3 | 45 s | 1 min |
/// | 4 | 2 min | 3 min |
/// | 5 | 6 min | 9 min |
/// | 6 | 20 min | 29 min |
/// | 7 | 1 h | 1 h 29 min |
/// | 8 | 3 h | 4 h 29 min |
/// | 9 and more | 6 h | |
///
/// An attempt that would come more than {@link #KEPT} after the event is not made: the event is
/// given up. Each event has one attempt at least, however late its turn. Source: webhooks reference
/// §7.
public final class RetrySchedule {
  /// From the event to its last attempt at most. Source: webhooks reference §6, delivery policy.
  public static final Duration KEPT = Duration.ofDays(7);

  /// Each wait is up to so much shorter or longer, so that chats that failed together do not all
  /// come back together.
  public static final double JITTER = 0.2;

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          Duration.ofMinutes(2),
          Duration.ofMinutes(6),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6));

  /// Null for exact waits.
  private final @Nullable RandomGenerator random;

  private RetrySchedule(@Nullable RandomGenerator random) {
    this.random = random;
  }

  /// Exactly as in the table, as the sandbox needs it.
  public static RetrySchedule exact() {
    return new RetrySchedule(null);
  }

  /// As in the table, give or take {@link #JITTER}.
  public static RetrySchedule jittered(RandomGenerator random) {
    return new RetrySchedule(random);
  }

  /// @param attempts made so far, 1 or more
  /// @param age of the event now
  /// @return how long to wait; empty when the event is given up
  public Optional<Duration> next(int attempts, Duration age) {
    Duration wait = withJitter(WAITS.get(Math.min(attempts, WAITS.size()) - 1));
    return age.plus(wait).compareTo(KEPT) > 0 ? Optional.empty() : Optional.of(wait);
  }

  private synchronized Duration withJitter(Duration wait) {
    if (random == null) {
      return wait;
    }
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
