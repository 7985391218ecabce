package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `voice_call` and `call_permission_request`. Source:
/// `call-buttons.md` §1.3, `messages.md` §15.
final class CallReader {
  private CallReader() {}

  static @Nullable VoiceCall voiceCall(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, VoiceCall.ACTION_NAME);
    var parameters = action == null ? null : action.optionalObject("parameters");
    if (parameters == null) {
      return body == null ? null : new VoiceCall(header, body, footer, null, null, null);
    }
    var displayText = parameters.optionalText("display_text", VoiceCall.DISPLAY_TEXT_MAX_CHARS);
    var ttlMinutes = ttlMinutes(parameters);
    var payload = parameters.optionalText("payload", VoiceCall.PAYLOAD_MAX_CHARS);
    return body == null
        ? null
        : new VoiceCall(header, body, footer, displayText, ttlMinutes, payload);
  }

  private static @Nullable Integer ttlMinutes(Fields parameters) {
    var minutes =
        parameters.optionalWhole(
            "ttl_minutes", VoiceCall.TTL_MINUTES_MIN, VoiceCall.TTL_MINUTES_MAX);
    return minutes == null ? null : minutes.intValue();
  }

  static CallPermissionRequest permissionRequest(Fields interactive) {
    HeaderReader.none(interactive, "call_permission_request");
    InteractiveReader.noFooter(interactive, "call_permission_request");
    var body = InteractiveReader.optionalBody(interactive);
    InteractiveReader.action(interactive, CallPermissionRequest.ACTION_NAME);
    return new CallPermissionRequest(body);
  }
}
