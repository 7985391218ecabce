package dev.parley.server.sandbox;

import dev.parley.chat.StoredMessage.Failure;
import dev.parley.protocol.api.ErrorCode;

/// What `error_data.details` says of a failure: the known wording where there is one, and what in
/// the sandbox made it fail. Source of the wordings: `responses-and-errors.md` §6.
final class FailureWords {
  private FailureWords() {}

  /// The window is closed. To the letter: bots look for it.
  static Failure windowClosed() {
    return new Failure(ErrorCode.RE_ENGAGEMENT.number(), known(ErrorCode.RE_ENGAGEMENT));
  }

  static Failure undeliverable(String because) {
    return of(ErrorCode.UNDELIVERABLE, because);
  }

  /// @param sentence path, value and rule, as in an answer
  static Failure badValue(String sentence) {
    return new Failure(ErrorCode.PARAMETER_INVALID.number(), sentence);
  }

  static Failure magic(ErrorCode code, String recipient) {
    return of(code, recipient + " is a magic recipient: it always fails so");
  }

  /// @param because what in the sandbox made it fail
  static Failure of(ErrorCode code, String because) {
    return new Failure(code.number(), "%s (Sandbox: %s)".formatted(known(code), because));
  }

  static String known(ErrorCode code) {
    return switch (code) {
      case UNDELIVERABLE -> "Message Undeliverable.";
      case RE_ENGAGEMENT ->
          "Message failed to send because more than 24 hours have passed since the customer last"
              + " replied to this number.";
      case HEALTHY_ECOSYSTEM ->
          "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.";
      case RATE_LIMIT_HIT -> "Cloud API message throughput has been reached.";
      default -> code.title() + ".";
    };
  }
}
