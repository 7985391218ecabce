package dev.parley.server.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one request to an endpoint.
public sealed interface WebhookAnswer {

  /// From the call to the answer, in real time.
  Duration took();

  /// Why it is not delivered, in plain words; null when it is.
  @Nullable String problem();

  /// It answered.
  ///
  /// @param body at most {@link WebhookClient#ANSWER_MAX_BYTES} of it, read as UTF-8
  record Answered(int status, String body, Duration took) implements WebhookAnswer {
    /// Any 2xx: the endpoint has it. A redirect is none: it would lose the body or the signature.
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    @Override
    public @Nullable String problem() {
      if (isSuccess()) {
        return null;
      }
      return status >= 300 && status < 400
          ? "answered %d; redirects are not followed".formatted(status)
          : "answered " + status;
    }
  }

  /// No answer came.
  ///
  /// @param why in plain words, e.g. `connection refused`
  record Failed(String why, Duration took) implements WebhookAnswer {
    @Override
    public String problem() {
      return why;
    }
  }
}
