package dev.parley.protocol.message;

import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Reading;

/// Reads a body of `POST /messages`.
public final class SendRequestReader {
  private SendRequestReader() {}

  /// What the body asks for, or all that is wrong with it, in the order of the body.
  public static Reading<SendRequest> read(Json body) {
    return new Reading.Wrong<>(java.util.List.of(dev.parley.protocol.json.Problem.ofDocument("can not be read yet: " + body.kind())));
  }
}
