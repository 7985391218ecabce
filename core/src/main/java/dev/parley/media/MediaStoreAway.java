package dev.parley.media;

import java.io.IOException;

/// Where the bytes of files lie can't be reached now, or does not take what we ask of it. What was
/// asked for has not happened, or leaves bytes without an id at most; it may be asked again.
public final class MediaStoreAway extends IOException {
  private static final long serialVersionUID = 1;

  public MediaStoreAway(String message, Throwable cause) {
    super(message, cause);
  }
}
