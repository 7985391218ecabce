package dev.parley.server.http;

/// What answers a request. Runs on a virtual thread of its own and may block.
@FunctionalInterface
public interface Handler {

  /// An exception ends as a 500 that shows a trace id only; a [BodyRefused] as the status it names.
  Response handle(Request request) throws Exception;
}
