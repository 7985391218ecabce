package dev.parley.protocol.event;

import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Wamid;
import java.time.Instant;

/// An item of `messages[]` in a webhook: a user's message that reached the business.
public record ReceivedMessage(Identity sender, Wamid id, Instant at, InboundMessage message) {}
