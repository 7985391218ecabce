package dev.parley.server.delivery;

import dev.parley.Tx;
import dev.parley.journal.Lane;
import java.util.List;
import java.util.Map;

/// What should be on disk of a {@link Backlog} at one moment.
///
/// @param cursor 0 to leave it as it is
/// @param versions of the chats whose lanes are here
/// @param behind lanes to be there
/// @param caughtUp lanes to be gone
record Image(
    String reader,
    long cursor,
    Map<ChatQueue, Long> versions,
    List<Lane> behind,
    List<Lane> caughtUp) {

  void writeTo(Tx tx) {
    if (cursor > 0) {
      tx.moveCursor(reader, cursor);
    }
    behind.forEach(tx::save);
    caughtUp.forEach(tx::drop);
  }
}
