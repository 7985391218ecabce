package dev.parley.server.reference;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The catalogue of errors: `GET /errors` as JSON, or as a page where a browser asks; `GET
/// /errors.html` always as a page. Needs no key.
public final class ErrorRoutes {
  /// Nothing inline, no other host, no framing: as with the console.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Supplier<String> traceIds;

  public ErrorRoutes(Supplier<String> traceIds) {
    this.traceIds = traceIds;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/errors", this::errors),
        new Route(
            "GET", "/errors.html", request -> page("text/html; charset=utf-8", ErrorsPage.html())),
        new Route(
            "GET", "/errors.css", request -> page("text/css; charset=utf-8", file("errors.css"))),
        new Route(
            "GET",
            "/errors.js",
            request -> page("text/javascript; charset=utf-8", file("errors.js"))));
  }

  private Response errors(Request request) {
    var asked = request.query().first("code");
    var accept = request.headers().first("Accept");
    if (asked != null) {
      return ofCode(asked);
    }
    return accept != null && accept.contains("text/html")
        ? page("text/html; charset=utf-8", ErrorsPage.html()).with("Vary", "Accept")
        : catalogue(List.of(ErrorCode.values())).with("Vary", "Accept");
  }

  private Response ofCode(String asked) {
    if (!asked.matches("\\d{1,9}")) {
      return refused(400, "code is %s, must be a number such as 131009".formatted(shorten(asked)));
    }
    int number = Integer.parseInt(asked);
    return named(number)
        .<Response>map(code -> catalogue(List.of(code)))
        .orElseGet(() -> refused(404, "the catalogue has no code %d".formatted(number)));
  }

  private static Optional<ErrorCode> named(int number) {
    return ErrorCode.of(number).or(() -> ErrorSubcode.of(number).map(ErrorSubcode::code));
  }

  private static Response.Answer catalogue(List<ErrorCode> codes) {
    return Response.json(200, JsonWriter.utf8(ErrorsWriter.write(codes)));
  }

  private Response refused(int status, String problem) {
    var error = ApiError.of(ErrorCode.INVALID_PARAMETER, problem);
    return Response.json(status, JsonWriter.utf8(GraphErrorWriter.envelope(error, traceIds.get())));
  }

  private static Response.Answer page(String type, byte[] bytes) {
    return Response.bytes(200, type, bytes)
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private static byte[] file(String name) {
    try (var in = ErrorRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + ErrorRoutes.class);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
