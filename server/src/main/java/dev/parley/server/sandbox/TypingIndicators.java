package dev.parley.server.sandbox;

import dev.parley.WorldClock;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.WaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// In which chats the business seems to be typing. In memory: it is over in seconds.
public final class TypingIndicators {
  /// Source: messages.md §16.
  static final Duration SHOWN_FOR = Duration.ofSeconds(25);

  private final WorldClock clock;
  private final Map<Spot, Instant> untils = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  TypingIndicators(WorldClock clock) {
    this.clock = clock;
  }

  private record Spot(String number, WaId user) {}

  /// Who wants to know.
  @FunctionalInterface
  public interface Listener {
    /// @param number phone number id
    /// @param until null when it is over
    void typing(String number, WaId user, @Nullable Instant until);
  }

  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  public boolean isTyping(PhoneNumber number, WaId user) {
    Instant until = untils.get(new Spot(number.id(), user));
    return until != null && clock.instant().isBefore(until);
  }

  void start(PhoneNumber number, WaId user) {
    var spot = new Spot(number.id(), user);
    Instant until = clock.instant().plus(SHOWN_FOR);
    untils.put(spot, until);
    tell(spot, until);
    clock.at(
        until,
        () -> {
          if (untils.remove(spot, until)) {
            tell(spot, null);
          }
        });
  }

  /// The business wrote.
  void end(PhoneNumber number, WaId user) {
    var spot = new Spot(number.id(), user);
    if (untils.remove(spot) != null) {
      tell(spot, null);
    }
  }

  private void tell(Spot spot, @Nullable Instant until) {
    listeners.forEach(listener -> listener.typing(spot.number(), spot.user(), until));
  }
}
