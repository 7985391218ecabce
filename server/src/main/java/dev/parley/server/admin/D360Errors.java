package dev.parley.server.admin;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// How 360dialog's management calls show an error: clients read `meta`, others the Graph envelope,
/// so both are there. Source: reference, responses-and-errors.md §4; verified.md §12, management
/// errors.
///
/// @param traceIds a new `360dialog_trace_id` for each error
record D360Errors(Supplier<String> traceIds) {

  /// The same answer, with `meta` if it is an error.
  Response.Answer wrapped(Response.Answer answer) {
    if (answer.status() < 400
        || !(JsonReader.read(answer.body()) instanceof Reading.Ok<Json>(JsonObject body))) {
      return answer;
    }
    String upstream = new String(answer.body(), StandardCharsets.UTF_8);
    JsonObject meta =
        Json.object(
            "success", false,
            "http_code", answer.status(),
            "developer_message", "Invalid payload (%s)".formatted(upstream),
            "error", upstream,
            "360dialog_trace_id", traceIds.get());
    return Answers.json(answer.status(), body.with("meta", meta));
  }
}
