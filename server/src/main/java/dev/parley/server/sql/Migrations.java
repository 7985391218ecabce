package dev.parley.server.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Brings the schema up to date: runs each script once, in order, and writes down that it did, in
/// one transaction. A script is never changed once it was released; a changed one is noticed.
///
/// Flyway does the same, but costs several times what opening SQLite does, at each start and for
/// each throw-away world.
final class Migrations {
  private Migrations() {}

  /// In order; the first is version 1.
  private static final List<String> SCRIPTS =
      List.of("V1__journal.sql", "V2__media.sql", "V3__chat_user.sql");

  private static final String STATEMENT_END = ";\\R";

  private static final String HISTORY =
      """
      CREATE TABLE IF NOT EXISTS schema_history (
        version  INTEGER NOT NULL PRIMARY KEY,
        script   TEXT    NOT NULL,
        checksum BIGINT  NOT NULL
      )\
      """;

  private static final String APPLIED =
      """
      SELECT version, checksum FROM schema_history
       ORDER BY version\
      """;

  private static final String NOTE =
      """
      INSERT INTO schema_history (version, script, checksum)
      VALUES (?, ?, ?)\
      """;

  /// The database was not made by this version of ours, nor by an earlier one.
  static final class WrongSchema extends IllegalStateException {
    private static final long serialVersionUID = 1;

    WrongSchema(String message) {
      super(message);
    }
  }

  /// @param connection without auto-commit
  static void bringUpToDate(Connection connection, Dialect dialect) throws SQLException {
    var applied = new TreeMap<Integer, Long>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(HISTORY);
      try (var rows = statement.executeQuery(APPLIED)) {
        while (rows.next()) {
          applied.put(rows.getInt(1), rows.getLong(2));
        }
      }
      if (!applied.isEmpty() && applied.lastKey() > SCRIPTS.size()) {
        throw new WrongSchema(
            "the database has version %d, this program knows %d: use a newer one"
                .formatted(applied.lastKey(), SCRIPTS.size()));
      }
      for (int version = 1; version <= SCRIPTS.size(); version++) {
        String name = SCRIPTS.get(version - 1);
        String script = read(name);
        long checksum = checksum(script);
        Long known = applied.get(version);
        if (known == null) {
          run(statement, dialect.translate(script));
          note(connection, version, name, checksum);
        } else if (known != checksum) {
          throw new WrongSchema(
              "the database was made with another %s than this program's".formatted(name));
        }
      }
    }
    connection.commit();
  }

  private static void run(Statement statement, String script) throws SQLException {
    for (String single : script.split(STATEMENT_END, -1)) {
      if (!single.isBlank()) {
        statement.execute(single);
      }
    }
  }

  private static void note(Connection connection, int version, String name, long checksum)
      throws SQLException {
    try (var statement = connection.prepareStatement(NOTE)) {
      statement.setInt(1, version);
      statement.setString(2, name);
      statement.setLong(3, checksum);
      statement.executeUpdate();
    }
  }

  private static String read(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program's script " + name + " can't be read", e);
    }
  }

  private static long checksum(String script) {
    var crc = new CRC32();
    crc.update(script.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
