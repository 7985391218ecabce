package dev.parley.server.sql;

import dev.parley.Store.Work;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The one connection that writes, and what is known beside it. For the writer's thread, once open.
final class JournalWriter {
  private final Statements statements;
  private final WriterMemory memory;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final long epoch;
  private volatile long salt;

  /// Takes the database over: a process that opened it before can write no more.
  ///
  /// @param connection without auto-commit, its schema up to date
  JournalWriter(Connection connection, InstantSource clock) {
    this.statements = new Statements(connection);
    this.memory = new WriterMemory(statements);
    this.clock = clock;
    if (statements.first(Sql.World.READ, row -> row.getLong(1)).isEmpty()) {
      statements.update(Sql.World.ADD, random.nextLong());
    }
    statements.update(Sql.World.NEXT_EPOCH);
    this.salt = statements.first(Sql.World.READ, row -> row.getLong(1)).orElseThrow();
    this.epoch = statements.first(Sql.World.READ, row -> row.getLong(2)).orElseThrow();
    statements.update(Sql.World.TAKE_STREAMS, epoch);
    statements.commit();
    memory.load(epoch);
    statements.commit();
  }

  long salt() {
    return salt;
  }

  /// Rises with each change.
  long changes() {
    return memory.changes();
  }

  <R> R run(StreamId stream, Work<R> work) {
    memory.heads().lastSeq(stream);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return work.run(new SqlTx(stream, now, statements, memory));
  }

  StreamId openStream(StreamInfo.Kind kind, String owner) {
    StreamId known = memory.heads().find(kind, owner);
    if (known != null) {
      return known;
    }
    StreamId added = memory.heads().add(kind, owner, statements);
    memory.noteChange(added);
    return added;
  }

  /// Never beside other works: what is held in memory goes too.
  long wipe() {
    memory.noteChange();
    Sql.World.WIPE.forEach(statements::update);
    long fresh = random.nextLong();
    statements.update(Sql.World.SET_SALT, fresh);
    memory.load(epoch);
    salt = fresh;
    return fresh;
  }

  /// Writes what is held back; after it only the commit can fail.
  void writeAll() {
    memory.writeAll();
  }

  /// Returns once it is on disk.
  ///
  /// @return the streams that have new events
  List<StreamHeads.Grown> commit() {
    statements.commit();
    return memory.committed();
  }

  void undo() {
    statements.rollback();
    memory.undo();
  }
}
