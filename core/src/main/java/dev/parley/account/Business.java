package dev.parley.account;

import dev.parley.journal.StreamId;

/// A WhatsApp business account.
///
/// @param id the WABA id, `entry[].id` of every webhook
/// @param stream what belongs to no number of it
public record Business(String id, String name, Portfolio portfolio, App app, StreamId stream) {

  /// The app that signs webhooks.
  public record App(String id, Secret secret, Secret verifyToken) {}
}
