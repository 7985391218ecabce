package dev.parley.protocol.message;

/// Plain text. Source: `messages.md` §2.
///
/// @param previewUrl whether the phone shows a preview of the first link
public record Text(String body, boolean previewUrl) implements Message {

  /// Characters (code points) of `text.body`.
  public static final int BODY_MAX_CHARS = 4096;

  @Override
  public String type() {
    return "text";
  }
}
