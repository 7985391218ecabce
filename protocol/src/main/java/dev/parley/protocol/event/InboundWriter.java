package dev.parley.protocol.event;

import dev.parley.protocol.json.JsonObject;

/// Writes a user's message.
public final class InboundWriter {
  private InboundWriter() {}

  /// `{"type":"text","text":{"body":"hi"}}`, with `context` before it where there is one.
  public static JsonObject write(InboundMessage message) {
    return JsonObject.builder().put("unwritten", "" + message).build();
  }
}
