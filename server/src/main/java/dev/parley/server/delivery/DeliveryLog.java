package dev.parley.server.delivery;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The newest deliveries of a world, for the page. In memory only: what must survive is in the
/// journal, its cursors and lanes.
public final class DeliveryLog {
  /// Beyond it the oldest is forgotten.
  public static final int ENTRIES_MAX = 2_000;

  private final Deque<DeliveryEntry> entries = new ArrayDeque<>();
  private final List<Consumer<DeliveryEntry>> listeners = new CopyOnWriteArrayList<>();

  /// Keeps the entry and tells the listeners, in the order of calls.
  public synchronized void add(DeliveryEntry entry) {
    if (entries.size() == ENTRIES_MAX) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    listeners.forEach(listener -> listener.accept(entry));
  }

  /// Calls `listener` with each new entry, from the thread that delivers: it must return at once.
  public void onEntry(Consumer<DeliveryEntry> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<DeliveryEntry> listener) {
    listeners.remove(listener);
  }

  /// Oldest first.
  public synchronized List<DeliveryEntry> entries() {
    return List.copyOf(entries);
  }

  public synchronized void clear() {
    entries.clear();
  }

  /// `{"deliveries":[…]}`, oldest first.
  ///
  /// @param number only those of this phone number id; null for all
  /// @param chat only those of the chat with this phone number; null for all
  public JsonObject toJson(@Nullable String number, @Nullable String chat) {
    List<Json> shown =
        entries().stream()
            .filter(entry -> number == null || number.equals(entry.number()))
            .filter(entry -> chat == null || chat.equals(entry.chat()))
            .<Json>map(DeliveryEntry::toJson)
            .toList();
    return Json.object("deliveries", new JsonArray(shown));
  }
}
