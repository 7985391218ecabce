package dev.parley.server.admin;

import dev.parley.account.Secret;
import java.net.URI;
import java.util.Optional;

/// The webhook handshake, as somebody who can call out makes it.
@FunctionalInterface
public interface CallbackCheck {
  /// @return why the callback is not good, in words for its owner; empty when it is
  Optional<String> refusal(URI callback, Secret verifyToken);
}
