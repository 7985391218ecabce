package dev.parley.server.sql;

import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.journal.StreamId;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The chats that are written to now, as the writer knows them: a chat that changes ten times
/// within a commit is one row written. For the writer's thread.
final class ChatCache {
  /// Chats kept, some 300 bytes each. Beyond it those go that were not used for longest.
  static final int CHATS_MAX = 50_000;

  private final Statements statements;
  private final Map<Place, Entry> chats = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<User, Place> users = new HashMap<>();

  /// Changed since the last commit; never thrown out before it.
  private final Set<Entry> touched = new LinkedHashSet<>();

  ChatCache(Statements statements) {
    this.statements = statements;
  }

  private record Place(StreamId stream, ChatId id) {}

  /// By phone number or by user id; the first has digits only, the second never.
  private record User(StreamId stream, String id) {}

  private static final class Entry {
    final Place place;
    Chat chat;

    /// As it lies in the database; null while it does not.
    @Nullable Chat written;

    Entry(Place place, Chat chat, @Nullable Chat written) {
      this.place = place;
      this.chat = chat;
      this.written = written;
    }
  }

  @Nullable Chat chat(StreamId stream, ChatId id) {
    var place = new Place(stream, id);
    Entry known = chats.get(place);
    if (known != null) {
      return known.chat;
    }
    return statements
        .first(Sql.CHAT, SqlView::readChat, stream.value(), id.value())
        .map(this::keep)
        .orElse(null);
  }

  @Nullable Chat withPhone(StreamId stream, WaId phone) {
    return withUser(new User(stream, phone.value()), Sql.CHAT_BY_PHONE);
  }

  @Nullable Chat withUserId(StreamId stream, UserId id) {
    return withUser(new User(stream, id.value()), Sql.CHAT_BY_USER_ID);
  }

  private @Nullable Chat withUser(User user, String sql) {
    Place place = users.get(user);
    Entry known = place == null ? null : chats.get(place);
    if (known != null) {
      return known.chat;
    }
    Optional<Chat> stored =
        statements.first(sql, SqlView::readChat, user.stream().value(), user.id());
    // The row may be older than what is held here: then the user's id is no longer this chat's.
    return stored
        .filter(chat -> !chats.containsKey(new Place(chat.stream(), chat.id())))
        .map(this::keep)
        .orElse(null);
  }

  private Chat keep(Chat stored) {
    var place = new Place(stored.stream(), stored.id());
    chats.put(place, new Entry(place, stored, stored));
    link(stored.user(), place);
    return stored;
  }

  void save(Chat chat) {
    var place = new Place(chat.stream(), chat.id());
    Entry entry = chats.get(place);
    if (entry == null) {
      Chat written =
          statements
              .first(Sql.CHAT, SqlView::readChat, chat.stream().value(), chat.id().value())
              .orElse(null);
      entry = new Entry(place, chat, written);
      chats.put(place, entry);
      link(chat.user(), place);
    } else {
      if (!entry.chat.user().equals(chat.user())) {
        unlink(entry.chat.user(), place);
        link(chat.user(), place);
      }
      entry.chat = chat;
    }
    touched.add(entry);
  }

  /// Users first: one may give up an id that another takes.
  void write() {
    boolean users = false;
    boolean added = false;
    boolean changed = false;
    for (Entry entry : touched) {
      Chat chat = entry.chat;
      Chat written = entry.written;
      if (written == null) {
        add(chat);
        added = true;
      } else if (!written.equals(chat)) {
        if (!written.user().equals(chat.user())) {
          changeUser(chat);
          users = true;
        }
        change(chat);
        changed = true;
      }
      entry.written = chat;
    }
    if (users) {
      statements.runBatch(Sql.CHANGE_USER);
    }
    if (added) {
      statements.runBatch(Sql.ADD_CHAT);
    }
    if (changed) {
      statements.runBatch(Sql.CHANGE_CHAT);
    }
  }

  void committed() {
    touched.clear();
    Iterator<Entry> oldest = chats.values().iterator();
    for (int beyond = chats.size() - CHATS_MAX; beyond > 0; beyond--) {
      Entry entry = oldest.next();
      oldest.remove();
      unlink(entry.chat.user(), entry.place);
    }
  }

  void undo() {
    for (Entry entry : touched) {
      chats.remove(entry.place);
      unlink(entry.chat.user(), entry.place);
    }
    touched.clear();
  }

  void clear() {
    chats.clear();
    users.clear();
    touched.clear();
  }

  private void link(Identity user, Place place) {
    WaId waId = user.waId();
    if (waId != null) {
      users.put(new User(place.stream(), waId.value()), place);
    }
    UserId userId = user.userId();
    if (userId != null) {
      users.put(new User(place.stream(), userId.value()), place);
    }
  }

  private void unlink(Identity user, Place place) {
    WaId waId = user.waId();
    if (waId != null) {
      users.remove(new User(place.stream(), waId.value()), place);
    }
    UserId userId = user.userId();
    if (userId != null) {
      users.remove(new User(place.stream(), userId.value()), place);
    }
  }

  private void add(Chat chat) {
    statements.addToBatch(
        Sql.ADD_CHAT,
        chat.stream().value(),
        chat.id().value(),
        value(chat.user().waId()),
        value(chat.user().userId()),
        value(chat.user().parentUserId()),
        chat.user().username(),
        chat.address(),
        chat.profileName(),
        millis(chat.lastInboundAt()),
        chat.lastMessage(),
        chat.readByUser(),
        chat.readByBusiness());
  }

  private void changeUser(Chat chat) {
    statements.addToBatch(
        Sql.CHANGE_USER,
        value(chat.user().waId()),
        value(chat.user().userId()),
        value(chat.user().parentUserId()),
        chat.user().username(),
        chat.stream().value(),
        chat.id().value());
  }

  private void change(Chat chat) {
    statements.addToBatch(
        Sql.CHANGE_CHAT,
        chat.profileName(),
        millis(chat.lastInboundAt()),
        chat.lastMessage(),
        chat.readByUser(),
        chat.readByBusiness(),
        chat.stream().value(),
        chat.id().value());
  }

  private static @Nullable String value(@Nullable WaId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable String value(@Nullable UserId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
