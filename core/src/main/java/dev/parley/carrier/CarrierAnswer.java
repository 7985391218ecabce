package dev.parley.carrier;

import dev.parley.chat.StoredMessage.Failure;
import java.time.Duration;
import java.util.function.Consumer;

/// What became of handing a message to the network.
public sealed interface CarrierAnswer {
  /// The network has it. Statuses follow, or are already in the journal.
  record Taken() implements CarrierAnswer {}

  /// Not now; the message keeps its place in its chat.
  record Deferred(Duration retryIn, String reason) implements CarrierAnswer {}

  /// Not before something else is there. The message keeps its place in its chat; all other chats
  /// go on, since it does not count as being at the carrier meanwhile.
  ///
  /// @param then runs what it is given once, as soon as another try makes sense
  record Awaiting(Consumer<Runnable> then) implements CarrierAnswer {}

  /// Never. It becomes a `failed` status.
  record Refused(Failure failure) implements CarrierAnswer {}
}
