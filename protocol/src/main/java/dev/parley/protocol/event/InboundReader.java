package dev.parley.protocol.event;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Reading;

/// Reads a user's message: a message object of a webhook without `from`, `id` and `timestamp`.
public final class InboundReader {
  private InboundReader() {}

  /// What the user says, or all that is wrong with the body, in its order.
  public static Reading<InboundMessage> read(Json body) {
    return new Reading.Wrong<>(java.util.List.of(dev.parley.protocol.json.Problem.ofDocument("can not be read yet: " + body.kind())));
  }
}
