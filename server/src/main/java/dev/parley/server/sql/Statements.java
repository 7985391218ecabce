package dev.parley.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection and its prepared statements, each prepared once. For one thread.
final class Statements {
  private final Connection connection;
  private final IdentityHashMap<String, PreparedStatement> prepared = new IdentityHashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try {
      try (ResultSet rows = bound(sql, parameters).executeQuery()) {
        var list = new ArrayList<T>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try {
      try (ResultSet rows = bound(sql, parameters).executeQuery()) {
        return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  /// Runs the statement, and tells how many rows it changed.
  int update(String sql, @Nullable Object... parameters) {
    try {
      return bound(sql, parameters).executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  /// Lays the statement aside, to be run with others of its kind by {@link #runBatch}.
  void addToBatch(String sql, @Nullable Object... parameters) {
    try {
      bound(sql, parameters).addBatch();
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  void runBatch(String sql) {
    try {
      of(sql).executeBatch();
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  /// Forgets what was laid aside.
  void dropBatches() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.clearBatch();
      }
    } catch (SQLException e) {
      throw new SqlFailure("dropping a batch", e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new SqlFailure("COMMIT", e);
    }
  }

  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new SqlFailure("ROLLBACK", e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = of(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private PreparedStatement of(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }
}
