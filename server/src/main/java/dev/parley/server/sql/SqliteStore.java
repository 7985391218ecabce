package dev.parley.server.sql;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The store in one SQLite file: nothing to install, and every commit is on disk before anybody is
/// told. One process, one writer.
public final class SqliteStore implements Store {
  /// The file within the data directory; `-wal` and `-shm` beside it belong to it.
  public static final String FILE = "parley.db";

  /// Threads that answer questions.
  static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

  /// How long a lock of somebody else (a shell, a backup) is waited for.
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

  private final StoreHealth health;
  private final JournalWriter journal;
  private final GroupCommit writer;
  private final ReaderPool readers;
  private final Checkpointer checkpointer;
  private final SqliteFile file;

  private SqliteStore(
      SqliteFile file, Sync sync, InstantSource clock, Consumer<StoreBroken> onBroken)
      throws SQLException {
    this.file = file;
    health = new StoreHealth(file.toString(), onBroken);
    Connection writing = file.connectWriter(sync);
    Migrations.bringUpToDate(writing, Dialect.SQLITE);
    journal = new JournalWriter(writing, clock);
    checkpointer =
        new Checkpointer(file.connectCheckpointer(sync), Dialect.SQLITE, health, this::requireFile);
    writer =
        new GroupCommit(
            journal, Dialect.SQLITE, sync, health, () -> checkpointer.committed(writing));
    List<Connection> reading = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      reading.add(file.connectReader());
    }
    readers = new ReaderPool(reading, Dialect.SQLITE, health);
    checkpointer.start();
    writer.start();
    readers.start();
  }

  /// Opens the store of a data directory, which is made when it is missing.
  ///
  /// @param clock the world's time
  /// @param onBroken told once, on a thread of its own, when the store can't keep its promise any
  ///   more: the process should end
  /// @throws DirectoryInUse when another process has it
  public static SqliteStore open(
      Path directory, Sync sync, InstantSource clock, Consumer<StoreBroken> onBroken) {
    return open(() -> SqliteFile.in(directory), directory.toString(), sync, clock, onBroken);
  }

  /// A store for tests and passing worlds: a file of its own that is deleted with it, and not
  /// waited for on disk.
  public static SqliteStore throwAway(InstantSource clock) {
    return open(SqliteFile::temporary, "a temporary directory", Sync.NEVER, clock, broken -> {});
  }

  @FunctionalInterface
  private interface FileOpener {
    SqliteFile open() throws IOException;
  }

  private static SqliteStore open(
      FileOpener opener,
      String where,
      Sync sync,
      InstantSource clock,
      Consumer<StoreBroken> onBroken) {
    SqliteFile file;
    try {
      file = opener.open();
    } catch (IOException e) {
      throw new StoreBroken("%s can't be used: %s".formatted(where, e), e);
    }
    try {
      return new SqliteStore(file, sync, clock, onBroken);
    } catch (SQLException | RuntimeException e) {
      file.close();
      throw switch (e) {
        case Migrations.WrongSchema wrong -> wrong;
        default -> new StoreBroken("%s can't be opened: %s".formatted(file, e.getMessage()), e);
      };
    }
  }

  @Override
  public <R> R write(StreamId stream, Work<R> work) {
    return writer.write(stream, work);
  }

  @Override
  public <R> R read(Function<View, R> question) {
    return readers.ask(question);
  }

  @Override
  public StreamId openStream(StreamInfo.Kind kind, String owner) {
    return writer.openStream(kind, owner);
  }

  @Override
  public void onCommit(CommitListener listener) {
    writer.onCommit(listener);
  }

  @Override
  public long salt() {
    return journal.salt();
  }

  @Override
  public void wipe() {
    writer.wipe();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    checkpointer.close();
    file.close();
  }

  /// The path of the file.
  @Override
  public String toString() {
    return file.toString();
  }

  /// A file that was deleted is still written to, into the void.
  private void requireFile() {
    if (!file.isThere()) {
      health.breakDown("writing to", new IOException("the file was deleted or replaced"));
    }
  }
}
