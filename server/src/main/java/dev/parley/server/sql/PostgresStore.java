package dev.parley.server.sql;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store in a PostgreSQL database (15 or newer), for one process at a time: the last one to
/// open it owns it, and the one before finds itself fenced off at its next commit. A lost
/// connection ends the process as a broken disk does, since nobody knows whether the commit under
/// way took place.
public final class PostgresStore implements Store {
  private static final Logger log = LoggerFactory.getLogger(PostgresStore.class);

  /// Connections that answer questions, beside the one that writes. Questions wait their turn in
  /// order: a plain connection pool was unfair (measured: waits of 7 s).
  static final int READERS = 8;

  private final JournalWriter journal;
  private final GroupCommit writer;
  private final ReaderPool readers;
  private final List<Connection> connections;

  private PostgresStore(
      String where,
      List<Connection> connections,
      InstantSource clock,
      Consumer<StoreBroken> onBroken)
      throws SQLException {
    this.connections = connections;
    var health = new StoreHealth(where, onBroken);
    Connection writing = connections.getFirst();
    Migrations.bringUpToDate(writing, Dialect.POSTGRES);
    journal = new JournalWriter(writing, clock);
    writer = new GroupCommit(journal, Dialect.POSTGRES, Sync.FULL, health, () -> {});
    readers = new ReaderPool(connections.subList(1, connections.size()), Dialect.POSTGRES, health);
    writer.start();
    readers.start();
  }

  /// Opens the store of a database, and takes it over from whoever had it.
  ///
  /// @param url `jdbc:postgresql://…`, with user and password
  /// @param clock the world's time
  /// @param onBroken told once, on a thread of its own, when the store can't keep its promise any
  ///   more: the process should end
  public static PostgresStore open(
      String url, InstantSource clock, Consumer<StoreBroken> onBroken) {
    String where = withoutSecrets(url);
    var connections = new ArrayList<Connection>();
    try {
      connections.add(connect(url, "SET synchronous_commit = on"));
      for (int i = 0; i < READERS; i++) {
        Connection reader =
            connect(
                url,
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ,"
                    + " READ ONLY");
        connections.add(reader);
      }
      return new PostgresStore(where, connections, clock, onBroken);
    } catch (SQLException | RuntimeException e) {
      closeAll(connections);
      throw switch (e) {
        case Migrations.WrongSchema wrong -> wrong;
        default -> new StoreBroken("%s can't be opened: %s".formatted(where, e.getMessage()), e);
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
    closeAll(connections);
  }

  private static Connection connect(String url, String setUp) throws SQLException {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "parley");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("tcpKeepAlive", "true");
    // The details of an error hold values: phone numbers, message bodies.
    properties.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute(setUp);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static void closeAll(List<Connection> connections) {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException e) {
        log.warn("closing a connection: {}", e.getMessage());
      }
    }
  }

  /// What follows `?` may hold a password, and so may what stands before `@`.
  private static String withoutSecrets(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }
}
