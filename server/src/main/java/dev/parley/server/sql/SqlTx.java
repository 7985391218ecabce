package dev.parley.server.sql;

import dev.parley.Tx;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody;
import dev.parley.journal.EventCodec;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import dev.parley.media.MediaIndex;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One work's transaction. What it writes goes to its own stream: by construction, since each
/// statement takes the stream from here; a record of another stream is refused.
final class SqlTx extends SqlView implements Tx {
  private final StreamId stream;
  private final Instant now;
  private final Statements statements;
  private final WriterMemory memory;

  SqlTx(StreamId stream, Instant now, Statements statements, WriterMemory memory) {
    super(statements);
    this.stream = stream;
    this.now = now;
    this.statements = statements;
    this.memory = memory;
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long append(@Nullable ChatId chat, EventBody body) {
    return memory.append(
        stream,
        EventCodec.kind(body),
        chat == null ? null : chat.value(),
        now,
        EventCodec.payload(body));
  }

  @Override
  public Chat openChat(Identity user) {
    WaId waId = user.waId();
    UserId userId = user.userId();
    Chat byPhone = waId == null ? null : memory.chats().withPhone(stream, waId);
    Chat byId = userId == null ? null : memory.chats().withUserId(stream, userId);
    Chat known = byPhone != null ? byPhone : byId;
    if (known == null) {
      memory.noteChange(stream);
      Chat chat = Chat.begin(stream, memory.heads().nextChat(stream), user);
      memory.save(chat);
      return chat;
    }
    boolean sameChat = byId == null || byId.id().equals(known.id());
    Identity merged = merge(known.user(), user, sameChat);
    if (merged.equals(known.user())) {
      return known;
    }
    Chat changed = known.withUser(merged);
    memory.save(changed);
    return changed;
  }

  /// What is newly known of the user; but an id that has a chat of its own stays there.
  private static Identity merge(Identity known, Identity told, boolean takeUserId) {
    WaId waId = told.waId();
    UserId userId = told.userId();
    UserId parentUserId = told.parentUserId();
    String username = told.username();
    return new Identity(
        waId == null ? known.waId() : waId,
        userId == null || !takeUserId ? known.userId() : userId,
        parentUserId == null || !takeUserId ? known.parentUserId() : parentUserId,
        username == null ? known.username() : username);
  }

  @Override
  public void save(Chat chat) {
    requireOwn(chat.stream());
    memory.save(chat);
  }

  @Override
  public void save(StoredMessage message) {
    requireOwn(message.stream());
    memory.save(message);
  }

  @Override
  public void react(ChatId chat, long target, Direction by, String emoji) {
    if (emoji.isEmpty()) {
      write(Sql.DROP_REACTION, stream.value(), chat.value(), target, Codes.of(by));
    } else {
      write(Sql.SET_REACTION, stream.value(), chat.value(), target, Codes.of(by), emoji);
    }
  }

  @Override
  public void moveCursor(String reader, long seq) {
    write(Sql.MOVE_CURSOR, stream.value(), reader, seq);
  }

  @Override
  public void dropCursor(String reader) {
    write(Sql.DROP_CURSOR, stream.value(), reader);
  }

  @Override
  public void save(Lane lane) {
    requireOwn(lane.stream());
    write(
        Sql.SAVE_LANE,
        stream.value(),
        lane.reader(),
        lane.chat().value(),
        lane.next(),
        lane.attempts(),
        lane.due().toEpochMilli(),
        lane.lastError());
  }

  @Override
  public void drop(Lane lane) {
    requireOwn(lane.stream());
    write(Sql.DROP_LANE, stream.value(), lane.reader(), lane.chat().value());
  }

  @Override
  public void putDocument(String kind, String key, JsonObject document) {
    write(Sql.PUT_DOCUMENT, stream.value(), kind, key, JsonWriter.utf8(document));
  }

  @Override
  public void dropDocument(String kind, String key) {
    write(Sql.DROP_DOCUMENT, stream.value(), kind, key);
  }

  @Override
  public MediaIndex.Writable media() {
    return new SqlMedia.Writable(stream, statements, memory);
  }

  // What the writer still holds in memory is answered from there.

  @Override
  public long lastSeq(StreamId of) {
    return memory.heads().lastSeq(of);
  }

  @Override
  public Optional<Event> event(StreamId of, long seq) {
    memory.writeEvents();
    return super.event(of, seq);
  }

  @Override
  public List<Event> events(StreamId of, long after, int limit) {
    memory.writeEvents();
    return super.events(of, after, limit);
  }

  @Override
  public List<Event> events(StreamId of, ChatId chat, long after, long upTo, int limit) {
    memory.writeEvents();
    return super.events(of, chat, after, upTo, limit);
  }

  @Override
  public Optional<StoredMessage> message(StreamId of, long seq) {
    StoredMessage unwritten = memory.message(of, seq);
    return unwritten == null ? super.message(of, seq) : Optional.of(unwritten);
  }

  @Override
  public Optional<Chat> chat(StreamId of, ChatId id) {
    return Optional.ofNullable(memory.chats().chat(of, id));
  }

  @Override
  public Optional<Chat> chatWith(StreamId of, WaId user) {
    return Optional.ofNullable(memory.chats().withPhone(of, user));
  }

  @Override
  public Optional<Chat> chatWith(StreamId of, UserId user) {
    return Optional.ofNullable(memory.chats().withUserId(of, user));
  }

  private void write(String sql, @Nullable Object... parameters) {
    memory.noteChange(stream);
    statements.update(sql, parameters);
  }

  private void requireOwn(StreamId other) {
    if (!other.equals(stream)) {
      throw new IllegalArgumentException(
          "a transaction on stream %s can't write to stream %s".formatted(stream, other));
    }
  }
}
