package dev.parley.server.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// How times are written in the control API.
final class WireTime {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private WireTime() {}

  /// `2026-11-24T18:42:15.123Z`, always with three places.
  static String millis(Instant at) {
    return MILLIS.format(at);
  }

  /// As in webhooks: seconds since 1970, in a string.
  static String epochSeconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
