package dev.parley.server.delivery;

import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.journal.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event that bots are told of, with the chat it belongs to.
record ToldEvent(Event event, Chat chat) {
  long seq() {
    return event.seq();
  }

  /// Those among `events` that are told, in their order.
  static List<ToldEvent> among(List<Event> events, View view) {
    Map<ChatId, Chat> chats = new HashMap<>();
    return events.stream()
        .filter(event -> WebhookForm.isTold(event) && event.chat() != null)
        .map(event ->
            new ToldEvent(
                event,
                chats.computeIfAbsent(
                    Objects.requireNonNull(event.chat()),
                    id -> view.chat(event.stream(), id).orElseThrow())))
        .toList();
  }

  /// The user's phone number, if it is known.
  @Nullable String phone() {
    var phone = chat.user().waId();
    return phone == null ? null : phone.value();
  }
}
