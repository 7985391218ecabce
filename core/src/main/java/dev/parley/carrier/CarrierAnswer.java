package dev.parley.carrier;

import dev.parley.chat.StoredMessage.Failure;
import java.time.Duration;

/// What became of handing a message to the network.
public sealed interface CarrierAnswer {
  /// The network has it. Statuses follow, or are already in the journal.
  record Taken() implements CarrierAnswer {}

  /// Not now; the message keeps its place in its chat.
  record Deferred(Duration retryIn, String reason) implements CarrierAnswer {}

  /// Never. It becomes a `failed` status.
  record Refused(Failure failure) implements CarrierAnswer {}
}
