package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Store;
import dev.parley.journal.StreamInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir private Path directory = Path.of("");

  @Override
  Store open(InstantSource clock) {
    return SqliteStore.open(directory, Sync.FULL, clock, broken -> {});
  }

  @Test
  void a_directory_in_use_is_refused_by_name() {
    assertThatThrownBy(() -> open(InstantSource.system()))
        .isInstanceOf(DirectoryInUse.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("this process");
    // Asking must not have cost the first one its lock.
    assertThatThrownBy(() -> open(InstantSource.system())).isInstanceOf(DirectoryInUse.class);
  }

  @Test
  void a_file_that_is_no_database_is_refused_by_name(@TempDir Path other) throws Exception {
    Path file = other.resolve(SqliteStore.FILE);
    Files.writeString(file, "this is no database, but long enough to look at".repeat(100));
    assertThatThrownBy(
            () -> SqliteStore.open(other, Sync.FULL, InstantSource.system(), broken -> {}))
        .isInstanceOf(Store.StoreBroken.class)
        .hasMessageContaining(file.toString());
    // The lock is free again.
    Files.delete(file);
    SqliteStore.open(other, Sync.FULL, InstantSource.system(), broken -> {}).close();
  }

  @Test
  void a_throw_away_store_leaves_nothing_behind() {
    var store = SqliteStore.throwAway(InstantSource.system());
    Path file = Path.of(store.toString());
    store.openStream(StreamInfo.Kind.NUMBER, "1");
    assertThat(file).exists();
    store.close();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void a_deleted_file_is_noticed(@TempDir Path other) throws Exception {
    var told = new CompletableFuture<Store.StoreBroken>();
    try (var store = SqliteStore.open(other, Sync.FULL, InstantSource.system(), told::complete)) {
      Files.delete(other.resolve(SqliteStore.FILE));
      store.openStream(StreamInfo.Kind.NUMBER, "1");
      assertThat(told.get(30, TimeUnit.SECONDS)).hasMessageContaining("deleted or replaced");
      assertThatThrownBy(() -> store.read(view -> view.streams()))
          .isInstanceOf(Store.StoreBroken.class);
    }
  }
}
