package dev.parley.media;

import dev.parley.journal.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of the files of each stream. An expired file stays in it until it is swept.
public interface MediaIndex {
  Optional<MediaFile> find(MediaId id);

  /// The newest file of a stream that was fetched from this link.
  Optional<MediaFile> ofLink(StreamId stream, String link);

  /// Files of a stream that were expired at that time, at most `limit`.
  List<MediaFile> expired(StreamId stream, Instant now, int limit);

  /// Pictures of profiles among the files of a stream: those of now, and what a crash left.
  List<MediaFile> pictures(StreamId stream);

  /// The hashes of all files of a stream.
  Set<String> hashes(StreamId stream);

  /// Whether a file of this stream has these bytes.
  boolean uses(StreamId stream, String sha256);

  /// The same within a transaction, which writes to its own stream only.
  interface Writable extends MediaIndex {
    void add(MediaFile file);

    /// A file that was fetched from a link.
    void add(MediaFile file, String link);

    void drop(MediaId id);
  }
}
