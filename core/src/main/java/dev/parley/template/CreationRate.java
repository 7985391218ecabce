package dev.parley.template;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.account.Business;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How many templates a business may create in an hour. One more is refused until the oldest of
/// them is an hour old. Deleted ones count, those of a seed don't. Source: reference,
/// templates-and-media.md §1.
final class CreationRate {
  static final int CREATIONS_MAX = 100;
  static final Duration WITHIN = Duration.ofHours(1);

  /// When the last ones were created, by the business's id.
  private static final String CREATIONS = "template_creations";

  /// Whether they are limited at all, by the business's id.
  private static final String LIMITED = "template_creations_limited";

  private final Store store;
  private final Map<String, Deque<Instant>> recent = new ConcurrentHashMap<>();
  private volatile boolean limited = true;

  CreationRate(Store store) {
    this.store = store;
  }

  void read(View view, Business business) {
    view.documents(business.stream(), CREATIONS).values().stream()
        .flatMap(document -> ((JsonArray) member(document, "at")).items().stream())
        .forEach(at -> of(business).add(instant(at)));
    view.documents(business.stream(), LIMITED)
        .values()
        .forEach(document -> limited = ((JsonBool) member(document, "limited")).value());
  }

  boolean isLimited() {
    return limited;
  }

  void limit(Iterable<Business> businesses, boolean now) {
    for (Business business : businesses) {
      store.write(
          business.stream(),
          tx -> {
            tx.putDocument(LIMITED, business.id(), Json.object("limited", now));
            return now;
          });
    }
    limited = now;
  }

  /// When so many more can be created; empty where that is possible now.
  Optional<Instant> possibleAt(Business business, int more, Instant now) {
    Deque<Instant> last = of(business);
    forget(last, now);
    int surplus = last.size() + more - CREATIONS_MAX;
    if (!limited || surplus <= 0) {
      return Optional.empty();
    }
    Instant lastToWaitFor = last.stream().limit(surplus).reduce(now, (earlier, later) -> later);
    return Optional.of(lastToWaitFor.plus(WITHIN));
  }

  /// Counts one. It is written after the template is: a crash between the two counts one too few.
  void count(Business business, Instant now) {
    Deque<Instant> last = of(business);
    forget(last, now);
    last.add(now);
    JsonArray times = JsonArray.from(last, at -> JsonNumber.of(at.toEpochMilli()));
    store.write(
        business.stream(),
        tx -> {
          tx.putDocument(CREATIONS, business.id(), Json.object("at", times));
          return now;
        });
  }

  private Deque<Instant> of(Business business) {
    return recent.computeIfAbsent(business.id(), id -> new ArrayDeque<>());
  }

  /// Beyond the limit there is no need to know how many, where it is switched off.
  private static void forget(Deque<Instant> last, Instant now) {
    while (!last.isEmpty()
        && (!last.getFirst().plus(WITHIN).isAfter(now) || last.size() > CREATIONS_MAX)) {
      last.removeFirst();
    }
  }

  private static Json member(JsonObject document, String name) {
    Json value = document.get(name);
    if (value == null) {
      throw new IllegalStateException("stored creations of templates lack " + name);
    }
    return value;
  }

  private static Instant instant(Json at) {
    return Instant.ofEpochMilli(((JsonNumber) at).asLong().orElseThrow());
  }
}
