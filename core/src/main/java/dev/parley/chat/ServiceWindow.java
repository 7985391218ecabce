package dev.parley.chat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The customer service window: 24 hours from the user's last message. Taps, reactions, locations
/// and orders are messages too. Source: reference, messages.md §18.
///
/// @param lastInbound null when the user never wrote; then the window is closed
public record ServiceWindow(@Nullable Instant lastInbound) {
  public static final Duration LENGTH = Duration.ofHours(24);

  public boolean isOpen(Instant now) {
    Instant end = closesAt();
    return end != null && now.isBefore(end);
  }

  /// The first instant at which it is closed.
  public @Nullable Instant closesAt() {
    return lastInbound == null ? null : lastInbound.plus(LENGTH);
  }
}
