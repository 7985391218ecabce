package dev.parley.server.sql;

import dev.parley.chat.ChatId;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest seq and chat of each stream, so that the next ones cost no question. For the writer's
/// thread.
final class StreamHeads {
  private final NavigableMap<StreamId, Head> heads = new TreeMap<>();
  private final Map<Owner, StreamId> owners = new HashMap<>();
  private final Set<Head> touched = new LinkedHashSet<>();
  private long epoch;

  /// A stream that has new events.
  record Grown(StreamId stream, long lastSeq) {}

  private record Owner(StreamInfo.Kind kind, String id) {}

  private static final class Head {
    final StreamInfo info;
    boolean isNew;
    long seq;
    long chat;
    long committedSeq;
    long committedChat;

    Head(StreamInfo info, long seq, long chat, boolean isNew) {
      this.info = info;
      this.isNew = isNew;
      this.seq = seq;
      this.chat = chat;
      this.committedSeq = seq;
      this.committedChat = chat;
    }
  }

  void load(Statements statements, long epoch) {
    this.epoch = epoch;
    heads.clear();
    owners.clear();
    touched.clear();
    statements
        .list(
            Sql.STREAMS,
            row ->
                new Head(
                    new StreamInfo(
                        new StreamId(row.getInt(1)),
                        Codes.streamKind(row.getInt(2)),
                        row.getString(3)),
                    row.getLong(4),
                    row.getLong(5),
                    false))
        .forEach(this::keep);
  }

  private void keep(Head head) {
    heads.put(head.info.id(), head);
    owners.put(new Owner(head.info.kind(), head.info.owner()), head.info.id());
  }

  @Nullable StreamId find(StreamInfo.Kind kind, String owner) {
    return owners.get(new Owner(kind, owner));
  }

  StreamId add(StreamInfo.Kind kind, String owner, Statements statements) {
    var stream = new StreamId(heads.isEmpty() ? 1 : heads.lastKey().value() + 1);
    statements.update(Sql.ADD_STREAM, stream.value(), Codes.of(kind), owner, epoch);
    var head = new Head(new StreamInfo(stream, kind, owner), 0, 0, true);
    keep(head);
    touched.add(head);
    return stream;
  }

  long lastSeq(StreamId stream) {
    return head(stream).seq;
  }

  /// To be written with the next commit, and taken back with it; before any change of the stream.
  void touch(StreamId stream) {
    touched.add(head(stream));
  }

  long nextSeq(StreamId stream) {
    return ++head(stream).seq;
  }

  ChatId nextChat(StreamId stream) {
    return new ChatId(++head(stream).chat);
  }

  /// Writes each row once, however many events the streams got.
  void write(Statements statements) {
    for (Head head : touched) {
      int rows =
          statements.update(Sql.MOVE_STREAM, head.seq, head.chat, head.info.id().value(), epoch);
      if (rows != 1) {
        throw new TakenOver(head.info.id());
      }
    }
  }

  List<Grown> committed() {
    var grown = new ArrayList<Grown>();
    for (Head head : touched) {
      if (head.seq > head.committedSeq) {
        grown.add(new Grown(head.info.id(), head.seq));
      }
      head.committedSeq = head.seq;
      head.committedChat = head.chat;
      head.isNew = false;
    }
    touched.clear();
    return grown;
  }

  void undo() {
    for (Head head : touched) {
      head.seq = head.committedSeq;
      head.chat = head.committedChat;
      if (head.isNew) {
        heads.remove(head.info.id());
        owners.remove(new Owner(head.info.kind(), head.info.owner()));
      }
    }
    touched.clear();
  }

  private Head head(StreamId stream) {
    Head head = heads.get(stream);
    if (head == null) {
      throw SqlView.noStream(stream);
    }
    return head;
  }

  /// Another process has opened the database since, and it alone may write now.
  static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenOver(StreamId stream) {
      super("stream " + stream + " was taken over by another process");
    }
  }
}
