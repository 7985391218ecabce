package dev.parley.server.media;

import dev.parley.media.MediaStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files while they arrive, each in a file of its own in `arriving/`, so that only whole ones get
/// their place. What a crash left there is gone at the next start.
final class Spool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  private static final String ARRIVING = "arriving";

  /// Locked by the process that has the directory: another one would sweep its files.
  private static final String LOCK = "parley.lock";

  private final Path directory;
  private final Path arriving;
  private final FileChannel lock;

  private Spool(Path directory, Path arriving, FileChannel lock) {
    this.directory = directory;
    this.arriving = arriving;
    this.lock = lock;
  }

  /// Where a whole file gets its place.
  @FunctionalInterface
  interface Shelf {
    /// Moves or copies it; returns once it is there for good.
    void put(Path file, String sha256) throws IOException;
  }

  /// What is waited for before a file gets its place.
  enum Waiting {
    /// Its bytes are on disk.
    FOR_DISK,
    FOR_NOTHING
  }

  /// @param directory is there already
  /// @throws IOException also when another server has it
  static Spool in(Path directory) throws IOException {
    FileChannel lock = locked(directory);
    Path arriving = Files.createDirectories(directory.resolve(ARRIVING));
    List<Path> leftByACrash;
    try (Stream<Path> entries = Files.list(arriving)) {
      leftByACrash = entries.toList();
    }
    for (Path left : leftByACrash) {
      Files.deleteIfExists(left);
    }
    return new Spool(directory, arriving, lock);
  }

  private static FileChannel locked(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      // Said below.
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new IOException("the files in %s are in use by another server".formatted(directory));
    }
    return channel;
  }

  MediaStore.Draft begin(Waiting waiting, Shelf shelf) throws IOException {
    return new FileDraft(Files.createTempFile(arriving, "", ""), waiting, shelf);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      log.warn("{} could not be unlocked", directory, e);
    }
  }

  private static final class FileDraft implements MediaStore.Draft {
    private final Path path;
    private final Waiting waiting;
    private final Shelf shelf;
    private final FileChannel channel;
    private final MessageDigest digest = digest();
    private @Nullable String sha256;
    private long size;

    private FileDraft(Path path, Waiting waiting, Shelf shelf) throws IOException {
      this.path = path;
      this.waiting = waiting;
      this.shelf = shelf;
      this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (sha256 != null) {
        throw new IllegalStateException("the draft has ended");
      }
      digest.update(bytes, offset, length);
      for (var left = ByteBuffer.wrap(bytes, offset, length); left.hasRemaining(); ) {
        channel.write(left);
      }
      size += length;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public String sha256() {
      String known = sha256;
      if (known == null) {
        known = HexFormat.of().formatHex(digest.digest());
        sha256 = known;
      }
      return known;
    }

    @Override
    public String keep() throws IOException {
      String hash = sha256();
      switch (waiting) {
        case FOR_DISK -> channel.force(true);
        case FOR_NOTHING -> {}
      }
      channel.close();
      shelf.put(path, hash);
      return hash;
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(path);
    }

    private static MessageDigest digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
