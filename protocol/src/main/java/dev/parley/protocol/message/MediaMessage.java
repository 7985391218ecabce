package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A file: a picture, a film, a sound, a document or a sticker. It was uploaded before, or lies
/// behind a link. Source: `messages.md` §3.
public sealed interface MediaMessage extends Message
    permits Image, Video, Audio, Document, Sticker {

  /// Characters (code points) of a caption.
  int CAPTION_MAX_CHARS = 1024;

  MediaSource source();

  /// The text below; null where there is none, as sounds and stickers never have one.
  default @Nullable String caption() {
    return null;
  }
}
