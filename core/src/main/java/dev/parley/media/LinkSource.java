package dev.parley.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Opens what lies behind a link of a message.
@FunctionalInterface
public interface LinkSource {
  /// Asks for it and waits for the head of the answer; the limit for the whole time runs from here.
  ///
  /// @throws IOException with words for the one who sent the link
  Opened open(URI link) throws IOException;

  /// An answer whose body is about to be read.
  interface Opened extends Closeable {
    int status();

    @Nullable String contentType();

    /// Its reads fail when the time is over.
    InputStream body();

    @Override
    void close();
  }
}
