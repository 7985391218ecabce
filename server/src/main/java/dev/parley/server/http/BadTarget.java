package dev.parley.server.http;

/// The path or the query cannot be read; the message says why, for the caller to see.
final class BadTarget extends Exception {
  private static final long serialVersionUID = 1;

  BadTarget(String message) {
    super(message);
  }
}
