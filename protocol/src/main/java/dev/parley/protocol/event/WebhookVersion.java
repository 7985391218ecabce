package dev.parley.protocol.event;

/// The Graph version that an endpoint subscribed with: it decides what a webhook carries.
public record WebhookVersion(int major) {

  /// What an endpoint gets that did not ask for another.
  public static final WebhookVersion NEWEST = new WebhookVersion(25);

  /// `conversation` went with v24 (`webhooks.md` §3).
  boolean hasConversation() {
    return major <= 23;
  }

  /// `contacts` beside statuses came in 2026 (`verified.md` §6).
  boolean hasStatusContacts() {
    return major >= 24;
  }
}
