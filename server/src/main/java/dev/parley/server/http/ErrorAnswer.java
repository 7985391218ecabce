package dev.parley.server.http;

/// Words the errors that happen before, beside or in spite of the handler, so that they come in the
/// envelope that the clients of that path parse. Must not fail; if it does, the caller sees the
/// bare status.
@FunctionalInterface
public interface ErrorAnswer {

  /// The status of the answer may differ from the error's where a dialect has its own.
  Response.Answer word(HttpError error);
}
