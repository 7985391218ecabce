package dev.parley.account;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.WaId;
import java.util.Locale;

/// A business phone number.
///
/// @param id the phone number id: digits below 2^53, since clients parse it as a number
/// @param display as people write it, `+1 555 010 0001`
/// @param pace what happens to messages beyond the network's rate
/// @param settings what its owner has set of it
public record PhoneNumber(
    String id,
    String display,
    String name,
    String catalog,
    Pace pace,
    NumberSettings settings,
    Business business,
    StreamId stream) {

  /// The number itself as a user's address: digits only, as in `display_phone_number` of webhooks.
  public WaId waId() {
    return new WaId(display.replaceAll("\\D", ""));
  }

  public NumberRules rules() {
    return settings.rules();
  }

  /// What happens to messages beyond 80 a second.
  public enum Pace {
    /// Each goes out at once.
    OFF,
    /// They wait their turn.
    QUEUE;

    public static Pace of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
