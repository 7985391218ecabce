package dev.parley.server.delivery;

/// What the thread that follows a stream is to do next.
sealed interface Turn {
  /// Read on.
  ///
  /// @param newest seq of the newest event that is known to be there
  record Read(long after, long newest) implements Turn {}

  /// Write down how far it came.
  record Write() implements Turn {}

  record Stop() implements Turn {}
}
