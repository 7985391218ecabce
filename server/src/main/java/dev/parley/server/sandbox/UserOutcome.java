package dev.parley.server.sandbox;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Problem;
import java.util.List;

/// What came of something that a user did on a phone.
public sealed interface UserOutcome {
  /// The business has it, under this id.
  record Sent(Wamid id) implements UserOutcome {}

  /// The phone is offline, and keeps it until it is not. Then the message gets another id.
  record Queued(Wamid id) implements UserOutcome {}

  /// Done, and nothing was sent.
  record Done() implements UserOutcome {}

  /// There is no such handset or message.
  record Unknown(ApiError error) implements UserOutcome {}

  /// The phone does not offer that now.
  record NotOffered(ApiError error) implements UserOutcome {}

  /// The request makes no sense.
  record Invalid(ApiError error) implements UserOutcome {}

  static UserOutcome unknown(String details) {
    return new Unknown(noSuch(details));
  }

  /// As Graph says of ids that name nothing.
  static ApiError noSuch(String details) {
    return new ApiError(
        ErrorCode.INVALID_PARAMETER, null, details, ApiError.NO_SUCH_OBJECT, List.of());
  }

  static UserOutcome notOffered(String details) {
    return new NotOffered(ApiError.of(ErrorCode.PARAMETER_INVALID, details));
  }

  static UserOutcome notOffered(Problem problem) {
    return new NotOffered(ApiError.of(List.of(problem)));
  }

  static UserOutcome invalid(List<Problem> problems) {
    return new Invalid(ApiError.of(problems));
  }
}
