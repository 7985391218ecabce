package dev.parley.protocol.event;

import dev.parley.protocol.api.Identity;

/// An item of `contacts[]` in a webhook: who the user is. Source: `webhooks.md` §1.
///
/// @param profileName the name that the user gave himself
public record WebhookContact(String profileName, Identity identity) {}
