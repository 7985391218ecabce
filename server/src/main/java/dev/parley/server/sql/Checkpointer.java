package dev.parley.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Carries what was committed from SQLite's log into its file, beside the writer: SQLite would do
/// it within a commit, which then takes long (measured: p99 13 ms, stalls of 160 ms).
final class Checkpointer {
  /// Between two rounds, while there are commits.
  static final Duration EVERY = Duration.ofMillis(50);

  /// 4 KB each. A log that has grown beyond it is carried over by the writer itself: only when
  /// nobody writes meanwhile can the log start again, else it grows for ever under load.
  static final long LOG_MAX_PAGES = 8_000;

  private static final String CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)";

  private final Connection connection;
  private final Dialect dialect;
  private final StoreHealth health;
  private final Runnable eachRound;
  private final Thread thread;
  private final AtomicLong commits = new AtomicLong();
  private volatile long logPages;
  private volatile boolean idle;
  private volatile boolean closed;
  private long writersTurnAt = LOG_MAX_PAGES;

  /// @param connection the checkpointer's own, with auto-commit
  /// @param eachRound run beside it, some times a second at most while there are commits
  Checkpointer(Connection connection, Dialect dialect, StoreHealth health, Runnable eachRound) {
    this.connection = connection;
    this.dialect = dialect;
    this.health = health;
    this.eachRound = eachRound;
    this.thread = Thread.ofPlatform().daemon().name("parley-checkpoint").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// From the writer's thread, after each commit.
  ///
  /// @param writer its connection, between two transactions
  void committed(Connection writer) {
    commits.incrementAndGet();
    if (idle) {
      LockSupport.unpark(thread);
    }
    if (logPages < writersTurnAt) {
      writersTurnAt = LOG_MAX_PAGES;
    } else {
      try (PreparedStatement statement = writer.prepareStatement(CHECKPOINT)) {
        Progress progress = checkpoint(statement);
        // A reader that looks at an old state can keep the log from starting again.
        writersTurnAt = progress.left() == 0 ? LOG_MAX_PAGES : progress.log + LOG_MAX_PAGES;
        logPages = progress.left();
      } catch (SQLException e) {
        throw new SqlFailure(CHECKPOINT, e);
      }
    }
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
    Threads.joinUninterruptibly(thread);
  }

  /// @param log pages in the log
  /// @param carried pages of them that are in the file too
  private record Progress(long log, long carried) {
    long left() {
      return log - carried;
    }
  }

  private void run() {
    long done = 0;
    try (PreparedStatement statement = connection.prepareStatement(CHECKPOINT)) {
      while (!closed && !health.isBroken()) {
        if (commits.get() == done) {
          awaitCommit(done);
          continue;
        }
        long seen = commits.get();
        Progress progress = checkpoint(statement);
        logPages = progress.log;
        eachRound.run();
        if (progress.left() == 0) {
          done = seen;
        }
        LockSupport.parkNanos(this, EVERY.toNanos());
      }
    } catch (SQLException e) {
      if (dialect.isOwnFault(e)) {
        throw new IllegalStateException(CHECKPOINT, e);
      }
      health.breakDown("carrying the log over in", e);
    }
  }

  private void awaitCommit(long done) {
    idle = true;
    if (commits.get() == done && !closed) {
      LockSupport.park(this);
    }
    idle = false;
  }

  private static Progress checkpoint(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new Progress(row.getLong(2), row.getLong(3));
    }
  }
}
