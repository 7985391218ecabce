package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A file to keep. Source: `messages.md` §3.
///
/// @param filename what it is called on the phone; its ending chooses the icon
public record Document(MediaSource source, @Nullable String caption, @Nullable String filename)
    implements MediaMessage {

  /// Characters (code points) of `filename`. Ours: file systems end at 255.
  public static final int FILENAME_MAX_CHARS = 255;

  @Override
  public String type() {
    return "document";
  }
}
