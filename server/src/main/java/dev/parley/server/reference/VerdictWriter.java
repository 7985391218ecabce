package dev.parley.server.reference;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Place;
import dev.parley.protocol.json.Problem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a verdict as JSON: `{"valid":false,"problems":[…],"first":{…},"warnings":[…]}`.
public final class VerdictWriter {
  private VerdictWriter() {}

  public static JsonObject write(Verdict verdict) {
    return write(verdict, problem -> null);
  }

  /// With line and column of each finding.
  public static JsonObject write(Verdict verdict, Function<Problem, @Nullable Place> places) {
    return switch (verdict) {
      case Verdict.Valid(var kind, var warnings) ->
          Json.object("valid", true, "type", kind, "warnings", all(warnings, places));
      case Verdict.Invalid(var answer, var problems, var warnings) ->
          Json.object(
              "valid", false,
              "problems", all(problems, places),
              "first", first(answer),
              "warnings", all(warnings, places));
      case Verdict.NoJson(var answer) ->
          Json.object(
              "valid",
              false,
              "problems",
              all(verdict.findings(), places),
              "first",
              first(answer),
              "warnings",
              new JsonArray(List.of()));
    };
  }

  /// What `error` of the answer to a send would say.
  private static JsonObject first(ApiError answer) {
    return JsonObject.builder()
        .put("code", answer.code().number())
        .put("message", answer.shownMessage())
        .putIfPresent("details", answer.details())
        .build();
  }

  private static JsonArray all(List<Finding> findings, Function<Problem, @Nullable Place> places) {
    return JsonArray.from(findings, finding -> one(finding, places.apply(finding.problem())));
  }

  private static JsonObject one(Finding finding, @Nullable Place place) {
    var problem = finding.problem();
    var written =
        JsonObject.builder()
            .put("path", problem.path())
            .put("problem", problem.problem())
            .put("code", problem.code())
            .putIfPresent("title", ErrorCode.of(problem.code()).map(ErrorCode::title).orElse(null))
            .putIfPresent("suggestion", finding.suggestion());
    if (place != null) {
      written.put("line", place.line()).put("column", place.column());
    }
    return written.build();
  }
}
