package dev.parley;

import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.EventBody;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import dev.parley.media.MediaIndex;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One transaction on one stream: whatever is written goes to {@link #stream}. It may read other
/// streams. The work may be run a second time when a transaction beside it failed, so it must not
/// touch anything but this object.
public interface Tx extends View {
  StreamId stream();

  /// One instant for the whole transaction, to the millisecond.
  Instant now();

  /// Appends to the stream and returns the event's seq.
  long append(@Nullable ChatId chat, EventBody body);

  /// The chat with this user, made when it is the first contact.
  Chat openChat(Identity user);

  void save(Chat chat);

  /// New, or changed.
  void save(StoredMessage message);

  /// Sets the reaction of a side on a message; an empty emoji removes it.
  void react(ChatId chat, long target, Direction by, String emoji);

  /// A cursor never moves back.
  void moveCursor(String reader, long seq);

  void dropCursor(String reader);

  void save(Lane lane);

  void drop(Lane lane);

  void putDocument(String kind, String key, JsonObject document);

  void dropDocument(String kind, String key);

  @Override
  MediaIndex.Writable media();
}
