package dev.parley.protocol.api;

import dev.parley.protocol.json.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a call, or a message that was accepted before, came to nothing.
///
/// @param code what clients switch on
/// @param message `error.message` where it is a sentence of its own; else the code and its title
/// @param details what exactly is wrong: path, limit and value where there are such
/// @param subcode `error_subcode`; only 33 (no such object) and a few of management calls are known
/// @param problems all that is wrong with the body, in its order
public record ApiError(
    ErrorCode code,
    @Nullable String message,
    @Nullable String details,
    @Nullable Integer subcode,
    List<Problem> problems) {

  /// The subcode of 100 for an id that names nothing. Source: `observed.md` §1.
  public static final int NO_SUCH_OBJECT = ErrorSubcode.NO_SUCH_OBJECT.number();

  public ApiError {
    problems = List.copyOf(problems);
  }

  public static ApiError of(ErrorCode code, String details) {
    return new ApiError(code, null, details, null, List.of());
  }

  /// With a subcode, and its code.
  public static ApiError of(ErrorSubcode subcode, String details) {
    return new ApiError(subcode.code(), null, details, subcode.number(), List.of());
  }

  /// The answer to a body that can't be taken: the first problem decides code and details.
  public static ApiError of(List<Problem> problems) {
    var first = problems.getFirst();
    var code =
        ErrorCode.of(first.code())
            .orElseThrow(() -> new IllegalArgumentException("no error code " + first.code()));
    var more = problems.size() - 1;
    var details =
        switch (more) {
          case 0 -> first.told();
          case 1 -> first.told() + " (and one more problem)";
          default -> first.told() + " (and %d more problems)".formatted(more);
        };
    return new ApiError(code, first.message(), details, null, problems);
  }

  /// An id in the path that names nothing: 400, code 100, subcode 33. Wording from live bodies.
  public static ApiError noSuchObject(String method, String id) {
    return new ApiError(
        ErrorCode.INVALID_PARAMETER,
        ("Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to"
                + " missing permissions, or does not support this operation. Please read the Graph"
                + " API documentation at https://developers.facebook.com/docs/graph-api")
            .formatted(method.toLowerCase(Locale.ROOT), id),
        null,
        NO_SUCH_OBJECT,
        List.of());
  }

  /// The same for an id in the body.
  public static ApiError noSuchObject(String method, String id, Problem where) {
    return new ApiError(
        ErrorCode.INVALID_PARAMETER,
        noSuchObject(method, id).message(),
        where.told(),
        NO_SUCH_OBJECT,
        List.of(where));
  }

  /// The same error with these details.
  public ApiError withDetails(String told) {
    return new ApiError(code, message, told, subcode, problems);
  }

  /// What `error.message` says.
  public String shownMessage() {
    return message == null ? code.message() : message;
  }
}
