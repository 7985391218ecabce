package dev.parley;

import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.util.function.Function;

/// Where everything is kept. A port: SQLite in one process, PostgreSQL for several.
public interface Store extends AutoCloseable {

  /// Runs `work` in a transaction on one stream and returns once it is on disk (fsync). Works that
  /// wait together share one physical transaction; one that fails does not sink the others. When
  /// the disk refuses, the process must end: {@link StoreBroken} is thrown to every caller from
  /// then on.
  <R> R write(StreamId stream, Work<R> work);

  /// Asks a question of what is committed.
  <R> R read(Function<View, R> question);

  /// The stream of this owner, made when it is new.
  StreamId openStream(StreamInfo.Kind kind, String owner);

  /// Called after each commit that appended events, with the stream and its newest seq; from the
  /// writer's thread, so it must return at once.
  void onCommit(CommitListener listener);

  /// A random number of this world, another one after each {@link #wipe}, so that ids never repeat.
  long salt();

  /// Forgets everything: all streams, events, documents, and who listened to commits. Only a
  /// sandbox does that.
  void wipe();

  @Override
  void close();

  /// What is done in a transaction.
  ///
  /// @param <R> what the caller wants to know of it
  @FunctionalInterface
  interface Work<R> {
    R run(Tx tx);
  }

  /// Who wants to know of commits.
  @FunctionalInterface
  interface CommitListener {
    void committed(StreamId stream, long lastSeq);
  }

  /// The store can't keep its promise any more (disk full, fsync failed, file gone).
  final class StoreBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreBroken(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
