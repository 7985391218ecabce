package dev.parley.server.sql;

import dev.parley.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteMediaTest extends MediaContract {
  @TempDir private Path directory = Path.of("");

  @Override
  Store open(InstantSource clock) {
    return SqliteStore.open(directory, Sync.FULL, clock, broken -> {});
  }
}
