package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A film. Source: `messages.md` §3.
public record Video(MediaSource source, @Nullable String caption) implements MediaMessage {
  @Override
  public String type() {
    return "video";
  }
}
