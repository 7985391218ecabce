package dev.parley.bench;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Direction;
import dev.parley.chat.Reaction;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaIndex;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The baseline: runs each work at once and keeps nothing of it. Reads go to a real store.
final class ForgetfulStore implements Store {
  private final Store real;
  private final PhoneNumber number;
  private final AtomicLong seq = new AtomicLong();

  ForgetfulStore(Store real, PhoneNumber number) {
    this.real = real;
    this.number = number;
  }

  @Override
  public <R> R write(StreamId stream, Work<R> work) {
    return work.run(new ForgetfulTx());
  }

  @Override
  public <R> R read(Function<View, R> question) {
    return real.read(question);
  }

  @Override
  public StreamId openStream(StreamInfo.Kind kind, String owner) {
    return real.openStream(kind, owner);
  }

  @Override
  public void onCommit(CommitListener listener) {
    real.onCommit(listener);
  }

  @Override
  public long salt() {
    return real.salt();
  }

  @Override
  public void wipe() {
    real.wipe();
  }

  @Override
  public void close() {
    real.close();
  }

  private final class ForgetfulTx implements Tx {
    private final Instant now = Instant.now();

    @Override
    public StreamId stream() {
      return number.stream();
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public long append(@Nullable ChatId chat, EventBody body) {
      return seq.incrementAndGet();
    }

    @Override
    public Chat openChat(Identity user) {
      return Chat.begin(number.stream(), new ChatId(1), user);
    }

    @Override
    public void save(Chat chat) {}

    @Override
    public void save(StoredMessage message) {}

    @Override
    public void react(ChatId chat, long target, Direction by, String emoji) {}

    @Override
    public void moveCursor(String reader, long upTo) {}

    @Override
    public void dropCursor(String reader) {}

    @Override
    public void save(Lane lane) {}

    @Override
    public void drop(Lane lane) {}

    @Override
    public void putDocument(String kind, String key, JsonObject document) {}

    @Override
    public void dropDocument(String kind, String key) {}

    @Override
    public List<StreamInfo> streams() {
      return List.of();
    }

    @Override
    public long lastSeq(StreamId stream) {
      return 0;
    }

    @Override
    public Optional<Event> event(StreamId stream, long at) {
      return Optional.empty();
    }

    @Override
    public List<Event> events(StreamId stream, long after, int limit) {
      return List.of();
    }

    @Override
    public List<Event> events(StreamId stream, ChatId chat, long after, long upTo, int limit) {
      return List.of();
    }

    @Override
    public Optional<StoredMessage> message(StreamId stream, long at) {
      return Optional.empty();
    }

    @Override
    public Optional<Chat> chat(StreamId stream, ChatId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Chat> chatWith(StreamId stream, UserId user) {
      return Optional.empty();
    }

    @Override
    public Optional<Chat> chatWith(StreamId stream, WaId user) {
      return Optional.empty();
    }

    @Override
    public MediaIndex.Writable media() {
      throw new UnsupportedOperationException("the benchmark sends no files");
    }

    @Override
    public List<Reaction> reactions(StreamId stream, ChatId chat) {
      return List.of();
    }

    @Override
    public Optional<Cursor> cursor(String reader, StreamId stream) {
      return Optional.empty();
    }

    @Override
    public List<Lane> lanes(String reader, StreamId stream) {
      return List.of();
    }

    @Override
    public Map<String, JsonObject> documents(StreamId stream, String kind) {
      return Map.of();
    }
  }
}
