package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sharded database needs it: each table keyed by stream first, each statement naming its stream.
class StreamFirstTest {
  /// One row about the whole database, and the migrations: copied to each shard.
  private static final Set<String> COPIED = Set.of("world", "schema_history");

  /// A stream's owner is unique over all streams, which a directory of streams must see to.
  private static final List<String> OWNER = List.of("kind", "owner");

  @Test
  void every_table_is_keyed_by_stream_first(@TempDir Path directory) throws Exception {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("schema.db"))) {
      connection.setAutoCommit(false);
      Migrations.bringUpToDate(connection, Dialect.SQLITE);
      List<String> tables = tables(connection);
      assertThat(tables)
          .contains("event", "message", "chat", "stream", "media")
          .containsAll(COPIED);
      for (String table : tables) {
        if (!COPIED.contains(table)) {
          Map<String, List<String>> keys = uniqueKeys(connection, table);
          assertThat(keys).as(table).isNotEmpty();
          assertThat(keys.values())
              .as(table)
              .allMatch(key -> key.getFirst().equals("stream") || key.equals(OWNER));
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static Map<String, List<String>> uniqueKeys(Connection connection, String table)
      throws SQLException {
    var keys = new LinkedHashMap<String, List<String>>();
    try (var rows = connection.getMetaData().getIndexInfo(null, null, table, true, false)) {
      while (rows.next()) {
        keys.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
            .add(rows.getString("COLUMN_NAME"));
      }
    }
    if (table.equals("stream")) {
      keys.put("primary", List.of("stream"));
    }
    return keys;
  }

  private static List<Field> statementFields() {
    var fields = new ArrayList<Field>();
    fields.addAll(List.of(Sql.class.getDeclaredFields()));
    fields.addAll(List.of(MediaSql.class.getDeclaredFields()));
    return fields;
  }

  @Test
  void every_statement_names_its_stream() throws Exception {
    int statements = 0;
    for (Field field : statementFields()) {
      if (field.getType() == String.class && field.get(null) instanceof String sql) {
        statements++;
        if (sql.startsWith("INSERT")) {
          assertThat(sql).as(field.getName()).matches("(?s)INSERT INTO \\w+ \\(stream, .*");
        } else if (!sql.equals(Sql.STREAMS)) {
          assertThat(sql).as(field.getName()).contains("WHERE stream = ?");
        }
      }
    }
    assertThat(statements).isGreaterThan(20);
  }
}
