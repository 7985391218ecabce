package dev.parley.protocol.api;

/// Whom a message is for.
public sealed interface Recipient {

  /// A phone number, from `to`.
  record Phone(WaId waId) implements Recipient {}

  /// A user whose phone number the business may not know, from `recipient`.
  record User(UserId userId) implements Recipient {}
}
