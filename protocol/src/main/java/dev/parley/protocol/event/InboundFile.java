package dev.parley.protocol.event;

import org.jspecify.annotations.Nullable;

/// A file that came with a user's message. Source: `webhooks.md` §2.
///
/// @param id fetches the file; for 7 days (`sources.md`)
/// @param sha256 of the bytes, in base64
/// @param url where the bytes are to be had for a short time; not every webhook has it
public record InboundFile(String id, String mimeType, String sha256, @Nullable String url) {

  /// Characters of a file's type. Source: RFC 6838, 127 on either side of the slash.
  public static final int MIME_TYPE_MAX_CHARS = 255;

  /// Characters of a hash, of a file's name, of a link. Ours.
  public static final int SHA256_MAX_CHARS = 64;

  public static final int FILENAME_MAX_CHARS = 1_024;
  public static final int URL_MAX_CHARS = 2_048;
}
