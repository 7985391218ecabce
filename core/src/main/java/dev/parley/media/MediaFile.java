package dev.parley.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What is known of a file.
///
/// @param mimeType as it is told, with parameters where there are some
/// @param filename as given with the upload
/// @param sha256 of the bytes, in lower-case hex; also the name under which they lie
/// @param size in bytes
public record MediaFile(
    MediaId id,
    Origin origin,
    String mimeType,
    @Nullable String filename,
    String sha256,
    long size,
    Instant addedAt) {

  /// How a file came here, which decides who may use it and how long it stays. Source: reference,
  /// platform.md §1.
  public enum Origin {
    /// By a business, for one of its numbers.
    UPLOADED(Duration.ofDays(30)),
    /// By a user, for whichever number the user writes to.
    RECEIVED(Duration.ofDays(7)),
    /// Fetched by us from a link in a message, to show it. It has no id towards the business.
    LINKED(Duration.ofDays(30)),
    /// Of a business's profile, until there is another one. It has no id towards the business.
    PICTURE(Duration.ofDays(36_500));

    private final Duration life;

    Origin(Duration life) {
      this.life = life;
    }

    public Duration life() {
      return life;
    }
  }

  public Instant expiresAt() {
    return addedAt.plus(origin.life());
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt());
  }

  /// The MIME type without its parameters.
  public String plainType() {
    return mimeType.split(";", 2)[0].strip();
  }

  /// As webhooks tell the hash. Source: reference, webhooks.md §2.
  public String sha256Base64() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
  }
}
