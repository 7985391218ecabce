package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Store;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.journal.StreamInfo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresStoreTest extends StoreContract {
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
      statement.execute("CREATE DATABASE " + database());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String database() {
    return "world" + databases;
  }

  @Override
  Store open(InstantSource clock) {
    return open(clock, new CompletableFuture<>());
  }

  private Store open(InstantSource clock, CompletableFuture<Store.StoreBroken> told) {
    return PostgresStore.open(server.getJdbcUrl("postgres", database()), clock, told::complete);
  }

  @Test
  void the_process_that_opens_it_last_owns_it() throws Exception {
    var told = new CompletableFuture<Store.StoreBroken>();
    try (var first = open(InstantSource.system(), told)) {
      var stream = first.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
      first.write(stream, tx -> tx.append(null, new ClockMoved(NOON, NOON)));
      try (var second = open(InstantSource.system())) {
        assertThatThrownBy(() ->
                first.write(
                    stream,
                    tx -> {
                      tx.moveCursor("webhook", 1);
                      return true;
                    }))
            .isInstanceOf(Store.StoreBroken.class)
            .hasMessageContaining("taken over by another process");
        assertThat(told.get(30, TimeUnit.SECONDS)).hasMessageContaining("taken over");
        long next = second.write(stream, tx -> tx.append(null, new ClockMoved(NOON, NOON)));
        assertThat(next).isEqualTo(2);
        assertThat(second.read(view -> view.cursor("webhook", stream)).isPresent()).isFalse();
      }
    }
  }

  @Test
  void a_server_that_went_away_breaks_the_store() throws Exception {
    var told = new CompletableFuture<Store.StoreBroken>();
    try (var store = open(InstantSource.system(), told)) {
      var stream = store.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
      try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
          var statement = connection.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + database()
                + "'");
      }
      assertThatThrownBy(
              () -> store.write(stream, tx -> tx.append(null, new ClockMoved(NOON, NOON))))
          .isInstanceOf(Store.StoreBroken.class)
          .hasMessageContaining(database())
          .hasMessageContaining("Nothing more is accepted");
      assertThat(told.get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void a_password_is_in_no_message() {
    assertThatThrownBy(() ->
            PostgresStore.open(
                "jdbc:postgresql://localhost:1/db?user=u&password=secret-word",
                InstantSource.system(),
                broken -> {}))
        .isInstanceOf(Store.StoreBroken.class)
        .hasMessageContaining("jdbc:postgresql://localhost:1/db")
        .hasMessageNotContaining("secret-word");
  }
}
