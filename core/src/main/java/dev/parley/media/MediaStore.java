package dev.parley.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/// Where the bytes of files lie, each content once, under its hash. A port: a directory beside the
/// database, or a bucket; its calls block, and throw {@link MediaStoreAway} where it is elsewhere
/// and can't be reached.
public interface MediaStore extends AutoCloseable {
  /// Room for the bytes of a file that is arriving.
  Draft begin() throws IOException;

  /// The bytes from `offset` on.
  ///
  /// @throws java.nio.file.NoSuchFileException when there are none under this hash
  InputStream open(String sha256, long offset) throws IOException;

  /// No effect when there are none.
  void remove(String sha256) throws IOException;

  /// All hashes under which bytes are kept.
  Set<String> hashes() throws IOException;

  @Override
  void close();

  /// A file that is arriving. Closed without being kept, it leaves nothing behind.
  interface Draft extends Closeable {
    void write(byte[] bytes, int offset, int length) throws IOException;

    long size();

    /// Ends the draft: nothing may be written after it.
    ///
    /// @return the SHA-256 of its bytes in lower-case hex
    String sha256();

    /// Ends the draft, and returns once the bytes are stored for good, under their hash.
    ///
    /// @return as {@link #sha256}
    String keep() throws IOException;

    @Override
    void close() throws IOException;
  }
}
