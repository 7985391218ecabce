package dev.parley.protocol.event;

import dev.parley.protocol.api.Wamid;
import org.jspecify.annotations.Nullable;

/// What a user's message refers to. Source: `webhooks.md` §2, `context` forms.
///
/// @param from who wrote the message that is referred to: the business's number, digits only
/// @param id the message that is referred to
public record MessageContext(
    @Nullable String from,
    @Nullable Wamid id,
    Forwarded forwarded,
    @Nullable ReferredProduct referredProduct) {

  /// How far a message has travelled already.
  public enum Forwarded {
    NOT,
    FORWARDED,
    /// More than five times.
    FREQUENTLY
  }

  /// The product that a question is about.
  public record ReferredProduct(String catalogId, String productRetailerId) {}

  /// An answer to this message.
  public static MessageContext replyTo(String from, Wamid id) {
    return new MessageContext(from, id, Forwarded.NOT, null);
  }
}
