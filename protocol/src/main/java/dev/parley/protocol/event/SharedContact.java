package dev.parley.protocol.event;

import dev.parley.protocol.message.Contact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A card that a user shared. Source: `verified.md` §6.
///
/// @param origin why it was shared; absent in older webhooks
/// @param vcard the card as the phone has it; not in the answer to a request
public record SharedContact(Contact contact, @Nullable Origin origin, @Nullable String vcard) {

  /// Characters of a `vcard`. Ours.
  public static final int VCARD_MAX_CHARS = 65_536;

  /// Why a card was shared.
  public enum Origin {
    /// The business asked for the user's own.
    CONTACT_REQUEST,
    /// By hand.
    OTHER;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SharedContact of(Contact contact) {
    return new SharedContact(contact, null, null);
  }

  /// The user's own card, as the answer to `request_contact_info`.
  public static SharedContact requested(Contact contact) {
    return new SharedContact(contact, Origin.CONTACT_REQUEST, null);
  }
}
