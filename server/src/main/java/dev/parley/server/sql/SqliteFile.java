package dev.parley.server.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;

/// The database file, locked for this process, and the connections to it.
final class SqliteFile implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SqliteFile.class);

  /// What the log may keep on disk once it was carried over.
  private static final long LOG_KEPT_BYTES = 64L << 20;

  private static final int PAGE_CACHE_KIB = 16 << 10;

  private final Path directory;
  private final Path path;
  private final DirectoryLock lock;
  private final boolean temporary;
  private final List<Connection> connections = new ArrayList<>();
  private volatile @Nullable Object key;

  private SqliteFile(Path directory, boolean temporary) throws IOException {
    this.directory = directory;
    this.path = directory.resolve(SqliteStore.FILE);
    this.temporary = temporary;
    this.lock = DirectoryLock.take(directory);
  }

  static SqliteFile in(Path directory) throws IOException {
    boolean isNew = Files.notExists(directory);
    Files.createDirectories(directory);
    if (isNew) {
      keepName(directory.toAbsolutePath());
    }
    return new SqliteFile(directory, false);
  }

  static SqliteFile temporary() throws IOException {
    return new SqliteFile(Files.createTempDirectory("parley-world-"), true);
  }

  /// The name of a new directory is on disk only when its parent was synced.
  private static void keepName(Path directory) throws IOException {
    Path parent = directory.getParent();
    boolean unix = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    if (parent != null && unix) {
      try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  Connection connectWriter(Sync sync) throws SQLException {
    Connection connection =
        connect(
            "PRAGMA journal_mode = WAL",
            synchronous(sync),
            "PRAGMA wal_autocheckpoint = 0",
            "PRAGMA journal_size_limit = " + LOG_KEPT_BYTES);
    key = readKey();
    connection.setAutoCommit(false);
    return connection;
  }

  Connection connectCheckpointer(Sync sync) throws SQLException {
    return connect(synchronous(sync), "PRAGMA wal_autocheckpoint = 0");
  }

  Connection connectReader() throws SQLException {
    Connection connection = connect("PRAGMA query_only = 1");
    connection.setAutoCommit(false);
    return connection;
  }

  /// Whether the file at the path is still the one that was opened.
  boolean isThere() {
    Object opened = key;
    return opened == null || opened.equals(readKey());
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException e) {
        log.warn("closing {}: {}", this, e.getMessage());
      }
    }
    try {
      if (temporary) {
        deleteDirectory();
      }
      lock.close();
    } catch (IOException e) {
      log.warn("closing {}: {}", this, e.toString());
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static String synchronous(Sync sync) {
    return switch (sync) {
      case FULL, PER_MESSAGE -> "PRAGMA synchronous = FULL";
      case NEVER -> "PRAGMA synchronous = OFF";
    };
  }

  private Connection connect(String... pragmas) throws SQLException {
    Connection connection = JDBC.createConnection(JDBC.PREFIX + path, new Properties());
    connections.add(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + SqliteStore.BUSY_TIMEOUT.toMillis());
      statement.execute("PRAGMA cache_size = -" + PAGE_CACHE_KIB);
      statement.execute("PRAGMA temp_store = MEMORY");
      for (String pragma : pragmas) {
        statement.execute(pragma);
      }
    }
    return connection;
  }

  private @Nullable Object readKey() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  private void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
