package dev.parley.server.http;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into an answer, in the words of the [ErrorAnswer].
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final ErrorAnswer words;
  private final Supplier<String> traceIds;

  Failures(ErrorAnswer words, Supplier<String> traceIds) {
    this.words = words;
    this.traceIds = traceIds;
  }

  Response.Answer answer(Response.Failure failure, String rawPath) {
    return worded(
        new HttpError(failure.status(), failure.message(), traceIds.get(), rawPath), failure);
  }

  /// A bug, or a broken world: the log has it all but the body and the query, the caller a trace
  /// id.
  Response.Answer unexpected(String method, String rawPath, Throwable thrown) {
    String traceId = traceIds.get();
    LOG.error("{} {} failed, trace id {}", method, rawPath, traceId, thrown);
    String message = "an unexpected error; the server's log has it under trace id " + traceId;
    return worded(new HttpError(500, message, traceId, rawPath), Response.failure(500, message));
  }

  private Response.Answer worded(HttpError error, Response.Failure failure) {
    Response.Answer answer;
    try {
      answer = words.word(error);
    } catch (RuntimeException e) {
      LOG.error("no words for error {}, trace id {}", error.status(), error.traceId(), e);
      answer = Response.text(error.status(), "error %d\n".formatted(error.status()));
    }
    if (failure.headers().isEmpty()) {
      return answer;
    }
    var headers = new ArrayList<>(answer.headers());
    headers.addAll(failure.headers());
    return new Response.Answer(answer.status(), headers, answer.body());
  }
}
