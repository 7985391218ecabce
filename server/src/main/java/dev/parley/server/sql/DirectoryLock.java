package dev.parley.server.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a second process out of a data directory. The lock ends with its process, however it ends;
/// the file stays, and says who had it last.
final class DirectoryLock implements AutoCloseable {
  static final String FILE = "parley.lock";

  /// Directories locked by this process. A fact of the process, hence static: the system's lock is
  /// the process's too, and would be lost by merely opening and closing the file a second time.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /// @throws DirectoryInUse when somebody has it
  static DirectoryLock take(Path directory) throws IOException {
    Path real = directory.toRealPath();
    if (!HELD.add(real)) {
      throw new DirectoryInUse(directory, "this process");
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              real.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = Files.readString(real.resolve(FILE)).strip();
        channel.close();
        throw new DirectoryInUse(directory, "process " + holder);
      }
      byte[] self =
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self), 0);
      taken = true;
      return new DirectoryLock(real, channel);
    } finally {
      if (!taken) {
        HELD.remove(real);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(directory);
  }
}
