package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// `interactive.call_permission_request`: asks whether the business may call. Source: `messages.md`
/// §15.
public record CallPermissionRequest(@Nullable String body) implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "call_permission_request";

  @Override
  public String kind() {
    return "call_permission_request";
  }
}
