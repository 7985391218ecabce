package dev.parley.server.admin;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// How management calls answer: JSON, errors in the Graph envelope.
///
/// @param traceIds a new `fbtrace_id` for each error
record Answers(Supplier<String> traceIds) {

  static Response.Answer ok(Json body) {
    return json(200, body);
  }

  static Response.Answer success() {
    return ok(Json.object("success", true));
  }

  static Response.Answer json(int status, Json body) {
    return Response.json(status, JsonWriter.utf8(body));
  }

  Response.Answer refused(ApiError error) {
    return refused(error.code().httpStatus(), error);
  }

  Response.Answer refused(int status, ApiError error) {
    return json(status, GraphErrorWriter.envelope(error, traceIds.get()));
  }

  /// Whatever is wrong with the body of a management call has code 100. Wording of what is missing:
  /// reference, responses-and-errors.md §6. A problem of a template may have the number of a
  /// subcode.
  Response.Answer refused(List<Problem> problems) {
    ApiError error = ApiError.of(problems.stream().map(Answers::asInvalid).toList());
    return refused(
        ErrorSubcode.of(problems.getFirst().code())
            .map(subcode ->
                new ApiError(
                    error.code(),
                    error.message(),
                    error.details(),
                    subcode.number(),
                    error.problems()))
            .orElse(error));
  }

  private static Problem asInvalid(Problem problem) {
    String details = problem.details();
    boolean missing = problem.code() == Problem.MISSING && details != null;
    return new Problem(
        problem.path(),
        problem.problem(),
        Problem.INVALID,
        missing ? "(#100) " + details : problem.message(),
        missing ? null : details);
  }

  Response.Answer page(Pages.Cut cut) {
    return switch (cut) {
      case Pages.Cut.Page(var body) -> ok(body);
      case Pages.Cut.Refused(var error) -> refused(error);
    };
  }

  Response.Answer notSupported(Request request, String what) {
    return refused(
        ApiError.of(
            ErrorCode.INVALID_PARAMETER,
            "%s %s: %s isn't supported yet".formatted(request.method(), request.rawPath(), what)));
  }

  /// With what the call says, once it can be read.
  Response.Answer withBody(Request request, Function<JsonObject, Response.Answer> then) {
    return with(CallBody.read(request), then);
  }

  <T> Response.Answer with(Reading<T> reading, Function<T, Response.Answer> then) {
    return switch (reading) {
      case Reading.Ok<T>(var value) -> then.apply(value);
      case Reading.Wrong<T>(var problems) -> refused(problems);
    };
  }
}
