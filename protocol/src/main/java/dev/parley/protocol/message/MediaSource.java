package dev.parley.protocol.message;

/// Where a media file is to be had: uploaded before, or behind a link. Exactly one of them.
public sealed interface MediaSource {

  /// Characters of a link. Ours: what browsers take.
  int LINK_MAX_CHARS = 2048;

  /// Digits of a media id. Source: `observed.md` §2.
  int ID_MAX_CHARS = 32;

  /// An uploaded file, by the id that the upload answered.
  record Uploaded(String id) implements MediaSource {}

  /// A public http or https address.
  record Linked(String link) implements MediaSource {}
}
