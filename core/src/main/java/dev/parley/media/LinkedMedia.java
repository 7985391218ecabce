package dev.parley.media;

import dev.parley.account.PhoneNumber;
import java.util.Optional;

/// Files that messages name by link. Blocks while the other side answers: not within a transaction.
public interface LinkedMedia {
  /// The file behind the link, fetched unless that was done a moment ago.
  Fetched fetch(PhoneNumber from, String link, MediaKind kind);

  /// What was fetched last for this link, for showing it; nothing is asked of the other side.
  Optional<MediaFile> known(PhoneNumber from, String link);

  /// What came of it.
  sealed interface Fetched {
    record Here(MediaFile file) implements Fetched {}

    /// @param why for `error_data.details` of a failure 131053
    record Failed(String why) implements Fetched {}
  }
}
