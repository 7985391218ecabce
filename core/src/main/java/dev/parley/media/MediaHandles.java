package dev.parley.media;

import java.util.Optional;

/// Files by the handle that a Resumable Upload answered: for headers of templates and the picture
/// of a profile.
@FunctionalInterface
public interface MediaHandles {
  Optional<MediaFile> ofHandle(String handle);
}
