package dev.parley.protocol.event;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;

/// Writes the answers to messages with choices: the member `interactive`.
final class ReplyWriter {
  private ReplyWriter() {}

  static JsonObject write(InboundContent.ListReply reply) {
    return reply(
        "list_reply",
        Json.object("id", reply.id(), "title", reply.title(), "description", reply.description()));
  }

  static JsonObject write(InboundContent.ButtonReply reply) {
    return reply("button_reply", Json.object("id", reply.id(), "title", reply.title()));
  }

  static JsonObject write(InboundContent.FormReply reply) {
    return reply(
        "nfm_reply",
        Json.object(
            "response_json", reply.responseJson(), "body", reply.body(), "name", reply.name()));
  }

  /// A refusal has neither `is_permanent` nor an end. Source: `template-kinds.md` §7.
  static JsonObject write(InboundContent.CallPermissionReply reply) {
    var expiresAt = reply.expiresAt();
    return reply(
        "call_permission_reply",
        Json.object(
            "response", reply.accepted() ? "accept" : "reject",
            "expiration_timestamp",
                expiresAt == null ? null : Long.toString(expiresAt.getEpochSecond()),
            "response_source", reply.source(),
            "is_permanent", reply.accepted() ? reply.permanent() : null));
  }

  private static JsonObject reply(String type, JsonObject reply) {
    return Json.object("type", type, type, reply);
  }
}
