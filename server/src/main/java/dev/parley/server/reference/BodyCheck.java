package dev.parley.server.reference;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.json.Remedy;
import dev.parley.protocol.message.MessageWriter;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at a body of `POST /messages` without sending it. Both dialects take the same bodies, so
/// there is nothing to choose but how strictly to read.
public final class BodyCheck {

  /// What may stand beside a message. Clients send the last three along with their calls
  /// (`clients.md` 4).
  private static final Set<String> ENVELOPE =
      Set.of(
          "messaging_product",
          "recipient_type",
          "to",
          "recipient",
          "type",
          "context",
          "biz_opaque_callback_data",
          "recipient_identity_key_hash",
          "message_activity_sharing",
          "category",
          "status",
          "message_id",
          "typing_indicator",
          "access_token",
          "appsecret_proof",
          "format");

  private BodyCheck() {}

  public static Verdict of(byte[] body, Strictness strictness) {
    return switch (JsonReader.read(body)) {
      case Reading.Wrong<Json>(var problems) when !problems.getFirst().isLocated() ->
          new Verdict.NoJson(ApiError.of(problems));
      case Reading.Wrong<Json>(var problems) ->
          new Verdict.Invalid(
              ApiError.of(problems),
              problems.stream().map(problem -> new Finding(problem, null)).toList(),
              List.of());
      case Reading.Ok<Json>(var json) -> of(json, strictness);
    };
  }

  private static Verdict of(Json body, Strictness strictness) {
    var suggestions = new Suggestions(body);
    return switch (SendRequestReader.read(body, strictness)) {
      case Reading.Ok<SendRequest>(var request) ->
          new Verdict.Valid(kind(request), suggestions.to(warnings(body, strictness, List.of())));
      case Reading.Wrong<SendRequest>(var problems) ->
          new Verdict.Invalid(
              ApiError.of(problems),
              suggestions.to(problems),
              suggestions.to(warnings(body, strictness, problems)));
    };
  }

  private static String kind(SendRequest request) {
    return switch (request) {
      case SendRequest.MarkRead read when read.typing() -> "read and typing";
      case SendRequest.MarkRead read -> "read";
      case SendRequest.SendMessage send -> {
        var written = MessageWriter.write(send.message());
        var type = send.message().type();
        yield written.get(type) instanceof JsonObject content
                && content.get("type") instanceof JsonString(var kind)
                && type.equals("interactive")
            ? type + " " + kind
            : type;
      }
    };
  }

  /// What a strict reading finds beyond these problems, and members of the envelope that nobody
  /// knows: most are slips of the pen.
  private static List<Problem> warnings(Json body, Strictness strictness, List<Problem> problems) {
    var warnings = new ArrayList<>(unknownInEnvelope(body));
    if (strictness == Strictness.LENIENT
        && SendRequestReader.read(withRecipientType(body), Strictness.STRICT)
            instanceof Reading.Wrong<SendRequest>(var strict)) {
      warnings.addAll(strict);
    }
    var told = problems.stream().map(Problem::path).collect(Collectors.toSet());
    warnings.removeIf(warning -> told.contains(warning.path()));
    return warnings;
  }

  /// Nearly all leave it out, so that its lack is no warning.
  private static Json withRecipientType(Json body) {
    return body instanceof JsonObject members && !members.has("recipient_type")
        ? members.with("recipient_type", new JsonString("individual"))
        : body;
  }

  private static List<Problem> unknownInEnvelope(Json body) {
    var unknown = new ArrayList<Problem>();
    if (body instanceof JsonObject members) {
      var type = members.get("type") instanceof JsonString(var word) ? word : "text";
      var lacking =
          Stream.concat(Stream.of(type), ENVELOPE.stream().sorted())
              .filter(name -> !members.has(name))
              .toList();
      members.forEach((name, value) -> {
        if (!ENVELOPE.contains(name) && Spelling.nearest(type, List.of(name)).isEmpty()) {
          unknown.add(
              Problem.of(Path.root().field(name), "is ignored: no such member", Problem.INVALID)
                  .with(new Remedy.Rename(lacking)));
        }
      });
    }
    return unknown;
  }
}
