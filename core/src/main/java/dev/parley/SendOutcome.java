package dev.parley;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendReceipt;

/// What came of a request to send.
public sealed interface SendOutcome {
  /// On disk. From here on it is not lost.
  record Accepted(SendReceipt receipt, StreamId stream, long seq) implements SendOutcome {}

  /// A read receipt was taken.
  record MarkedRead() implements SendOutcome {}

  /// Nothing was written.
  record Refused(ApiError error) implements SendOutcome {}
}
