package dev.parley.server.delivery;

import java.time.Duration;

/// What became of one request to an endpoint.
public sealed interface WebhookAnswer {

  /// From the call to the answer, in real time.
  Duration took();

  /// It answered.
  ///
  /// @param body at most {@link WebhookClient#ANSWER_MAX_BYTES} of it, read as UTF-8
  record Answered(int status, String body, Duration took) implements WebhookAnswer {
    /// Any 2xx: the endpoint has it. A redirect is none: it would lose the body or the signature.
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /// No answer came.
  ///
  /// @param why in plain words, e.g. `connection refused`
  record Failed(String why, Duration took) implements WebhookAnswer {}
}
