package dev.parley.server.console;

import dev.parley.View;
import dev.parley.protocol.event.WebhookEnvelope;

/// Puts into a webhook what it gets only when it goes out, so that people see it as bots do: where
/// its files are to be had from now on.
@FunctionalInterface
public interface WebhookAddresses {
  WebhookEnvelope in(WebhookEnvelope webhook, View view);
}
