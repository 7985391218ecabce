package dev.parley.server.sandbox;

import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A user's phone.
///
/// @param userId what the portfolio knows the user by
/// @param name the name that the user gave himself
/// @param online while it is not, nothing arrives and what the user writes waits on the phone
/// @param readReceipts whether businesses are told what was read
/// @param autoRead whether everything is read as soon as it arrives
/// @param blocked phone number ids of the numbers that can't write to it
public record Handset(
    WaId waId,
    UserId userId,
    String name,
    boolean online,
    boolean readReceipts,
    boolean autoRead,
    Set<String> blocked,
    List<Place> places) {

  public static final int NAME_MAX_CHARS = 60;
  public static final int PLACES_MAX = 20;

  public Handset {
    blocked = Set.copyOf(blocked);
    places = List.copyOf(places);
  }

  /// A phone as it comes out of the box.
  static Handset fresh(WaId waId, UserId userId, String name) {
    return new Handset(waId, userId, name, true, true, false, Set.of(), List.of());
  }

  Identity identity() {
    return Identity.of(waId, userId);
  }

  Handset withPlaces(List<Place> newPlaces) {
    return new Handset(waId, userId, name, online, readReceipts, autoRead, blocked, newPlaces);
  }

  public JsonObject toJson() {
    return Json.object(
        "wa_id",
        waId.value(),
        "user_id",
        userId.value(),
        "name",
        name,
        "online",
        online,
        "read_receipts",
        readReceipts,
        "auto_read",
        autoRead,
        "blocked",
        JsonArray.from(new TreeSet<>(blocked), JsonString::new),
        "places",
        JsonArray.from(places, Place::toJson));
  }
}
