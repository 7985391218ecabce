package dev.parley.server.sql;

import java.util.List;

/// The statements. Each names its stream, so that a sharded database knows where to run it; the few
/// about the database as a whole stand at the end.
final class Sql {
  private Sql() {}

  static final String STREAMS =
      """
      SELECT stream, kind, owner, last_seq, last_chat FROM stream
       ORDER BY stream\
      """;

  static final String LAST_SEQ =
      """
      SELECT last_seq FROM stream
       WHERE stream = ?\
      """;

  static final String ADD_STREAM =
      """
      INSERT INTO stream (stream, kind, owner, last_seq, last_chat, epoch)
      VALUES (?, ?, ?, 0, 0, ?)\
      """;

  /// Changes no row when another process has taken the stream over.
  static final String MOVE_STREAM =
      """
      UPDATE stream SET last_seq = ?, last_chat = ?
       WHERE stream = ? AND epoch = ?\
      """;

  static final String ADD_EVENT =
      """
      INSERT INTO event (stream, seq, kind, chat, at, payload)
      VALUES (?, ?, ?, ?, ?, ?)\
      """;

  static final String EVENT =
      """
      SELECT stream, seq, kind, chat, at, payload FROM event
       WHERE stream = ? AND seq = ?\
      """;

  static final String EVENTS =
      """
      SELECT stream, seq, kind, chat, at, payload FROM event
       WHERE stream = ? AND seq > ?
       ORDER BY seq LIMIT ?\
      """;

  static final String EVENTS_OF_CHAT =
      """
      SELECT stream, seq, kind, chat, at, payload FROM event
       WHERE stream = ? AND chat = ? AND seq > ? AND seq <= ?
       ORDER BY seq LIMIT ?\
      """;

  static final String SAVE_MESSAGE =
      """
      INSERT INTO message (stream, seq, chat, direction, kind, at, previous,
                           progress, deleted, failure_code, failure_details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (stream, seq) DO UPDATE
         SET progress = excluded.progress, deleted = excluded.deleted,
             failure_code = excluded.failure_code, failure_details = excluded.failure_details\
      """;

  static final String MESSAGE =
      """
      SELECT stream, seq, chat, direction, kind, at, previous,
             progress, deleted, failure_code, failure_details
        FROM message
       WHERE stream = ? AND seq = ?\
      """;

  static final String ADD_CHAT =
      """
      INSERT INTO chat (stream, id, wa_id, user_id, parent_user_id, username, address,
                        profile_name, last_inbound_at, last_message,
                        read_by_user, read_by_business)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /// Leaves the user alone, and with it the indexes.
  static final String CHANGE_CHAT =
      """
      UPDATE chat
         SET profile_name = ?, last_inbound_at = ?, last_message = ?,
             read_by_user = ?, read_by_business = ?
       WHERE stream = ? AND id = ?\
      """;

  static final String CHANGE_USER =
      """
      UPDATE chat SET wa_id = ?, user_id = ?, parent_user_id = ?, username = ?
       WHERE stream = ? AND id = ?\
      """;

  static final String CHAT =
      """
      SELECT stream, id, wa_id, user_id, parent_user_id, username, address, profile_name,
             last_inbound_at, last_message, read_by_user, read_by_business
        FROM chat
       WHERE stream = ? AND id = ?\
      """;

  static final String CHAT_BY_PHONE =
      """
      SELECT stream, id, wa_id, user_id, parent_user_id, username, address, profile_name,
             last_inbound_at, last_message, read_by_user, read_by_business
        FROM chat
       WHERE stream = ? AND wa_id = ?\
      """;

  static final String CHAT_BY_USER_ID =
      """
      SELECT stream, id, wa_id, user_id, parent_user_id, username, address, profile_name,
             last_inbound_at, last_message, read_by_user, read_by_business
        FROM chat
       WHERE stream = ? AND user_id = ?\
      """;

  static final String SET_REACTION =
      """
      INSERT INTO reaction (stream, chat, target, direction, emoji)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (stream, chat, target, direction) DO UPDATE SET emoji = excluded.emoji\
      """;

  static final String DROP_REACTION =
      """
      DELETE FROM reaction
       WHERE stream = ? AND chat = ? AND target = ? AND direction = ?\
      """;

  static final String REACTIONS =
      """
      SELECT target, direction, emoji FROM reaction
       WHERE stream = ? AND chat = ?
       ORDER BY target, direction\
      """;

  /// Never back.
  static final String MOVE_CURSOR =
      """
      INSERT INTO cursor (stream, reader, seq)
      VALUES (?, ?, ?)
      ON CONFLICT (stream, reader) DO UPDATE SET seq = excluded.seq
       WHERE excluded.seq > cursor.seq\
      """;

  static final String DROP_CURSOR =
      """
      DELETE FROM cursor
       WHERE stream = ? AND reader = ?\
      """;

  static final String CURSOR =
      """
      SELECT seq FROM cursor
       WHERE stream = ? AND reader = ?\
      """;

  static final String SAVE_LANE =
      """
      INSERT INTO lane (stream, reader, chat, next, attempts, due, last_error)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (stream, reader, chat) DO UPDATE
         SET next = excluded.next, attempts = excluded.attempts,
             due = excluded.due, last_error = excluded.last_error\
      """;

  static final String DROP_LANE =
      """
      DELETE FROM lane
       WHERE stream = ? AND reader = ? AND chat = ?\
      """;

  static final String LANES =
      """
      SELECT chat, next, attempts, due, last_error FROM lane
       WHERE stream = ? AND reader = ?
       ORDER BY chat\
      """;

  static final String PUT_DOCUMENT =
      """
      INSERT INTO document (stream, kind, key, body)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (stream, kind, key) DO UPDATE SET body = excluded.body\
      """;

  static final String DROP_DOCUMENT =
      """
      DELETE FROM document
       WHERE stream = ? AND kind = ? AND key = ?\
      """;

  static final String DOCUMENTS =
      """
      SELECT key, body FROM document
       WHERE stream = ? AND kind = ?\
      """;

  /// About the database as a whole, all streams of it.
  static final class World {
    private World() {}

    static final String READ =
        """
        SELECT salt, epoch FROM world
         WHERE id = 1\
        """;

    static final String ADD =
        """
        INSERT INTO world (id, salt, epoch)
        VALUES (1, ?, 0)\
        """;

    static final String SET_SALT =
        """
        UPDATE world SET salt = ?
         WHERE id = 1\
        """;

    static final String NEXT_EPOCH =
        """
        UPDATE world SET epoch = epoch + 1
         WHERE id = 1\
        """;

    static final String TAKE_STREAMS =
        """
        UPDATE stream SET epoch = ?\
        """;

    static final List<String> WIPE =
        List.of(
            "DELETE FROM stream",
            "DELETE FROM event",
            "DELETE FROM chat",
            "DELETE FROM message",
            "DELETE FROM reaction",
            "DELETE FROM cursor",
            "DELETE FROM lane",
            "DELETE FROM document",
            "DELETE FROM media");
  }
}
