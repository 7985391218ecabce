package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.FlowMessage.FlowName;
import dev.parley.protocol.message.FlowMessage.Mode;
import dev.parley.protocol.message.FlowMessage.Opening;
import dev.parley.protocol.message.FlowMessage.Payload;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `flow`. Whether there is such a flow is asked later. Source:
/// `messages.md` §14.
final class FlowReader {

  private static final Payload EMPTY = new Payload(null, null);

  private FlowReader() {}

  static @Nullable FlowMessage read(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, FlowMessage.ACTION_NAME);
    var parameters = action == null ? null : action.object("parameters");
    if (action == null || parameters == null) {
      return null;
    }
    version(parameters);
    var flow = flow(action, parameters);
    var cta = parameters.text("flow_cta", FlowMessage.CTA_MAX_CHARS);
    var mode = mode(parameters);
    var token = token(parameters);
    var opening = opening(parameters);
    var payload = payload(parameters, opening);
    return body == null || flow == null || cta == null
        ? null
        : new FlowMessage(header, body, footer, flow, cta, mode, token, opening, payload);
  }

  private static void version(Fields parameters) {
    var version = parameters.metaId("flow_message_version", FlowMessage.NAME_MAX_CHARS);
    if (version != null && !version.equals(FlowMessage.MESSAGE_VERSION)) {
      parameters.badValue(
          "flow_message_version",
          "is %s, must be \"%s\"".formatted(Fields.quoted(version), FlowMessage.MESSAGE_VERSION));
    }
  }

  private static @Nullable FlowName flow(Fields action, Fields parameters) {
    boolean id = parameters.says("flow_id");
    boolean name = parameters.says("flow_name");
    if (id == name) {
      action.badValue(
          "parameters",
          id
              ? "has both \"flow_id\" and \"flow_name\", exactly one of them is allowed"
              : "has neither \"flow_id\" nor \"flow_name\", exactly one of them is required");
      return null;
    }
    var value =
        id
            ? parameters.metaId("flow_id", FlowMessage.NAME_MAX_CHARS)
            : parameters.text("flow_name", FlowMessage.NAME_MAX_CHARS);
    if (value == null) {
      return null;
    }
    return id ? new FlowName.Id(value) : new FlowName.Name(value);
  }

  private static Mode mode(Fields parameters) {
    var mode = parameters.optionalWord("mode", Set.of("published", "draft"), Problem.BAD_VALUE);
    return mode == null ? Mode.PUBLISHED : Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String token(Fields parameters) {
    var token = parameters.optionalString("flow_token");
    return token == null || token.isEmpty() ? null : token;
  }

  private static Opening opening(Fields parameters) {
    var opening =
        parameters.optionalWord(
            "flow_action", Set.of("navigate", "data_exchange"), Problem.BAD_VALUE);
    return opening == null ? Opening.NAVIGATE : Opening.valueOf(opening.toUpperCase(Locale.ROOT));
  }

  /// What the first screen gets; Meta's table calls it a string, its samples show an object.
  private static @Nullable Payload payload(Fields parameters, Opening opening) {
    if (!parameters.says("flow_action_payload")) {
      return null;
    }
    if (opening == Opening.DATA_EXCHANGE) {
      parameters.badValue(
          "flow_action_payload",
          "is not allowed with the flow_action \"data_exchange\", only with \"navigate\"");
      return null;
    }
    if (parameters.member("flow_action_payload") instanceof JsonString(var text)) {
      return payloadInText(parameters, text);
    }
    var members = parameters.optionalObject("flow_action_payload");
    return members == null ? null : payload(members);
  }

  private static @Nullable Payload payloadInText(Fields parameters, String text) {
    return switch (JsonReader.read(text).then(FlowReader::payload)) {
      case Reading.Ok<Payload>(var payload) -> payload.equals(EMPTY) ? null : payload;
      case Reading.Wrong<Payload>(var problems) -> {
        parameters.badValue(
            "flow_action_payload",
            "is a string that holds no such object: " + problems.getFirst().sentence());
        yield null;
      }
    };
  }

  private static Reading<Payload> payload(Json json) {
    var problems = new Problems(json);
    var members = Fields.of(json, problems);
    return problems.reading(members == null ? EMPTY : payload(members));
  }

  private static Payload payload(Fields members) {
    var screen = members.optionalString("screen");
    return new Payload(screen == null || screen.isEmpty() ? null : screen, data(members));
  }

  /// An object with something in it, also as a string: what is no JSON in there passes as Meta's
  /// own sample does, and fills nothing in.
  private static @Nullable JsonObject data(Fields payload) {
    return switch (payload.member("data")) {
      case null -> null;
      case JsonObject data when data.isEmpty() -> {
        payload.badValue("data", "is empty, must be an object with something in it");
        yield null;
      }
      case JsonObject data -> data;
      case JsonString(var text) -> dataInText(payload, text);
      case Json other -> {
        payload.wrongType("data", "an object");
        yield null;
      }
    };
  }

  private static @Nullable JsonObject dataInText(Fields payload, String text) {
    if (!(JsonReader.read(text) instanceof Reading.Ok<Json>(var json))) {
      return null;
    }
    if (json instanceof JsonObject data && !data.isEmpty()) {
      return data;
    }
    payload.badValue("data", "must hold an object with something in it");
    return null;
  }
}
