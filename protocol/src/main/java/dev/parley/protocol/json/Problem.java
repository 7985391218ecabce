package dev.parley.protocol.json;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a body: where, what, and under which code it is answered.
///
/// @param path where it lies, `$.text.body`; empty when the body could not be read as JSON at all
/// @param problem our sentence, which follows the path: "has 31 characters, at most 24 are allowed"
/// @param code the number clients switch on, one of the catalogue `ErrorCode`
/// @param message `error.message` where the wording that Meta uses is known
/// @param details the start of `error_data.details` where the wording that Meta uses is known
/// @param remedy what would make it right, where the rule says so
public record Problem(
    String path,
    String problem,
    int code,
    @Nullable String message,
    @Nullable String details,
    @Nullable Remedy remedy) {

  /// A member of the wrong JSON type, a bad word in the envelope, bytes that are no JSON.
  public static final int INVALID = 100;

  /// A member that must be there is not.
  public static final int MISSING = 131008;

  /// A value that breaks a rule or a limit.
  public static final int BAD_VALUE = 131009;

  public Problem(
      String path, String problem, int code, @Nullable String message, @Nullable String details) {
    this(path, problem, code, message, details, null);
  }

  /// Anything wrong, in our words only.
  public static Problem of(Path path, String problem, int code) {
    return new Problem(path.toString(), problem, code, null, null);
  }

  /// A value that breaks a rule or a limit.
  public static Problem badValue(Path path, String problem) {
    return of(path, problem, BAD_VALUE);
  }

  /// A member that must be there. Wording from a live body, `verified.md` §10.
  public static Problem missing(Path path) {
    return new Problem(
        path.toString(),
        "is missing",
        MISSING,
        null,
        "The parameter " + path.inGraphWords() + " is required.");
  }

  /// Bytes that are no JSON, or beyond what is read: no member can be named.
  public static Problem ofDocument(String problem) {
    return new Problem("", problem, INVALID, "(#100) Invalid JSON in request body", null);
  }

  /// The same problem with what would make it right.
  public Problem with(Remedy toDo) {
    return new Problem(path, problem, code, message, details, toDo);
  }

  /// Whether it lies at a place in the body.
  public boolean isLocated() {
    return !path.isEmpty();
  }

  /// The problem with its place: `$.text.body has 5000 characters, at most 4096 are allowed`.
  public String sentence() {
    return isLocated() ? path + " " + problem : "The body " + problem;
  }

  /// What `error_data.details` says when this problem is the first: the known wording, then our
  /// sentence with path, limit and value.
  public String told() {
    if (details == null) {
      return sentence();
    }
    return details + (details.endsWith(".") ? " " : ": ") + sentence();
  }
}
