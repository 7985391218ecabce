package dev.parley.server.sandbox;

/// What the network does with a number that no handset has.
public enum UnknownNumbers {
  /// It becomes a handset when it is first written to.
  BECOME_HANDSETS,
  /// Nobody is there: 131026.
  ARE_UNDELIVERABLE
}
