package dev.parley.protocol.message;

/// A sticker, still or moving. Source: `messages.md` §3.
public record Sticker(MediaSource source) implements MediaMessage {
  @Override
  public String type() {
    return "sticker";
  }
}
