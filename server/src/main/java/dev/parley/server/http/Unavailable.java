package dev.parley.server.http;

import java.time.Duration;

/// What a call needs is away for now. A handler need not catch it, nor does it matter whether it is
/// thrown before a download or when it is opened: the server then answers 503 and when to come
/// again; the message is for the caller to see.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration retryIn;

  public Unavailable(String message, Duration retryIn, Throwable cause) {
    super(message, cause);
    this.retryIn = retryIn;
  }

  Response.Failure answer() {
    return Response.failure(503, String.valueOf(getMessage()))
        .with("Retry-After", Long.toString(retryIn.toSeconds()));
  }
}
