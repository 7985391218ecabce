package dev.parley.chat;

import dev.parley.journal.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message of either side, as far as rules ask about it. What it says is in the event at the same
/// (stream, seq).
///
/// @param previous seq of the message before it in its chat, 0 for the first. Following it shows a
///   chat newest first without an index on chats, which the accept path would pay for
/// @param progress how far it got; of a user's message always `DELIVERED`
/// @param failure why it failed, null otherwise
public record StoredMessage(
    StreamId stream,
    long seq,
    ChatId chat,
    Direction direction,
    Kind kind,
    Instant at,
    long previous,
    Progress progress,
    boolean deleted,
    @Nullable Failure failure) {

  /// What the rules must tell apart.
  public enum Kind {
    PLAIN,
    /// No bubble of its own, no delivered, no read; cannot be reacted to.
    REACTION,
    /// The only kind that passes a closed window.
    TEMPLATE
  }

  /// @param details the sentence that goes out as `error_data.details`
  public record Failure(int code, String details) {}

  public StoredMessage withProgress(Progress next) {
    return new StoredMessage(
        stream, seq, chat, direction, kind, at, previous, next, deleted, failure);
  }

  public StoredMessage failed(Failure reason) {
    return new StoredMessage(
        stream, seq, chat, direction, kind, at, previous, Progress.FAILED, deleted, reason);
  }

  public StoredMessage asDeleted() {
    return new StoredMessage(
        stream, seq, chat, direction, kind, at, previous, progress, true, failure);
  }
}
