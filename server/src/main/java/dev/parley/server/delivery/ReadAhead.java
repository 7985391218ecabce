package dev.parley.server.delivery;

import java.util.TreeSet;

/// How far a stream is read, and which events of it are still to be delivered. Only {@link Backlog}
/// touches it, under its lock.
final class ReadAhead {
  private final int window;

  /// The cursor must not pass these.
  private final TreeSet<Long> unfinished = new TreeSet<>();

  private long newest;
  private long readUpTo;

  /// Chats that fail and found no lane.
  private int pinned;

  ReadAhead(long cursor, int window) {
    this.window = window;
    this.newest = cursor;
    this.readUpTo = cursor;
  }

  void announce(long lastSeq) {
    newest = Math.max(newest, lastSeq);
  }

  boolean canRead() {
    return readUpTo < newest && unfinished.size() < window && pinned == 0;
  }

  Turn.Read next() {
    return new Turn.Read(readUpTo, newest);
  }

  void readTo(Turn.Read turn, long upTo) {
    readUpTo = upTo;
    if (upTo == turn.after() && newest == turn.newest()) {
      // What was announced is not there: the world was reset. Do not look again and again.
      newest = upTo;
    }
  }

  void begin(ToldEvent event) {
    unfinished.add(event.seq());
  }

  void finish(ToldEvent event) {
    unfinished.remove(event.seq());
  }

  /// The last event of which it and all before it are done, or in a lane.
  long finished() {
    return unfinished.isEmpty() ? readUpTo : unfinished.first() - 1;
  }

  void pin(ChatQueue chat) {
    if (!chat.pinned) {
      chat.pinned = true;
      pinned++;
    }
  }

  void unpin(ChatQueue chat) {
    if (chat.pinned) {
      chat.pinned = false;
      pinned--;
    }
  }
}
