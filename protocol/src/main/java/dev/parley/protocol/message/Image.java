package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A picture. Source: `messages.md` §3.
public record Image(MediaSource source, @Nullable String caption) implements MediaMessage {
  @Override
  public String type() {
    return "image";
  }
}
