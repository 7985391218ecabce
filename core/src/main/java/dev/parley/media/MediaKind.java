package dev.parley.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a message can carry, the MIME types that are taken for it and the largest file. Source:
/// reference, templates-and-media.md §7.
public enum MediaKind {
  AUDIO(16L << 20, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
  DOCUMENT(
      100L << 20,
      "application/pdf",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "text/plain"),
  IMAGE(5L << 20, "image/jpeg", "image/png"),
  STICKER(500L << 10, "image/webp"),
  VIDEO(16L << 20, "video/mp4", "video/3gpp");

  /// A picture that moves may be larger than one that stands still.
  public static final long STILL_STICKER_BYTES_MAX = 100L << 10;

  /// Of any file, a user's too. Source: reference, platform.md §1.
  public static final long BYTES_MAX = 100L << 20;

  private final long bytesMax;

  @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
  private final List<String> mimeTypes;

  MediaKind(long bytesMax, String... mimeTypes) {
    this.bytesMax = bytesMax;
    this.mimeTypes = List.of(mimeTypes);
  }

  public long bytesMax() {
    return bytesMax;
  }

  public List<String> mimeTypes() {
    return mimeTypes;
  }

  /// The kind of a MIME type without parameters; empty when no message takes it.
  public static Optional<MediaKind> of(String mimeType) {
    return Arrays.stream(values()).filter(kind -> kind.mimeTypes.contains(mimeType)).findFirst();
  }

  /// All MIME types that are taken.
  public static List<String> allTypes() {
    return Arrays.stream(values()).flatMap(kind -> kind.mimeTypes.stream()).toList();
  }

  /// Whether a file of this MIME type can be sent so. A document can be anything. Source:
  /// reference, messages.md §3.
  public boolean takes(String mimeType) {
    return this == DOCUMENT || mimeTypes.contains(mimeType);
  }
}
