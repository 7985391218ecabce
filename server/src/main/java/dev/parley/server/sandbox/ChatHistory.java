package dev.parley.server.sandbox;

import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.EventBody.MessageReceived;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.template.ShownTemplate;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.protocol.template.TemplateRendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds messages of a chat by id, by the chain from new to old, and what they say.
final class ChatHistory {
  private final WamidMint mint;
  private final WebhookForm ids;

  ChatHistory(WamidMint mint) {
    this.mint = mint;
    this.ids = new WebhookForm(mint);
  }

  Wamid wamid(StoredMessage message, Chat chat) {
    return ids.wamid(message, chat);
  }

  /// Empty when this chat has no such message.
  Optional<StoredMessage> find(View view, Chat chat, Wamid wamid) {
    return mint.find(wamid)
        .filter(place -> place.stream().equals(chat.stream()))
        .flatMap(place -> view.message(place.stream(), place.seq()))
        .filter(message -> message.chat().equals(chat.id()))
        .filter(message -> ids.wamid(message, chat).equals(wamid));
  }

  /// Messages from this one back, newest first, for as long as they are wanted, at most `max`.
  static List<StoredMessage> back(
      View view, Chat chat, long from, int max, Predicate<StoredMessage> wanted) {
    var messages = new ArrayList<StoredMessage>();
    long seq = from;
    while (seq != 0 && messages.size() < max) {
      StoredMessage message = view.message(chat.stream(), seq).orElseThrow();
      if (!wanted.test(message)) {
        break;
      }
      messages.add(message);
      seq = message.previous();
    }
    return messages;
  }

  /// Whether the user has it in front of him.
  static boolean isOnPhone(StoredMessage message) {
    return message.direction() == Direction.IN || message.progress().isOnPhone();
  }

  /// What a business's message says, and the template that it was made from.
  record Said(SendMessage request, @Nullable TemplateDefinition template) {
    Message message() {
      return request.message();
    }

    /// A template message as the phone shows it; null for all others.
    @Nullable ShownTemplate shown() {
      return template != null && request.message() instanceof Template message
          ? TemplateRendering.of(template, message)
          : null;
    }
  }

  /// What a business's message says.
  static SendMessage sent(View view, StoredMessage message) {
    return said(view, message).request();
  }

  static Said said(View view, StoredMessage message) {
    if (!(view.event(message.stream(), message.seq()).orElseThrow().body()
        instanceof MessageAccepted(var request, var template, var held))) {
      throw new IllegalStateException("no message was accepted at " + message.seq());
    }
    return switch (SendRequestReader.read(request.read()).orThrow()) {
      case SendMessage said -> new Said(said, definition(template));
      case SendRequest.MarkRead read ->
          throw new IllegalStateException("a read receipt is no message");
    };
  }

  /// One that a rule of today forbids is shown without its words, as one that is not known.
  private static @Nullable TemplateDefinition definition(@Nullable StoredJson stored) {
    return stored != null
            && stored.read() instanceof JsonObject json
            && TemplateDefinitionReader.read(json)
                instanceof Reading.Ok<TemplateDefinition>(var definition)
        ? definition
        : null;
  }

  /// What a user's message says.
  static InboundMessage received(View view, StoredMessage message) {
    if (view.event(message.stream(), message.seq()).orElseThrow().body()
        instanceof MessageReceived(var said, var profileName)) {
      return said;
    }
    throw new IllegalStateException("no message was received at " + message.seq());
  }
}
