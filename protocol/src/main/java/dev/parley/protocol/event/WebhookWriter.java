package dev.parley.protocol.event;

import dev.parley.protocol.json.JsonObject;

/// Writes webhooks.
public final class WebhookWriter {
  private WebhookWriter() {}

  /// The body of the POST.
  public static JsonObject write(WebhookEnvelope envelope, WebhookVersion version) {
    return JsonObject.builder().put("unwritten", "" + envelope + version).build();
  }
}
