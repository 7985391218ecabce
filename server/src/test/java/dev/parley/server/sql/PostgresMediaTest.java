package dev.parley.server.sql;

import dev.parley.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresMediaTest extends MediaContract {
  private final EmbeddedPostgres server = start();
  private int databases;

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not start", e);
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  void prepare() {
    databases++;
    try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE media" + databases);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  Store open(InstantSource clock) {
    return PostgresStore.open(
        server.getJdbcUrl("postgres", "media" + databases), clock, broken -> {});
  }
}
