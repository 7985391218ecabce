package dev.parley.protocol.api;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import org.jspecify.annotations.Nullable;

/// Writes errors as Graph does, in an answer and in a status. Source: `responses-and-errors.md` §3,
/// §7; `problems` is ours.
public final class GraphErrorWriter {
  private GraphErrorWriter() {}

  /// The body of an answer: `{"error":{message, type, code, error_data, fbtrace_id}}`.
  ///
  /// @param traceId names this call in our log; `A` and 22 base64url characters
  public static JsonObject envelope(ApiError error, String traceId) {
    var body =
        JsonObject.builder()
            .put("message", error.shownMessage())
            .put("type", type(error))
            .put("code", error.code().number());
    var subcode = error.subcode();
    if (subcode != null) {
      body.put("error_subcode", subcode);
      ErrorSubcode.of(subcode)
          .filter(ErrorSubcode::isOfTemplates)
          .ifPresent(known -> tellPerson(known, body));
    }
    if (error.details() != null || !error.problems().isEmpty()) {
      body.put("error_data", data(error));
    }
    return Json.object("error", body.put("fbtrace_id", traceId).build());
  }

  /// An item of `statuses[].errors`: why an accepted message failed.
  public static JsonObject inStatus(ApiError error) {
    var body =
        JsonObject.builder()
            .put("code", error.code().number())
            .put("title", error.code().title())
            .put("message", error.code().title());
    if (error.details() != null) {
      body.put("error_data", Json.object("details", error.details()));
    }
    return body.put("href", error.code().href()).build();
  }

  /// Errors of template management carry words for the person at the screen
  /// (`responses-and-errors.md` §3).
  private static void tellPerson(ErrorSubcode subcode, JsonObject.Builder body) {
    body.put("is_transient", false)
        .put("error_user_title", subcode.title().orElseGet(subcode.code()::title))
        .put("error_user_msg", subcode.when());
  }

  private static String type(ApiError error) {
    var subcode = error.subcode();
    return subcode != null && subcode == ApiError.NO_SUCH_OBJECT
        ? "GraphMethodException"
        : "OAuthException";
  }

  private static JsonObject data(ApiError error) {
    return JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .putIfPresent("details", error.details())
        .putIfPresent("problems", problems(error))
        .build();
  }

  /// The problems that lie at a place in the body; a body that is no JSON has none.
  private static @Nullable JsonArray problems(ApiError error) {
    if (error.problems().isEmpty()) {
      return null;
    }
    return JsonArray.from(
        error.problems().stream().filter(Problem::isLocated).toList(),
        problem ->
            Json.object(
                "path", problem.path(), "problem", problem.problem(), "code", problem.code()));
  }
}
