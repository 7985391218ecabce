package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.account.Business;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import java.time.Duration;

/// Keeps in the store how far a sandbox's clock was moved, so that a restart does not turn it back.
public final class ClockMemory {
  private static final String KEY = "clock";

  private ClockMemory() {}

  /// Moves the clock to where it was, and writes each further move down before it is made.
  public static void attach(SandboxClock clock, Store store, Business business) {
    store
        .read(view -> view.documents(business.stream(), SeededWorld.SANDBOX))
        .forEach((key, document) -> {
          if (key.equals(KEY)) {
            clock.resume(Duration.ofMillis(offsetMillis(document)));
          }
        });
    clock.beforeMove(move ->
        store.write(
            business.stream(),
            tx -> {
              long offsetMillis = move.offset().toMillis();
              tx.putDocument(SeededWorld.SANDBOX, KEY, Json.object("offset_ms", offsetMillis));
              return tx.append(null, new ClockMoved(move.from(), move.to()));
            }));
  }

  private static long offsetMillis(JsonObject document) {
    return document.get("offset_ms") instanceof JsonNumber offset ? offset.asLong().orElse(0) : 0;
  }
}
