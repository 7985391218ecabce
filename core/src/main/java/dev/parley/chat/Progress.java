package dev.parley.chat;

/// How far a business's message got. Reports arrive late, twice and out of order; whether one
/// counts is decided here and nowhere else.
///
/// A read report may come without a delivered one before it, since the user may have the chat open.
/// So `READ` implies `DELIVERED`, and the missing step is never invented. Source: Business
/// Messaging API v23, `Statuses.status`; webhooks reference §3.
public enum Progress {
  ACCEPTED,
  SENT,
  DELIVERED,
  READ,
  /// Voice messages only.
  PLAYED,
  FAILED;

  public boolean mayBecome(Progress next) {
    return switch (this) {
      case ACCEPTED -> next != ACCEPTED;
      // Seen in the sandbox as "fails afterwards": a message may still fail once it was sent.
      case SENT -> next.compareTo(this) > 0;
      case DELIVERED, READ -> next.compareTo(this) > 0;
      case PLAYED, FAILED -> false;
    };
  }

  /// On the user's phone?
  public boolean isOnPhone() {
    return switch (this) {
      case DELIVERED, READ, PLAYED -> true;
      case ACCEPTED, SENT, FAILED -> false;
    };
  }

  /// As in `statuses[].status`.
  public String wireName() {
    return switch (this) {
      case ACCEPTED -> "accepted";
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case READ -> "read";
      case PLAYED -> "played";
      case FAILED -> "failed";
    };
  }
}
