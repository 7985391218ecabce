package dev.parley.protocol.event;

import org.jspecify.annotations.Nullable;

/// A user's message as the user makes it: what it says and what it refers to. Who sent it, when,
/// and its id are in `ReceivedMessage`.
///
/// @param referral the ad that the user came from, with the first message after it
public record InboundMessage(
    InboundContent content, @Nullable MessageContext context, @Nullable Referral referral) {

  public InboundMessage(InboundContent content, @Nullable MessageContext context) {
    this(content, context, null);
  }

  /// The same with other content.
  public InboundMessage with(InboundContent other) {
    return new InboundMessage(other, context, referral);
  }

  public static InboundMessage of(InboundContent content) {
    return new InboundMessage(content, null);
  }

  public static InboundMessage text(String body) {
    return of(new InboundContent.Text(body));
  }
}
