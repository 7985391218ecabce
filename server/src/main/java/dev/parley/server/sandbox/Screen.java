package dev.parley.server.sandbox;

import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;

/// Finds a message on the screen of a phone, or says why it is not there.
final class Screen {
  private final WaId user;
  private final PhoneNumber number;
  private final ChatHistory history;

  Screen(WaId user, PhoneNumber number, ChatHistory history) {
    this.user = user;
    this.number = number;
    this.history = history;
  }

  sealed interface Found {
    record OnPhone(Chat chat, StoredMessage message) implements Found {}

    record NotThere(UserOutcome outcome) implements Found {}
  }

  Found find(View view, Wamid wamid) {
    Chat chat = view.chatWith(number.stream(), UserIds.identity(number, user)).orElse(null);
    StoredMessage message = chat == null ? null : history.find(view, chat, wamid).orElse(null);
    if (chat == null || message == null || message.kind() == StoredMessage.Kind.REACTION) {
      return new Found.NotThere(
          UserOutcome.unknown(
              "The chat of %s with number %s has no message %s on its screen."
                  .formatted(user, number.id(), wamid)));
    }
    if (!ChatHistory.isOnPhone(message)) {
      return new Found.NotThere(
          UserOutcome.notOffered(
              "The message is not on the phone: it is %s."
                  .formatted(message.progress().wireName())));
    }
    if (message.deleted()) {
      return new Found.NotThere(UserOutcome.notOffered("The message was deleted from the phone."));
    }
    return new Found.OnPhone(chat, message);
  }
}
