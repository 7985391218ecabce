package dev.parley.protocol.api;

import dev.parley.protocol.message.Message;
import org.jspecify.annotations.Nullable;

/// What a body of `POST /messages` asks for.
public sealed interface SendRequest {

  /// Characters (code points) of `biz_opaque_callback_data`. Source: `observed.md` §1.
  int CALLBACK_DATA_MAX_CHARS = 512;

  /// Characters of `recipient_identity_key_hash`. Ours: the hashes that are seen are shorter.
  int IDENTITY_KEY_HASH_MAX_CHARS = 512;

  /// Send a message.
  ///
  /// @param to whom it is for; the phone number where both are given
  /// @param input `to` (or `recipient`) exactly as it was sent: the receipt repeats it
  /// @param replyTo the message that the phone quotes above this one
  /// @param callbackData comes back in each status of this message
  /// @param identityKeyHash the message goes out only while the user's identity still has this hash
  ///   (`verified.md` §5)
  record SendMessage(
      Recipient to,
      String input,
      Message message,
      @Nullable Wamid replyTo,
      @Nullable String callbackData,
      @Nullable String identityKeyHash)
      implements SendRequest {

    /// The same for this recipient.
    public SendMessage to(Recipient recipient) {
      return new SendMessage(recipient, input, message, replyTo, callbackData, identityKeyHash);
    }
  }

  /// Mark a user's message, and all before it in its chat, as read.
  record MarkRead(Wamid message, boolean typing) implements SendRequest {}
}
