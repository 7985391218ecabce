package dev.parley.server.http;

/// A form that can't be read. The message follows "The body" and is for the caller to see.
public final class BadForm extends Exception {
  private static final long serialVersionUID = 1;

  BadForm(String message) {
    super(message);
  }
}
