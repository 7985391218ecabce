package dev.parley.server.delivery;

import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has changed since the disk was written. Only {@link Backlog} touches it, under its lock.
final class Unwritten {
  /// From a change until it is written. So much is told twice after a crash, at most.
  static final Duration WRITE_AFTER = Duration.ofMillis(200);

  private final String reader;
  private final StreamId stream;
  private final Set<ChatQueue> chats = new LinkedHashSet<>();
  private long cursor;
  private boolean pending;
  private long pendingSinceNanos;

  Unwritten(String reader, StreamId stream, long cursor) {
    this.reader = reader;
    this.stream = stream;
    this.cursor = cursor;
  }

  void change(ChatQueue chat) {
    chat.version++;
    chats.add(chat);
  }

  boolean contains(ChatQueue chat) {
    return chats.contains(chat);
  }

  /// How long the disk may still wait, in real time; 0 or less when it is to be written now.
  ///
  /// @param finished where the cursor should be
  long nanosLeft(long finished) {
    if (!pending) {
      if (chats.isEmpty() && finished <= cursor) {
        return Long.MAX_VALUE;
      }
      pending = true;
      pendingSinceNanos = System.nanoTime();
    }
    return WRITE_AFTER.toNanos() - (System.nanoTime() - pendingSinceNanos);
  }

  Image image(long finished) {
    Map<ChatQueue, Long> versions = new LinkedHashMap<>();
    List<Lane> behind = new ArrayList<>();
    List<Lane> caughtUp = new ArrayList<>();
    for (ChatQueue chat : chats) {
      versions.put(chat, chat.version);
      var lane =
          new Lane(reader, stream, chat.id, chat.next, chat.attempts, chat.due, chat.lastError);
      (chat.laned ? behind : caughtUp).add(lane);
    }
    return new Image(reader, finished, versions, behind, caughtUp);
  }

  /// That of one who writes nothing any more.
  Image nothing() {
    return new Image(reader, 0, Map.of(), List.of(), List.of());
  }

  /// The image is on disk.
  ///
  /// @return the chats that have not changed since
  List<ChatQueue> written(Image image) {
    pending = false;
    cursor = Math.max(cursor, image.cursor());
    List<ChatQueue> unchanged = new ArrayList<>();
    image
        .versions()
        .forEach((chat, version) -> {
          if (chat.version == version && chats.remove(chat)) {
            unchanged.add(chat);
          }
        });
    return unchanged;
  }
}
