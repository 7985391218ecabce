package dev.parley.protocol.message;

import dev.parley.protocol.api.Wamid;
import org.jspecify.annotations.Nullable;

/// An emoji on a message, or its removal. Source: `messages.md` §6.
///
/// @param emoji exactly one; `null` removes the earlier reaction
public record Reaction(Wamid messageId, @Nullable String emoji) implements Message {
  @Override
  public String type() {
    return "reaction";
  }
}
