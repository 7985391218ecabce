package dev.parley.server.sql;

import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.StreamId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the writer holds back until the end of a commit, so that each row is written once and rows
/// of a kind go together. For the writer's thread.
final class WriterMemory {
  private final Statements statements;
  private final StreamHeads heads = new StreamHeads();
  private final ChatCache chats;
  private final Map<Place, StoredMessage> messages = new LinkedHashMap<>();
  private boolean eventsWait;
  private long changes;

  WriterMemory(Statements statements) {
    this.statements = statements;
    this.chats = new ChatCache(statements);
  }

  private record Place(StreamId stream, long seq) {}

  void load(long epoch) {
    heads.load(statements, epoch);
    chats.clear();
    messages.clear();
  }

  StreamHeads heads() {
    return heads;
  }

  ChatCache chats() {
    return chats;
  }

  /// Rises with each change: tells whether a work that failed had changed anything.
  long changes() {
    return changes;
  }

  void noteChange() {
    changes++;
  }

  /// The stream's row is written with each change, since it shows whether we still own the stream.
  void noteChange(StreamId stream) {
    changes++;
    heads.touch(stream);
  }

  long append(StreamId stream, int kind, @Nullable Long chat, Instant at, byte[] payload) {
    noteChange(stream);
    long seq = heads.nextSeq(stream);
    statements.addToBatch(
        Sql.ADD_EVENT, stream.value(), seq, kind, chat, at.toEpochMilli(), payload);
    eventsWait = true;
    return seq;
  }

  void save(Chat chat) {
    noteChange(chat.stream());
    chats.save(chat);
  }

  void save(StoredMessage message) {
    noteChange(message.stream());
    messages.put(new Place(message.stream(), message.seq()), message);
  }

  @Nullable StoredMessage message(StreamId stream, long seq) {
    return messages.get(new Place(stream, seq));
  }

  void writeEvents() {
    if (eventsWait) {
      statements.runBatch(Sql.ADD_EVENT);
      eventsWait = false;
    }
  }

  void writeAll() {
    writeEvents();
    heads.write(statements);
    chats.write();
    writeMessages();
  }

  private void writeMessages() {
    if (messages.isEmpty()) {
      return;
    }
    for (StoredMessage message : messages.values()) {
      StoredMessage.Failure failure = message.failure();
      statements.addToBatch(
          Sql.SAVE_MESSAGE,
          message.stream().value(),
          message.seq(),
          message.chat().value(),
          Codes.of(message.direction()),
          Codes.of(message.kind()),
          message.at().toEpochMilli(),
          message.previous(),
          Codes.of(message.progress()),
          message.deleted() ? 1 : 0,
          failure == null ? null : failure.code(),
          failure == null ? null : failure.details());
    }
    statements.runBatch(Sql.SAVE_MESSAGE);
    messages.clear();
  }

  /// What was written is committed.
  ///
  /// @return the streams that have new events
  List<StreamHeads.Grown> committed() {
    chats.committed();
    return heads.committed();
  }

  void undo() {
    statements.dropBatches();
    eventsWait = false;
    messages.clear();
    chats.undo();
    heads.undo();
  }
}
