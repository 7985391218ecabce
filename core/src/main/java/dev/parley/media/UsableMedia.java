package dev.parley.media;

import dev.parley.account.PhoneNumber;
import java.util.Optional;

/// Which files a number may send, or was sent: those uploaded for it, and what users sent. Unknown,
/// expired and foreign ids are not told apart.
@FunctionalInterface
public interface UsableMedia {
  /// Where there are no files.
  UsableMedia NONE = (number, id) -> Optional.empty();

  Optional<MediaFile> find(PhoneNumber number, String id);
}
