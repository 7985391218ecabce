package dev.parley.server.reference;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.message.Strictness;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `POST /validate`: whether a body of `POST /messages` is right, without sending it and without a
/// key. A body that is wrong is answered with 200, since the check went well; only one that is no
/// JSON gets 400.
public final class ValidateCall {
  /// As with `POST /messages`.
  static final int BYTES_MAX = 1 << 20;

  private final Supplier<String> traceIds;

  public ValidateCall(Supplier<String> traceIds) {
    this.traceIds = traceIds;
  }

  public List<Route> routes() {
    return List.of(new Route("POST", "/validate", this::validate));
  }

  private Response validate(Request request) {
    var strict = request.query().first("strict");
    return switch (strict == null ? "false" : strict.toLowerCase(Locale.ROOT)) {
      case "", "true", "1" -> answer(request, Strictness.STRICT);
      case "false", "0" -> answer(request, Strictness.LENIENT);
      default -> refused(ApiError.of(ErrorCode.INVALID_PARAMETER, "strict must be true or false"));
    };
  }

  private Response answer(Request request, Strictness strictness) {
    return switch (BodyCheck.of(request.body(BYTES_MAX), strictness)) {
      case Verdict.NoJson(var error) -> refused(error);
      case Verdict verdict -> Response.json(200, JsonWriter.utf8(VerdictWriter.write(verdict)));
    };
  }

  private Response refused(ApiError error) {
    return Response.json(400, JsonWriter.utf8(GraphErrorWriter.envelope(error, traceIds.get())));
  }
}
