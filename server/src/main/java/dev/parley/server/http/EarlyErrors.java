package dev.parley.server.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers the errors that Jetty finds before our handler is asked, or when it cannot be asked any
/// more. Jetty's own text is never shown: it may be that of any exception.
final class EarlyErrors extends ErrorHandler {

  /// What Jetty puts in place of a path that it could not read.
  private static final Set<String> NO_PATH = Set.of("/badMessage", "/badRequest");

  private final Failures failures;

  EarlyErrors(Failures failures) {
    this.failures = failures;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ERROR_EXCEPTION) instanceof HttpException known
            ? known.getCode()
            : response.getStatus();
    String path = request.getHttpURI().getPath();
    var failure = dev.parley.server.http.Response.failure(status, sentence(status));
    var answer = failures.answer(failure, path == null || NO_PATH.contains(path) ? "" : path);
    Answers.write(answer, request, response, callback);
    return true;
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 -> "the request line or a header is malformed";
      case 408 -> "the request stopped arriving";
      case 413 -> "the body is too large";
      case 414 -> "the URI is longer than %d bytes".formatted(HttpServer.HEAD_BYTES_MAX);
      case 417 -> "the only expectation known is 100-continue";
      case 426 -> "only HTTP/1.1 and HTTP/1.0 are spoken here";
      case 431 -> "the headers are larger than %d bytes".formatted(HttpServer.HEAD_BYTES_MAX);
      case 501 -> "the transfer encoding is not known";
      case 503 -> "the server is stopping";
      case 505 -> "only HTTP/1.1 and HTTP/1.0 are spoken here";
      default -> status < 500 ? "the request cannot be served" : "the server failed";
    };
  }
}
