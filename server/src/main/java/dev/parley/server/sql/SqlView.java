package dev.parley.server.sql;

import dev.parley.View;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Reaction;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.EventCodec;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaIndex;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The questions, asked of the tables.
class SqlView implements View {
  private final Statements statements;

  SqlView(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<StreamInfo> streams() {
    return statements.list(
        Sql.STREAMS,
        row ->
            new StreamInfo(
                new StreamId(row.getInt(1)), Codes.streamKind(row.getInt(2)), row.getString(3)));
  }

  @Override
  public long lastSeq(StreamId stream) {
    return statements
        .first(Sql.LAST_SEQ, row -> row.getLong(1), stream.value())
        .orElseThrow(() -> noStream(stream));
  }

  static IllegalArgumentException noStream(StreamId stream) {
    return new IllegalArgumentException("there is no stream " + stream);
  }

  @Override
  public Optional<Event> event(StreamId stream, long seq) {
    return statements.first(Sql.EVENT, SqlView::readEvent, stream.value(), seq);
  }

  @Override
  public List<Event> events(StreamId stream, long after, int limit) {
    return statements.list(Sql.EVENTS, SqlView::readEvent, stream.value(), after, limit);
  }

  @Override
  public List<Event> events(StreamId stream, ChatId chat, long after, long upTo, int limit) {
    return statements.list(
        Sql.EVENTS_OF_CHAT, SqlView::readEvent, stream.value(), chat.value(), after, upTo, limit);
  }

  @Override
  public Optional<StoredMessage> message(StreamId stream, long seq) {
    return statements.first(Sql.MESSAGE, SqlView::readMessage, stream.value(), seq);
  }

  @Override
  public Optional<Chat> chat(StreamId stream, ChatId id) {
    return statements.first(Sql.CHAT, SqlView::readChat, stream.value(), id.value());
  }

  @Override
  public Optional<Chat> chatWith(StreamId stream, WaId user) {
    return statements.first(Sql.CHAT_BY_PHONE, SqlView::readChat, stream.value(), user.value());
  }

  @Override
  public Optional<Chat> chatWith(StreamId stream, UserId user) {
    return statements.first(Sql.CHAT_BY_USER_ID, SqlView::readChat, stream.value(), user.value());
  }

  @Override
  public List<Reaction> reactions(StreamId stream, ChatId chat) {
    return statements.list(
        Sql.REACTIONS,
        row -> new Reaction(row.getLong(1), Codes.direction(row.getInt(2)), row.getString(3)),
        stream.value(),
        chat.value());
  }

  @Override
  public Optional<Cursor> cursor(String reader, StreamId stream) {
    return statements.first(
        Sql.CURSOR, row -> new Cursor(reader, stream, row.getLong(1)), stream.value(), reader);
  }

  @Override
  public List<Lane> lanes(String reader, StreamId stream) {
    return statements.list(
        Sql.LANES,
        row ->
            new Lane(
                reader,
                stream,
                new ChatId(row.getLong(1)),
                row.getLong(2),
                row.getInt(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5)),
        stream.value(),
        reader);
  }

  @Override
  public Map<String, JsonObject> documents(StreamId stream, String kind) {
    var documents = new TreeMap<String, JsonObject>();
    statements
        .list(
            Sql.DOCUMENTS,
            row -> Map.entry(row.getString(1), readDocument(row.getBytes(2))),
            stream.value(),
            kind)
        .forEach(entry -> documents.put(entry.getKey(), entry.getValue()));
    return documents;
  }

  @Override
  public MediaIndex media() {
    return new SqlMedia(statements);
  }

  private static JsonObject readDocument(byte[] body) {
    return (JsonObject) JsonReader.read(body).orThrow();
  }

  private static Event readEvent(ResultSet row) throws SQLException {
    Long chat = optionalLong(row, 4);
    return new Event(
        new StreamId(row.getInt(1)),
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(5)),
        chat == null ? null : new ChatId(chat),
        EventCodec.read(row.getInt(3), row.getBytes(6)));
  }

  private static StoredMessage readMessage(ResultSet row) throws SQLException {
    Long failureCode = optionalLong(row, 10);
    String failureDetails = row.getString(11);
    return new StoredMessage(
        new StreamId(row.getInt(1)),
        row.getLong(2),
        new ChatId(row.getLong(3)),
        Codes.direction(row.getInt(4)),
        Codes.messageKind(row.getInt(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getLong(7),
        Codes.progress(row.getInt(8)),
        row.getInt(9) != 0,
        failureCode == null
            ? null
            : new StoredMessage.Failure(failureCode.intValue(), failureDetails));
  }

  static Chat readChat(ResultSet row) throws SQLException {
    Identity user = readUser(row);
    String address = row.getString(7);
    return new Chat(
        new StreamId(row.getInt(1)),
        new ChatId(row.getLong(2)),
        user,
        address == null ? Chat.addressOf(user) : address,
        row.getString(8),
        optionalInstant(row, 9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12));
  }

  private static Identity readUser(ResultSet row) throws SQLException {
    String waId = row.getString(3);
    String userId = row.getString(4);
    String parentUserId = row.getString(5);
    return new Identity(
        waId == null ? null : new WaId(waId),
        userId == null ? null : new UserId(userId),
        parentUserId == null ? null : new UserId(parentUserId),
        row.getString(6));
  }

  private static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
    Long millis = optionalLong(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long optionalLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
