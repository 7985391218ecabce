package dev.parley.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a number is connected with the network, and the PIN of its two-step verification.
///
/// @param pinSha256 hash of the PIN; null where none was ever set
/// @param calls when it was registered and deregistered lately, oldest first
public record Registration(boolean connected, @Nullable String pinSha256, List<Instant> calls) {

  /// Calls to register and deregister within {@link #CALLS_WITHIN}; one more is refused with
  /// 133016. Source: reference, verified.md §4.
  public static final int CALLS_MAX = 10;

  public static final Duration CALLS_WITHIN = Duration.ofDays(3);

  /// As the numbers of a seed are: ready to send, without a PIN.
  public static final Registration CONNECTED = new Registration(true, null, List.of());

  public Registration {
    calls = List.copyOf(calls);
  }

  public boolean mayCall(Instant now) {
    return recent(now).size() < CALLS_MAX;
  }

  /// Whether this is the PIN, or there is none to compare with.
  public boolean takes(String pin) {
    return pinSha256 == null || pinSha256.equals(ApiKey.hash(pin));
  }

  public Registration registered(String pin, Instant now) {
    return new Registration(true, ApiKey.hash(pin), withCall(now));
  }

  public Registration deregistered(Instant now) {
    return new Registration(false, pinSha256, withCall(now));
  }

  public Registration withPin(String pin) {
    return new Registration(connected, ApiKey.hash(pin), calls);
  }

  private List<Instant> withCall(Instant now) {
    var all = new ArrayList<>(recent(now));
    all.add(now);
    return all;
  }

  private List<Instant> recent(Instant now) {
    return calls.stream().filter(call -> now.isBefore(call.plus(CALLS_WITHIN))).toList();
  }
}
