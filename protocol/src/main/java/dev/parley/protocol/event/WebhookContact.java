package dev.parley.protocol.event;

import dev.parley.protocol.api.Identity;
import org.jspecify.annotations.Nullable;

/// An item of `contacts[]` in a webhook: who the user is. Source: `webhooks.md` §1.
///
/// @param profileName the name that the user gave himself
/// @param identityKeyHash of the user's key, for numbers that check it (`verified.md` §5)
public record WebhookContact(
    String profileName, Identity identity, @Nullable String identityKeyHash) {

  public WebhookContact(String profileName, Identity identity) {
    this(profileName, identity, null);
  }
}
