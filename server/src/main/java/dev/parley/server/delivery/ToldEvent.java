package dev.parley.server.delivery;

import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.TemplateChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event that bots are told of, with the chat it belongs to.
///
/// @param chat null for what is told of a business, which is in no chat
record ToldEvent(Event event, @Nullable Chat chat) {
  long seq() {
    return event.seq();
  }

  /// What is told in order.
  ChatId lane() {
    return Objects.requireNonNull(event.chat());
  }

  /// Those among `events` that are told, in their order.
  static List<ToldEvent> among(List<Event> events, View view) {
    Map<ChatId, Chat> chats = new HashMap<>();
    return events.stream()
        .filter(event -> WebhookForm.isTold(event) && event.chat() != null)
        .map(event -> new ToldEvent(event, chatOf(event, chats, view)))
        .toList();
  }

  private static @Nullable Chat chatOf(Event event, Map<ChatId, Chat> chats, View view) {
    return event.body() instanceof TemplateChanged
        ? null
        : chats.computeIfAbsent(
            Objects.requireNonNull(event.chat()),
            id -> view.chat(event.stream(), id).orElseThrow());
  }

  /// The user's phone number, if it is known.
  @Nullable String phone() {
    var phone = chat == null ? null : chat.user().waId();
    return phone == null ? null : phone.value();
  }
}
