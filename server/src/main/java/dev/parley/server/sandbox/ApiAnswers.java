package dev.parley.server.sandbox;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// How the control API reads bodies and answers: JSON, errors in the Graph envelope.
final class ApiAnswers {
  /// Bytes of a body: a text of the greatest length, each character escaped, fits.
  static final int BODY_BYTES_MAX = 1024 * 1024;

  private final Supplier<String> traceIds;

  ApiAnswers(Supplier<String> traceIds) {
    this.traceIds = traceIds;
  }

  Response ok(Json body) {
    return json(200, body);
  }

  Response created(Json body) {
    return json(201, body);
  }

  Response done() {
    return ok(Json.object("success", true));
  }

  Response notFound(String details) {
    return error(404, UserOutcome.noSuch(details));
  }

  Response conflict(Problem problem) {
    return error(409, ApiError.of(List.of(problem)));
  }

  Response badRequest(List<Problem> problems) {
    return error(400, ApiError.of(problems));
  }

  Response error(int status, ApiError error) {
    return json(status, GraphErrorWriter.envelope(error, traceIds.get()));
  }

  private static Response json(int status, Json body) {
    return Response.json(status, JsonWriter.utf8(body));
  }

  Response outcome(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Sent(var id) -> created(Json.object("id", id.value()));
      case UserOutcome.Queued(var id) -> created(Json.object("id", id.value(), "status", "queued"));
      case UserOutcome.Done() -> done();
      case UserOutcome.Unknown(var error) -> error(404, error);
      case UserOutcome.NotOffered(var error) -> error(409, error);
      case UserOutcome.Invalid(var error) -> error(400, error);
    };
  }

  /// With the body, once it is JSON.
  Response withBody(Request request, Function<Json, Response> then) {
    return with(JsonReader.read(request.body(BODY_BYTES_MAX)), then);
  }

  /// With the body, which may be left out: then it is an empty object.
  Response withOptionalBody(Request request, Function<Json, Response> then) {
    byte[] body = request.body(BODY_BYTES_MAX);
    return body.length == 0 ? then.apply(JsonObject.empty()) : with(JsonReader.read(body), then);
  }

  /// With what was read, if it could be.
  <T> Response with(Reading<T> reading, Function<T, Response> then) {
    return switch (reading) {
      case Reading.Ok<T>(var value) -> then.apply(value);
      case Reading.Wrong<T>(var problems) -> badRequest(problems);
    };
  }
}
