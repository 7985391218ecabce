package dev.parley.server.console;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.http.EventSink;
import dev.parley.server.http.Response;
import dev.parley.server.http.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The page's live stream. Each open page follows the journal at its own position, so that none
/// misses an event or sees one twice; what is not in the journal (calls, deliveries, typing) is
/// sent to all.
public final class Live {
  /// A page that is further behind than this is told to load everything anew instead.
  static final int BEHIND_EVENTS_MAX = 2_000;

  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Set<EventSink> open = ConcurrentHashMap.newKeySet();
  private volatile EventFeed feed;

  public Live(EventFeed feed) {
    this.feed = feed;
  }

  /// After a reset all is new: pages must forget what they have.
  public void restart(EventFeed newFeed) {
    EventFeed old = feed;
    feed = newFeed;
    old.signal();
  }

  /// Sends to all open pages.
  public void tell(String name, Json data) {
    if (!open.isEmpty()) {
      StreamEvent event = StreamEvent.of(name, text(data));
      open.forEach(sink -> sink.send(event));
    }
  }

  public boolean isWatched() {
    return !open.isEmpty();
  }

  Response stream(Position after) {
    return new Response.EventStream(sink -> {
      open.add(sink);
      sink.send("hello", text(Json.object("next", after.token())));
      Thread.ofVirtual().name("live").start(() -> follow(sink, after));
      return () -> open.remove(sink);
    });
  }

  private void follow(EventSink sink, Position start) {
    Position at = start;
    EventFeed following = feed;
    try {
      while (!sink.hasEnded()) {
        if (following != feed) {
          following = feed;
          at = following.end();
          sink.send("world", "{}");
        }
        long seen = following.commitsSeen();
        EventFeed.Page page = following.read(at, EventFeed.Filter.NONE);
        at = page.next();
        String token = at.token();
        for (JsonObject event : page.events()) {
          sink.send("event", text(event.with("next", Json.of(token))));
        }
        if (page.more() && behind(following, at) > BEHIND_EVENTS_MAX) {
          at = following.end();
          sink.send("world", "{}");
        } else if (!page.more()) {
          following.awaitCommit(seen, System.nanoTime() + WAIT_NANOS);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      sink.end();
    }
  }

  private static long behind(EventFeed feed, Position at) {
    return feed.end().read().entrySet().stream()
        .mapToLong(entry -> entry.getValue() - at.in(entry.getKey()))
        .sum();
  }

  private static String text(Json json) {
    return new String(JsonWriter.utf8(json), StandardCharsets.UTF_8);
  }
}
