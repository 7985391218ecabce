package dev.parley;

import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Reaction;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaIndex;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions that can be asked of the store. Each names its stream, so that the same statements
/// run on a sharded database.
public interface View {
  List<StreamInfo> streams();

  /// Seq of the newest event, 0 when there is none.
  long lastSeq(StreamId stream);

  Optional<Event> event(StreamId stream, long seq);

  /// Events after `after`, oldest first, at most `limit`.
  List<Event> events(StreamId stream, long after, int limit);

  /// Events of one chat with `after` < seq ≤ `upTo`, oldest first, at most `limit`.
  List<Event> events(StreamId stream, ChatId chat, long after, long upTo, int limit);

  Optional<StoredMessage> message(StreamId stream, long seq);

  Optional<Chat> chat(StreamId stream, ChatId id);

  Optional<Chat> chatWith(StreamId stream, WaId user);

  Optional<Chat> chatWith(StreamId stream, UserId user);

  /// By phone number, else by user id: the business may know but one of them.
  default Optional<Chat> chatWith(StreamId stream, Identity user) {
    WaId waId = user.waId();
    UserId userId = user.userId();
    Optional<Chat> byPhone = waId == null ? Optional.empty() : chatWith(stream, waId);
    return byPhone.isPresent() || userId == null ? byPhone : chatWith(stream, userId);
  }

  /// All reactions on the messages of a chat.
  List<Reaction> reactions(StreamId stream, ChatId chat);

  Optional<Cursor> cursor(String reader, StreamId stream);

  List<Lane> lanes(String reader, StreamId stream);

  /// All documents of a kind, by key: what is small, rarely written and read whole at start
  /// (accounts, endpoints, handsets).
  Map<String, JsonObject> documents(StreamId stream, String kind);

  /// Files that messages carry.
  MediaIndex media();
}
