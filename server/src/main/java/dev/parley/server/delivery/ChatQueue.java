package dev.parley.server.delivery;

import dev.parley.WorldClock.Alarm;
import dev.parley.chat.ChatId;
import dev.parley.journal.Lane;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One chat on its way to one endpoint. Only {@link Backlog} touches it, under its lock.
///
/// A chat that keeps up has its events in {@link #waiting}, and the cursor waits for them. One that
/// fell behind is *laned*: the journal holds its events from {@link #next} to {@link #covered}, the
/// cursor has passed them, and {@link #waiting} is but the page of them that was read last.
final class ChatQueue {
  enum State {
    /// Nothing to do.
    IDLE,
    /// A thread works on it.
    ACTIVE,
    /// An alarm will wake it.
    RESTING
  }

  final ChatId id;
  final Deque<ToldEvent> waiting = new ArrayDeque<>();
  State state = State.IDLE;
  boolean laned;

  /// Failing, and there was no lane left: the cursor waits.
  boolean pinned;

  long next;
  long covered;

  /// Made at the first event that waits.
  int attempts;

  /// Not null while that event fails.
  @Nullable String lastError;

  Instant due = Instant.EPOCH;

  /// Counts the times it went to rest, so that an alarm of an earlier one can be told apart.
  long rest;

  @Nullable Alarm alarm;

  /// Counts the changes of what should be on disk.
  long version;

  ChatQueue(ChatId id) {
    this.id = id;
  }

  /// As it lies on disk; `cursor` is how far its reader had come.
  static ChatQueue of(Lane lane, long cursor) {
    var chat = new ChatQueue(lane.chat());
    chat.laned = true;
    chat.next = lane.next();
    chat.covered = cursor;
    chat.attempts = lane.attempts();
    chat.due = lane.due();
    chat.lastError = lane.lastError();
    chat.state = State.RESTING;
    return chat;
  }

  boolean isFailing() {
    return lastError != null;
  }

  /// Whether memory and disk hold nothing of it once it is written.
  boolean isDone() {
    return state == State.IDLE && !laned && waiting.isEmpty();
  }
}
