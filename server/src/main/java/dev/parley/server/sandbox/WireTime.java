package dev.parley.server.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// How times are written in the control API.
final class WireTime {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private WireTime() {}

  /// `2026-11-24T18:42:15.123Z`, always with three places. Times that nobody has a calendar for are
  /// written as they come.
  static String millis(Instant at) {
    boolean usual = !at.isBefore(YEAR_0) && at.isBefore(YEAR_10000);
    return usual ? MILLIS.format(at) : at.toString();
  }

  /// As in webhooks: seconds since 1970, in a string.
  static String epochSeconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
