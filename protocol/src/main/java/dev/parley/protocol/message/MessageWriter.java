package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;

/// Writes a message as a request carries it.
public final class MessageWriter {
  private MessageWriter() {}

  /// `{"type":"text","text":{…}}`
  public static JsonObject write(Message message) {
    return JsonObject.builder().put("unwritten", "" + message.type()).build();
  }
}
