package dev.parley.chat;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One user's conversation with one number.
///
/// @param user as the business knows the user now; the user id is scoped to the number's portfolio
/// @param address what the ids of its messages carry of the user: what was known at the first
///   contact. It never changes, so that the id of a message doesn't either
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
    String address,
    @Nullable String profileName,
    @Nullable Instant lastInboundAt,
    long lastMessage,
    long readByUser,
    long readByBusiness) {

  /// Characters of a user id that go into the id of a message; there is room for 127.
  private static final int ADDRESS_MAX_CHARS = 100;

  /// The first contact with this user.
  public static Chat begin(StreamId stream, ChatId id, Identity user) {
    return new Chat(stream, id, user, addressOf(user), null, null, 0, 0, 0);
  }

  /// The number, or the user id where the number isn't known.
  public static String addressOf(Identity user) {
    String address =
        switch (user.address()) {
          case Recipient.Phone(var waId) -> waId.value();
          case Recipient.User(var userId) -> userId.value();
        };
    return address.substring(0, Math.min(address.length(), ADDRESS_MAX_CHARS));
  }

  public ServiceWindow window() {
    return new ServiceWindow(lastInboundAt);
  }

  public Chat withUser(Identity known) {
    return new Chat(
        stream,
        id,
        known,
        address,
        profileName,
        lastInboundAt,
        lastMessage,
        readByUser,
        readByBusiness);
  }

  /// The user wrote.
  public Chat withInbound(Instant at, String name) {
    return changed(name, at, lastMessage, readByUser, readByBusiness);
  }

  public Chat withProfileName(String name) {
    return changed(name, lastInboundAt, lastMessage, readByUser, readByBusiness);
  }

  public Chat withLastMessage(long seq) {
    return changed(profileName, lastInboundAt, seq, readByUser, readByBusiness);
  }

  public Chat withReadByUser(long seq) {
    return changed(profileName, lastInboundAt, lastMessage, seq, readByBusiness);
  }

  public Chat withReadByBusiness(long seq) {
    return changed(profileName, lastInboundAt, lastMessage, readByUser, seq);
  }

  private Chat changed(
      @Nullable String name,
      @Nullable Instant inboundAt,
      long message,
      long byUser,
      long byBusiness) {
    return new Chat(stream, id, user, address, name, inboundAt, message, byUser, byBusiness);
  }
}
