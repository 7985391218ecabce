package dev.parley.protocol.api;

import org.jspecify.annotations.Nullable;

/// Who a user is, as far as the business may know: a phone number, an id of its own, or both. A
/// user with a username may hide the number. Source: `verified.md` §6.
///
/// @param userId what the business's portfolio knows the user by
/// @param parentUserId the same for a parent account over several portfolios, where there is one
/// @param username the name that stands in place of the number
public record Identity(
    @Nullable WaId waId,
    @Nullable UserId userId,
    @Nullable UserId parentUserId,
    @Nullable String username) {
  public Identity {
    if (waId == null && userId == null) {
      throw new IllegalArgumentException("an identity needs a phone number or a user id");
    }
  }

  public Identity(@Nullable WaId waId, @Nullable UserId userId, @Nullable String username) {
    this(waId, userId, null, username);
  }

  public static Identity of(WaId waId) {
    return new Identity(waId, null, null);
  }

  public static Identity of(WaId waId, UserId userId) {
    return new Identity(waId, userId, null);
  }

  /// Where a message for this user goes: to the number while it is known.
  public Recipient address() {
    if (waId != null) {
      return new Recipient.Phone(waId);
    }
    if (userId != null) {
      return new Recipient.User(userId);
    }
    throw new IllegalStateException("nobody");
  }
}
