package dev.parley.chat;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One user's conversation with one number.
///
/// @param user as known now; the user id is scoped to the number's portfolio
/// @param profileName the name that the user showed last
/// @param lastInboundAt when the user last wrote; opens the {@link ServiceWindow}
/// @param lastMessage seq of the newest message, the head of the chain that {@link
///   StoredMessage#previous} continues; 0 when there is none
/// @param readByUser all business messages up to this seq are read on the phone
/// @param readByBusiness all messages of the user up to this seq are marked as read
public record Chat(
    StreamId stream,
    ChatId id,
    Identity user,
    @Nullable String profileName,
    @Nullable Instant lastInboundAt,
    long lastMessage,
    long readByUser,
    long readByBusiness) {

  public ServiceWindow window() {
    return new ServiceWindow(lastInboundAt);
  }

  public Chat withInbound(Instant at, String name) {
    return new Chat(stream, id, user, name, at, lastMessage, readByUser, readByBusiness);
  }

  public Chat withLastMessage(long seq) {
    return new Chat(stream, id, user, profileName, lastInboundAt, seq, readByUser, readByBusiness);
  }

  public Chat withReadByUser(long seq) {
    return new Chat(stream, id, user, profileName, lastInboundAt, lastMessage, seq, readByBusiness);
  }

  public Chat withReadByBusiness(long seq) {
    return new Chat(stream, id, user, profileName, lastInboundAt, lastMessage, readByUser, seq);
  }
}
