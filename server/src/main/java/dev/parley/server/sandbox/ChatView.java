package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.Reaction;
import dev.parley.chat.ServiceWindow;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.MessageWriter;
import dev.parley.protocol.template.ShownTemplate;
import dev.parley.protocol.template.ShownTemplateWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chat as JSON: what its phone shows, and of each message of the business how far it got.
public final class ChatView {
  public static final int MESSAGES_DEFAULT = 200;
  public static final int MESSAGES_MAX = 1_000;

  /// Unread messages that are counted; a badge shows no more.
  static final int UNREAD_MAX = 999;

  private final WaId user;
  private final PhoneNumber number;
  private final Store store;
  private final InstantSource clock;
  private final Outbox outbox;
  private final TypingIndicators typing;
  private final ChatHistory history;

  ChatView(
      WaId user,
      PhoneNumber number,
      Store store,
      WamidMint mint,
      InstantSource clock,
      Outbox outbox,
      TypingIndicators typing) {
    this.user = user;
    this.number = number;
    this.store = store;
    this.clock = clock;
    this.outbox = outbox;
    this.typing = typing;
    this.history = new ChatHistory(mint);
  }

  /// `{"window":{…},"unread":2,"typing":false,"messages":[…oldest first]}`
  ///
  /// @param limit messages at most, the newest
  public JsonObject show(int limit) {
    return store.read(view -> {
      Chat chat = view.chatWith(number.stream(), UserIds.identity(number, user)).orElse(null);
      return Json.object(
          "window",
          window(chat),
          "unread",
          chat == null ? 0 : unread(view, chat),
          "typing",
          typing.isTyping(number, user),
          "messages",
          new JsonArray(messages(view, chat, limit)));
    });
  }

  /// A row of the chat list: `{"number","name","last":MESSAGE|null,"unread","window"}`
  public JsonObject row() {
    return store.read(view -> {
      Chat chat = view.chatWith(number.stream(), UserIds.identity(number, user)).orElse(null);
      Json last = last(view, chat);
      return Json.object(
          "number", number.id(),
          "name", number.name(),
          "last", last == null ? JsonNull.NULL : last,
          "unread", chat == null ? 0 : unread(view, chat),
          "window", window(chat));
    });
  }

  private JsonObject window(@Nullable Chat chat) {
    var window = chat == null ? new ServiceWindow(null) : chat.window();
    Instant end = window.closesAt();
    return Json.object(
        "open",
        window.isOpen(clock.instant()),
        "expires_at",
        end == null ? JsonNull.NULL : new JsonString(WireTime.millis(end)));
  }

  private static int unread(View view, Chat chat) {
    List<StoredMessage> since =
        ChatHistory.back(
            view,
            chat,
            chat.lastMessage(),
            UNREAD_MAX,
            message -> message.seq() > chat.readByUser());
    return (int)
        since.stream()
            .filter(each -> each.direction() == Direction.OUT && each.progress().isOnPhone())
            .count();
  }

  private @Nullable Json last(View view, @Nullable Chat chat) {
    List<Outbox.Entry.Said> waiting = bubbles(outbox.said(view, user, number));
    if (!waiting.isEmpty()) {
      return queued(view, waiting.getLast(), waiting.size());
    }
    if (chat == null) {
      return null;
    }
    long seq = chat.lastMessage();
    for (int i = 0; i < MESSAGES_MAX && seq != 0; i++) {
      StoredMessage message = view.message(chat.stream(), seq).orElseThrow();
      if (ChatHistory.isOnPhone(message)) {
        return message(view, chat, message, List.of());
      }
      seq = message.previous();
    }
    return null;
  }

  private List<Json> messages(View view, @Nullable Chat chat, int limit) {
    var shown = new ArrayList<Json>();
    List<Outbox.Entry.Said> waiting = outbox.said(view, user, number);
    List<Outbox.Entry.Said> bubbles = bubbles(waiting);
    for (int i = bubbles.size(); i > 0 && shown.size() < limit; i--) {
      shown.add(queued(view, bubbles.get(i - 1), i));
    }
    if (chat != null) {
      List<Reaction> reactions = reactions(view, chat, waiting);
      for (StoredMessage message :
          ChatHistory.back(view, chat, chat.lastMessage(), limit - shown.size(), each -> true)) {
        shown.add(message(view, chat, message, reactions));
      }
    }
    Collections.reverse(shown);
    return shown;
  }

