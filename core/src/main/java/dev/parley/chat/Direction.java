package dev.parley.chat;

public enum Direction {
  /// From the business to the user.
  OUT,
  /// From the user to the business.
  IN
}
