package dev.parley.protocol.api;

import org.jspecify.annotations.Nullable;

/// Who a user is, as far as the business may know: a phone number, an id of its own, or both.
public record Identity(@Nullable WaId waId, @Nullable UserId userId, @Nullable String username) {
  public Identity {
    if (waId == null && userId == null) {
      throw new IllegalArgumentException("an identity needs a phone number or a user id");
    }
  }

  public static Identity of(WaId waId) {
    return new Identity(waId, null, null);
  }

  public static Identity of(WaId waId, UserId userId) {
    return new Identity(waId, userId, null);
  }
}
