package dev.parley.server.sql;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Where SQLite and PostgreSQL differ.
enum Dialect {
  SQLITE(
      // Named, so that rows lie in the order of arrival; storage only, nobody is told of it.
      "id INTEGER PRIMARY KEY,\n  ", "BLOB", " WITHOUT ROWID") {
    @Override
    boolean isOwnFault(SQLException e) {
      return !(e instanceof SQLiteException sqlite)
          || !BEYOND_REPAIR.contains(sqlite.getResultCode().code & PRIMARY_CODE);
    }
  },

  POSTGRES(
      // Its rows lie in the order of arrival anyway.
      "", "BYTEA", "") {
    @Override
    boolean isOwnFault(SQLException e) {
      String state = e.getSQLState();
      return state != null && OWN_FAULT_CLASSES.contains(state.substring(0, 2));
    }
  };

  /// The low byte of a result code says the kind of error, the rest says more about it. Source:
  /// sqlite.org/rescode.html
  private static final int PRIMARY_CODE = 0xff;

  /// After these the file, or the disk below it, can't be trusted with another promise. A lock that
  /// is still held after {@link SqliteStore#BUSY_TIMEOUT} is among them: somebody else writes.
  private static final Set<Integer> BEYOND_REPAIR =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL.code,
          SQLiteErrorCode.SQLITE_IOERR.code,
          SQLiteErrorCode.SQLITE_CORRUPT.code,
          SQLiteErrorCode.SQLITE_NOTADB.code,
          SQLiteErrorCode.SQLITE_READONLY.code,
          SQLiteErrorCode.SQLITE_CANTOPEN.code,
          SQLiteErrorCode.SQLITE_NOMEM.code,
          SQLiteErrorCode.SQLITE_PROTOCOL.code,
          SQLiteErrorCode.SQLITE_BUSY.code,
          SQLiteErrorCode.SQLITE_LOCKED.code);

  /// Wrong data (22), a broken promise such as UNIQUE (23), a statement after one that failed (25),
  /// a wrong statement (42). All else is about the connection, the server or its disk. Source:
  /// PostgreSQL manual, appendix A.
  private static final Set<String> OWN_FAULT_CLASSES = Set.of("22", "23", "25", "42");

  private final String arrival;
  private final String bytes;
  private final String clustered;

  Dialect(String arrival, String bytes, String clustered) {
    this.arrival = arrival;
    this.bytes = bytes;
    this.clustered = clustered;
  }

  /// Whether the statement was wrong, and not the database: then only its work fails.
  abstract boolean isOwnFault(SQLException e);

  /// A migration script as this database wants it.
  String translate(String script) {
    return script
        .replace("{arrival}", arrival)
        .replace("{bytes}", bytes)
        .replace("{clustered}", clustered);
  }
}
