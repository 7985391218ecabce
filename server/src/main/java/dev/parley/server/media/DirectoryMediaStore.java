package dev.parley.server.media;

import dev.parley.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files in a directory, each under its hash: `ab/cdef…`. What is still arriving lies in a {@link
/// Spool} in it, so that a file under a hash is always whole.
public final class DirectoryMediaStore implements MediaStore {
  private static final Logger log = LoggerFactory.getLogger(DirectoryMediaStore.class);

  private static final Pattern BUCKET = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private final Path directory;
  private final Keeping keeping;
  private final Spool spool;

  /// How long a file must stay.
  private enum Keeping {
    /// It is waited for on disk.
    FOR_GOOD,
    /// Deleted with the store.
    UNTIL_CLOSED
  }

  private DirectoryMediaStore(Path directory, Keeping keeping) throws IOException {
    this.directory = directory;
    this.keeping = keeping;
    makeDirectory(directory);
    this.spool = Spool.in(directory);
  }

  /// @param directory made when it is missing
  /// @throws IOException also when another server has it
  public static DirectoryMediaStore in(Path directory) throws IOException {
    return new DirectoryMediaStore(directory.toAbsolutePath(), Keeping.FOR_GOOD);
  }

  /// For passing worlds: a directory of its own that is deleted with it, and not waited for on
  /// disk.
  public static DirectoryMediaStore throwAway() throws IOException {
    return new DirectoryMediaStore(
        Files.createTempDirectory("parley-media-"), Keeping.UNTIL_CLOSED);
  }

  @Override
  public Draft begin() throws IOException {
    return switch (keeping) {
      case FOR_GOOD -> spool.begin(Spool.Waiting.FOR_DISK, this::put);
      case UNTIL_CLOSED -> spool.begin(Spool.Waiting.FOR_NOTHING, this::put);
    };
  }

  private void put(Path file, String sha256) throws IOException {
    Path target = path(sha256);
    Path bucket = target.getParent() == null ? directory : target.getParent();
    makeDirectory(bucket);
    // Also over a file with the same bytes: its name may not be on disk yet.
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncNames(bucket);
  }

  @Override
  public InputStream open(String sha256, long offset) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path(sha256), StandardOpenOption.READ);
    return Channels.newInputStream(channel.position(offset));
  }

  @Override
  public void remove(String sha256) throws IOException {
    Files.deleteIfExists(path(sha256));
  }

  @Override
  public Set<String> hashes() throws IOException {
    var hashes = new HashSet<String>();
    for (Path bucket : list(directory)) {
      String start = String.valueOf(bucket.getFileName());
      if (BUCKET.matcher(start).matches()) {
        for (Path file : list(bucket)) {
          String rest = String.valueOf(file.getFileName());
          if (REST.matcher(rest).matches()) {
            hashes.add(start + rest);
          }
        }
      }
    }
    return hashes;
  }

  @Override
  public void close() {
    spool.close();
    switch (keeping) {
      case FOR_GOOD -> {}
      case UNTIL_CLOSED -> deleteAll();
    }
  }

  private void deleteAll() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      log.warn("deleting {}: {}", directory, e.toString());
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  private Path path(String sha256) {
    return directory.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  private void makeDirectory(Path made) throws IOException {
    if (Files.notExists(made)) {
      Files.createDirectories(made);
      Path parent = made.getParent();
      if (parent != null) {
        syncNames(parent);
      }
    }
  }

  /// A name is on disk only when its directory was synced. Only Unix can do that.
  private void syncNames(Path of) throws IOException {
    if (keeping == Keeping.FOR_GOOD && UNIX) {
      try (FileChannel channel = FileChannel.open(of, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
