package dev.parley.server.sandbox;

import dev.parley.View;
import dev.parley.chat.Chat;
import dev.parley.chat.Progress;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.Wamid;
import java.time.Duration;
import java.time.Instant;

/// Which messages a business can react to. Source: messages.md §6.
final class ReactionRules {
  /// Older messages can't be reacted to, by either side.
  static final Duration TARGET_AGE_MAX = Duration.ofDays(30);

  /// What came of looking for the message that a reaction is for.
  sealed interface Target {
    record Found(StoredMessage message) implements Target {}

    record Wrong(String because) implements Target {}
  }

  private final ChatHistory history;

  ReactionRules(ChatHistory history) {
    this.history = history;
  }

  Target target(View view, Chat chat, Wamid wamid, Instant now) {
    StoredMessage message = history.find(view, chat, wamid).orElse(null);
    if (message == null) {
      return new Target.Wrong("is no message of this chat");
    }
    if (message.kind() == StoredMessage.Kind.REACTION) {
      return new Target.Wrong("is a reaction itself");
    }
    if (message.deleted()) {
      return new Target.Wrong("was deleted");
    }
    if (message.progress() == Progress.FAILED) {
      return new Target.Wrong("never reached this chat: it failed");
    }
    if (isTooOld(message, now)) {
      return new Target.Wrong(
          "is of %s, older than %d days"
              .formatted(WireTime.millis(message.at()), TARGET_AGE_MAX.toDays()));
    }
    return new Target.Found(message);
  }

  static boolean isTooOld(StoredMessage message, Instant now) {
    return message.at().plus(TARGET_AGE_MAX).isBefore(now);
  }
}
