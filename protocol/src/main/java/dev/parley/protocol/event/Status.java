package dev.parley.protocol.event;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Wamid;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An item of `statuses[]`: how far a message of the business has come. Source: `webhooks.md` §3.
///
/// @param recipient whom the message was for
/// @param callbackData what the send carried as `biz_opaque_callback_data`, in each status
/// @param pricing with `sent` and one of `delivered` and `read`
/// @param conversation with the price; which versions carry it says `WebhookVersion`
/// @param identityKeyHash of the recipient's key, for numbers that check it (`verified.md` §5)
/// @param error why it failed; with `FAILED` and only then
public record Status(
    Wamid id,
    State state,
    Instant at,
    Identity recipient,
    @Nullable String callbackData,
    @Nullable Pricing pricing,
    @Nullable Conversation conversation,
    @Nullable String identityKeyHash,
    @Nullable ApiError error) {
  public Status {
    if ((state == State.FAILED) != (error != null)) {
      throw new IllegalArgumentException("a failed status has an error, no other has: " + state);
    }
  }

  /// How far.
  public enum State {
    SENT,
    DELIVERED,
    READ,
    PLAYED,
    FAILED;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a message costs. Source: `webhooks.md` §3, `messages.md` §18.
  public record Pricing(boolean billable, String model, String type, String category) {

    /// The price of a message that is no template, inside the window: nothing.
    public static Pricing freeService() {
      return new Pricing(false, "PMP", "free_customer_service", "service");
    }

    /// The price of a template of this category (`utility`, `marketing` …).
    public static Pricing regular(String category) {
      return new Pricing(true, "PMP", "regular", category);
    }

    /// A utility template inside the window.
    public static Pricing freeUtility() {
      return new Pricing(false, "PMP", "free_customer_service", "utility");
    }

    /// Anything for 72 hours after the answer to a user who came from an ad.
    public static Pricing freeEntryPoint() {
      return new Pricing(false, "PMP", "free_entry_point", "referral_conversion");
    }
  }

  /// The conversation that the message belongs to: one of its own since messages are priced each
  /// (`webhooks.md` §3).
  ///
  /// @param expiresAt with `sent` only
  /// @param originType as `pricing.category`, with `_` for `-`
  public record Conversation(String id, @Nullable Instant expiresAt, String originType) {

    /// Begun by an ad.
    public static final String REFERRAL_CONVERSION = "referral_conversion";

    boolean isFreeEntry() {
      return originType.equals(REFERRAL_CONVERSION);
    }
  }
}
