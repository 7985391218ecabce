package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A point on the map, in decimal degrees. Source: `messages.md` §4.
public record Location(
    double latitude, double longitude, @Nullable String name, @Nullable String address)
    implements Message {

  public static final int LATITUDE_MAX_DEGREES = 90;
  public static final int LONGITUDE_MAX_DEGREES = 180;
  public static final int NAME_MAX_CHARS = 1000;
  public static final int ADDRESS_MAX_CHARS = 1000;

  @Override
  public String type() {
    return "location";
  }
}
