package dev.parley.server.delivery;

/// How much a delivery takes on at once.
///
/// @param inFlight requests to one endpoint at the same time, over all its numbers and chats; more
///   wait for their turn
/// @param lanes chats of one endpoint that may be behind. When one more fails, the endpoint's
///   cursor waits at it: nothing further is read until a chat has caught up
/// @param window events of one number and endpoint that are read and not yet delivered, in memory;
///   the journal holds the rest
/// @param chatWaiting events of one chat among them. A chat with more falls behind the cursor on
///   purpose, so that it does not fill the window and hold up the others
record Limits(int inFlight, int lanes, int window, int chatWaiting) {
  static final Limits USUAL = new Limits(32, 10_000, 2_000, 100);
}
