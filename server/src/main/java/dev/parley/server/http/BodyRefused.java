package dev.parley.server.http;

/// The body of a request did not arrive as it should. A handler need not catch it: the server then
/// answers with [#status], and the message is for the caller to see.
public final class BodyRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why, and the status it is answered with.
  public enum Reason {
    TOO_LARGE(413),
    TIMED_OUT(408),
    BROKEN(400);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private final Reason reason;

  BodyRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public int status() {
    return reason.status;
  }
}
