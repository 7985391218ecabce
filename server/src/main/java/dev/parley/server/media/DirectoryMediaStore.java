package dev.parley.server.media;

import dev.parley.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files in a directory, each under its hash: `ab/cdef…`. What is still arriving lies in
/// `arriving/`, so that a file under a hash is always whole.
public final class DirectoryMediaStore implements MediaStore {
  private static final Logger log = LoggerFactory.getLogger(DirectoryMediaStore.class);

  private static final String ARRIVING = "arriving";

  /// Locked by the process that has the directory: another one would sweep its files.
  private static final String LOCK = "parley.lock";

  private static final Pattern BUCKET = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private final Path directory;
  private final Path arriving;
  private final Keeping keeping;
  private final FileChannel lock;

  /// How long a file must stay.
  private enum Keeping {
    /// It is waited for on disk.
    FOR_GOOD,
    /// Deleted with the store.
    UNTIL_CLOSED
  }

  private DirectoryMediaStore(Path directory, Keeping keeping) throws IOException {
    this.directory = directory;
    this.arriving = directory.resolve(ARRIVING);
    this.keeping = keeping;
    makeDirectory(directory);
    this.lock = locked(directory);
    makeDirectory(arriving);
    for (Path leftByACrash : list(arriving)) {
      Files.deleteIfExists(leftByACrash);
    }
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
    return new FileDraft(Files.createTempFile(arriving, "", ""));
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
    try {
      lock.close();
    } catch (IOException e) {
      log.warn("{} could not be unlocked", directory, e);
    }
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

  private final class FileDraft implements Draft {
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private long size;

    private FileDraft(Path path) throws IOException {
      this.path = path;
      this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
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
    public String keep() throws IOException {
      String hash = HexFormat.of().formatHex(digest.digest());
      if (keeping == Keeping.FOR_GOOD) {
        channel.force(true);
      }
      channel.close();
      Path target = path(hash);
      Path bucket = target.getParent() == null ? directory : target.getParent();
      makeDirectory(bucket);
      // Also over a file with the same bytes: its name may not be on disk yet.
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncNames(bucket);
      return hash;
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
