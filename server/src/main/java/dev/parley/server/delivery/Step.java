package dev.parley.server.delivery;

import java.time.Instant;
import java.util.List;

/// What a thread that works on a chat is to do next.
sealed interface Step {
  /// Make an attempt.
  ///
  /// @param attempt from 1
  /// @param count whether the attempt must be on disk before it is made
  record Carry(ToldEvent event, int attempt, boolean count) implements Step {}

  /// Read events of the chat's lane from the journal.
  record ReadLane(long after, long upTo) implements Step {}

  /// The chat has nothing more to do; the thread must leave it alone from now on.
  record Leave() implements Step {}

  /// A chat that waits for its alarm.
  ///
  /// @param rest tells this rest from an earlier one
  /// @param behind the events that wait with it
  record Resting(ChatQueue chat, long rest, Instant due, List<Behind> behind) {}

  /// An event that waits for an earlier one of its chat.
  ///
  /// @param first seq of the event it waits for
  record Behind(ToldEvent event, long first, Instant due) {}
}