  private static List<Outbox.Entry.Said> bubbles(List<Outbox.Entry.Said> waiting) {
    return waiting.stream()
        .filter(each -> !(each.message().content() instanceof InboundContent.Reaction))
        .toList();
  }

  /// Those that everybody knows, and above them those that still wait on the phone.
  private List<Reaction> reactions(View view, Chat chat, List<Outbox.Entry.Said> waiting) {
    var reactions = new ArrayList<>(view.reactions(chat.stream(), chat.id()));
    for (Outbox.Entry.Said each : waiting) {
      if (each.message().content() instanceof InboundContent.Reaction(var target, var emoji)) {
        history
            .find(view, chat, target)
            .ifPresent(message -> {
              reactions.removeIf(old -> old.target() == message.seq() && old.by() == Direction.IN);
              if (emoji != null) {
                reactions.add(new Reaction(message.seq(), Direction.IN, emoji));
              }
            });
      }
    }
    return reactions;
  }

  private Json queued(View view, Outbox.Entry.Said waiting, int place) {
    JsonObject said = InboundWriter.write(waiting.message());
    return head(waiting.id(), Direction.IN, waiting.at())
        .putAll(said)
        .put("status", "queued")
        .put("reactions", JsonArray.of())
        .put("seq", view.lastSeq(number.stream()) + place)
        .build();
  }

  private Json message(View view, Chat chat, StoredMessage message, List<Reaction> reactions) {
    var json = head(history.wamid(message, chat), message.direction(), message.at());
    switch (message.direction()) {
      case IN ->
          json.putAll(InboundWriter.write(ChatHistory.received(view, message)))
              .put("status", message.seq() <= chat.readByBusiness() ? "read" : "delivered");
      case OUT -> {
        putSent(json, view, chat, message);
        json.put("status", message.progress().wireName());
      }
    }
    json.put(
        "reactions",
        JsonArray.from(
            reactions.stream().filter(each -> each.target() == message.seq()).toList(),
            ChatView::reaction));
    if (message.deleted()) {
      json.put("deleted", true);
    }
    return json.putIfPresent("failure", failure(message)).put("seq", message.seq()).build();
  }

  private static JsonObject.Builder head(Wamid id, Direction direction, Instant at) {
    return JsonObject.builder()
        .put("id", id.value())
        .put("direction", direction == Direction.IN ? "in" : "out")
        .put("timestamp", WireTime.epochSeconds(at))
        .put("at", WireTime.millis(at));
  }

  private void putSent(JsonObject.Builder json, View view, Chat chat, StoredMessage message) {
    ChatHistory.Said said = ChatHistory.said(view, message);
    SendMessage request = said.request();
    Wamid replyTo = request.replyTo();
    LinkedCopies copies = LinkedCopies.of(view, message, request.message(), clock.instant());
    json.putAll(copies.beside(MessageWriter.write(request.message())))
        .putIfPresent("context", replyTo == null ? null : quote(view, chat, replyTo));
    ShownTemplate shown = said.shown();
    if (shown != null) {
      json.put("rendered", copies.beside(ShownTemplateWriter.write(shown)));
    }
  }

  /// Who wrote the quoted message is left out when it is not of this chat.
  private JsonObject quote(View view, Chat chat, Wamid quoted) {
    String from =
        history
            .find(view, chat, quoted)
            .map(message ->
                message.direction() == Direction.IN ? user.value() : number.waId().value())
            .orElse(null);
    return Json.object("id", quoted.value(), "from", from);
  }

  private static JsonObject reaction(Reaction reaction) {
    return Json.object(
        "from", reaction.by() == Direction.IN ? "user" : "business", "emoji", reaction.emoji());
  }

  private static @Nullable JsonObject failure(StoredMessage message) {
    StoredMessage.Failure failure = message.failure();
    if (failure == null || message.progress() != Progress.FAILED) {
      return null;
    }
    return Json.object(
        "code", failure.code(),
        "title", WebhookForm.error(failure).code().title(),
        "details", failure.details());
  }
}
