package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The free entry points of a number: a user comes from an ad, and when the business answers in
/// time, everything is free for three days from that answer on. It says nothing of what may be
/// sent: the service window is another matter. One small document for each user who came so, on the
/// number's stream. Source: messages.md §18.
final class FreeEntryPoints {
  static final Duration ANSWERED_WITHIN = Duration.ofHours(24);
  static final Duration LENGTH = Duration.ofDays(3);

  private static final String KEY = "entry";
  private static final String REFERRED = "referred_at";
  private static final String OPENED = "opened_at";

  private FreeEntryPoints() {}

  /// The user came from an ad, and writes now.
  static void refer(Tx tx, WaId user) {
    put(tx, user, tx.now(), openedAt(entry(tx, user)));
  }

  /// Whether a message of the business that was accepted at this time is free for that; the first
  /// answer opens the entry point.
  static boolean isFree(Tx tx, WaId user, Instant at) {
    JsonObject entry = entry(tx, user);
    if (entry == null) {
      return false;
    }
    Instant referred = time(entry, REFERRED);
    if (referred != null && at.isBefore(referred.plus(ANSWERED_WITHIN))) {
      put(tx, user, null, at);
      return true;
    }
    Instant opened = openedAt(entry);
    return opened != null && at.isBefore(opened.plus(LENGTH));
  }

  /// Whether the user ever came from an ad.
  static boolean isKnown(Tx tx, WaId user) {
    return entry(tx, user) != null;
  }

  private static @Nullable JsonObject entry(Tx tx, WaId user) {
    return tx.documents(tx.stream(), kind(user)).get(KEY);
  }

  private static @Nullable Instant openedAt(@Nullable JsonObject entry) {
    return entry == null ? null : time(entry, OPENED);
  }

  private static @Nullable Instant time(JsonObject entry, String name) {
    return entry.get(name) instanceof JsonNumber millis
        ? Instant.ofEpochMilli(millis.asLong().orElseThrow())
        : null;
  }

  private static void put(Tx tx, WaId user, @Nullable Instant referred, @Nullable Instant opened) {
    var entry = JsonObject.builder();
    if (referred != null) {
      entry.put(REFERRED, referred.toEpochMilli());
    }
    if (opened != null) {
      entry.put(OPENED, opened.toEpochMilli());
    }
    tx.putDocument(kind(user), KEY, entry.build());
  }

  private static String kind(WaId user) {
    return "free_entry/" + user.value();
  }
}
