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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A user's phone.
///
/// @param userId what the portfolio knows the user by
/// @param name the name that the user gave himself
/// @param username stands in place of the number, which businesses that don't know it aren't shown
/// @param online while it is not, nothing arrives and what the user writes waits on the phone
/// @param readReceipts whether businesses are told what was read
/// @param autoRead whether everything is read as soon as it arrives
/// @param blocked phone number ids of the numbers that can't write to it
/// @param noMarketing phone number ids of the numbers whose marketing the user has stopped
public record Handset(
    WaId waId,
    UserId userId,
    String name,
    @Nullable String username,
    boolean online,
    boolean readReceipts,
    boolean autoRead,
    Set<String> blocked,
    Set<String> noMarketing,
    List<Place> places) {

  public static final int NAME_MAX_CHARS = 60;
  public static final int PLACES_MAX = 20;

  static final Pattern USERNAME =
      Pattern.compile("(?!www|\\.)(?!.*\\.\\.)(?=.*[a-z])[a-z0-9._]{2,34}[a-z0-9_]");

  public Handset {
    blocked = Set.copyOf(blocked);
    noMarketing = Set.copyOf(noMarketing);
    places = List.copyOf(places);
  }

  /// A phone as it comes out of the box.
  static Handset fresh(WaId waId, UserId userId, String name) {
    return new Handset(waId, userId, name, null, true, true, false, Set.of(), Set.of(), List.of());
  }

  /// All that the network knows; a business may know less ({@link Acquaintance}).
  Identity identity() {
    return new Identity(waId, userId, username);
  }

  Handset withPlaces(List<Place> newPlaces) {
    return new Handset(
        waId,
        userId,
        name,
        username,
        online,
        readReceipts,
        autoRead,
        blocked,
        noMarketing,
        newPlaces);
  }

  public JsonObject toJson() {
    return Json.object(
        "wa_id",
        waId.value(),
        "user_id",
        userId.value(),
        "name",
        name,
        "username",
        username,
        "online",
        online,
        "read_receipts",
        readReceipts,
        "auto_read",
        autoRead,
        "blocked",
        JsonArray.from(new TreeSet<>(blocked), JsonString::new),
        "no_marketing",
        JsonArray.from(new TreeSet<>(noMarketing), JsonString::new),
        "places",
        JsonArray.from(places, Place::toJson));
  }
}
