package dev.parley.server.dialect;

import dev.parley.Hub;
import dev.parley.SendOutcome;
import dev.parley.account.NumberSettings;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Strictness;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;

/// `POST /messages` once the caller is known. Both dialects take the same bodies and give the same
/// answers; they differ in paths, keys and in how they refuse a caller.
final class MessagesCall {
  private static final String JSON = "application/json; charset=UTF-8";

  private final Hub hub;
  private final TraceIds traceIds;

  MessagesCall(Hub hub, TraceIds traceIds) {
    this.hub = hub;
    this.traceIds = traceIds;
  }

  Response.Answer answer(Sender sender, Request request) {
    NumberSettings settings = sender.number().settings();
    return switch (MessageBody.read(request)
        .then(body -> meaning(body, settings.rules().strict()))) {
      case Reading.Wrong<Meaning>(var problems) -> refused(ApiError.of(problems));
      case Reading.Ok<Meaning> notRegistered when !settings.registration().connected() ->
          refused(notRegistered(sender));
      case Reading.Ok<Meaning>(var meaning) ->
          answer(hub.send(sender, meaning.request(), meaning.body().stored()));
    };
  }

  private static Reading<Meaning> meaning(MessageBody body, boolean strict) {
    return SendRequestReader.read(body.json(), strict ? Strictness.STRICT : Strictness.LENIENT)
        .then(request -> new Reading.Ok<>(new Meaning(body, request)));
  }

  /// A number that was taken off the network neither sends nor reads. Source: reference,
  /// observed.md §4, §5.
  private static ApiError notRegistered(Sender sender) {
    return ApiError.of(
        ErrorCode.NOT_REGISTERED,
        "Number %s was deregistered; POST /%s/register connects it again."
            .formatted(sender.number().id(), sender.number().id()));
  }

  private Response.Answer answer(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> json(200, accepted.receipt().toJson());
      case SendOutcome.MarkedRead read -> json(200, Json.object("success", true));
      case SendOutcome.Refused(var error) -> refused(error);
    };
  }

  Response.Answer refused(ApiError error) {
    return json(error.code().httpStatus(), GraphErrorWriter.envelope(error, traceIds.facebook()));
  }

  static Response.Answer json(int status, Json body) {
    return Response.bytes(status, JSON, JsonWriter.utf8(body));
  }

  private record Meaning(MessageBody body, dev.parley.protocol.api.SendRequest request) {}
}
