package dev.parley.carrier;

import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.SendRequest;

/// A message that is to go out now.
public record Outgoing(
    PhoneNumber from, Chat chat, StoredMessage message, SendRequest.SendMessage request) {}
