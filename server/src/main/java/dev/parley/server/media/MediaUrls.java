package dev.parley.server.media;

import dev.parley.media.MediaFile;
import dev.parley.media.MediaId;
import dev.parley.server.http.BaseUrl;
import dev.parley.server.http.Query;
import dev.parley.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The addresses where the bytes of files are had: good for a short time, which is signed, and for
/// nobody without a key. Their path is Meta's, so that clients who replace the host by another one
/// arrive. Source: reference, platform.md §1.
public final class MediaUrls {
  /// Source: reference, platform.md §1.
  static final Duration LIFE = Duration.ofMinutes(5);

  static final List<String> PATH = List.of("whatsapp_business", "attachments");

  /// Of a profile's picture. Ours; Meta's addresses of pictures expire after a time not stated.
  static final Duration PICTURE_LIFE = Duration.ofDays(1);

  static final List<String> PICTURE_PATH = List.of("whatsapp_business", "pictures");

  private static final String HMAC = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 18;

  private final BaseUrl base;
  private final SecretKeySpec key;

  /// @param salt of the world: addresses of another one, or from before a reset, are not good
  public MediaUrls(BaseUrl base, long salt) {
    this.base = base;
    this.key = new SecretKeySpec(("media " + salt).getBytes(StandardCharsets.US_ASCII), HMAC);
  }

  /// For the one who asks.
  String forCaller(Request request, MediaFile file, Instant now) {
    return base.forCaller(request) + pathAndQuery(file.id(), now.plus(LIFE));
  }

  /// For webhooks.
  public String of(MediaId id, Instant now) {
    return base.value() + pathAndQuery(id, now.plus(LIFE));
  }

  /// Of a profile's picture, for the one who asks. It needs no key, so it is signed as what it is.
  String ofPicture(Request request, MediaId id, Instant now) {
    return base.forCaller(request) + pathAndQuery(PICTURE_PATH, id, now.plus(PICTURE_LIFE));
  }

  private String pathAndQuery(MediaId id, Instant until) {
    return pathAndQuery(PATH, id, until);
  }

  private String pathAndQuery(List<String> path, MediaId id, Instant until) {
    long epochSecond = until.getEpochSecond();
    return "/%s/?mid=%s&ext=%d&hash=%s"
        .formatted(
            String.join("/", path), id, epochSecond, signature(path, id.toString(), epochSecond));
  }

  /// The id that an address names; empty when it is expired or not one of ours.
  Optional<String> read(Query query, Instant now) {
    return read(PATH, query, now);
  }

  Optional<String> readPicture(Query query, Instant now) {
    return read(PICTURE_PATH, query, now);
  }

  private Optional<String> read(List<String> path, Query query, Instant now) {
    String id = query.first("mid");
    String until = query.first("ext");
    String hash = query.first("hash");
    if (id == null || until == null || hash == null || !until.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    long epochSecond = Long.parseLong(until);
    boolean signed =
        MessageDigest.isEqual(
            signature(path, id, epochSecond).getBytes(StandardCharsets.UTF_8),
            hash.getBytes(StandardCharsets.UTF_8));
    return signed && now.isBefore(Instant.ofEpochSecond(epochSecond))
        ? Optional.of(id)
        : Optional.empty();
  }

  private String signature(List<String> path, String id, long until) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] whole =
          mac.doFinal((path.getLast() + ' ' + id + ' ' + until).getBytes(StandardCharsets.UTF_8));
      byte[] enough = Arrays.copyOf(whole, SIGNATURE_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(enough);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
