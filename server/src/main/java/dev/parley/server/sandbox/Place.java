package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;

/// Somewhere that a handset's user can be: offered when a business asks for the location.
public record Place(String name, String address, double latitude, double longitude) {
  public static final int NAME_MAX_CHARS = 100;
  public static final int ADDRESS_MAX_CHARS = 200;

  JsonObject toJson() {
    return Json.object(
        "name",
        name,
        "address",
        address,
        "latitude",
        JsonNumber.of(latitude),
        "longitude",
        JsonNumber.of(longitude));
  }
}
