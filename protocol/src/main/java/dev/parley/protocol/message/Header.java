package dev.parley.protocol.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands above the body of an interactive message.
public sealed interface Header {

  /// A line of text.
  record Title(String text) implements Header {
    /// Characters (code points). Source: `messages.md` §7.
    public static final int TEXT_MAX_CHARS = 60;
  }

  /// A picture, a film or a file.
  ///
  /// @param filename what a document is called on the phone; the others have none
  record Media(Kind kind, MediaSource source, @Nullable String filename) implements Header {

    /// Characters (code points) of `filename`. Ours: file systems end at 255.
    public static final int FILENAME_MAX_CHARS = 255;
  }

  /// What kind of media.
  enum Kind {
    IMAGE,
    VIDEO,
    DOCUMENT;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
