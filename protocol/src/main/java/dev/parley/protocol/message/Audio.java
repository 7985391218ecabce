package dev.parley.protocol.message;

/// A sound. Source: `messages.md` §3.
///
/// @param voice whether it is a voice note: the phone shows a microphone and reports that it was
///   played
public record Audio(MediaSource source, boolean voice) implements MediaMessage {
  @Override
  public String type() {
    return "audio";
  }
}
