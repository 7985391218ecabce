package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;

/// What is wrong with the values of a message for a template, in Meta's words where they are known.
final class Misfit {
  private static final String COUNT =
      "(#132000) Number of parameters does not match the expected number of params";

  /// Seen in answers that users of several public clients print.
  private static final String FORMAT =
      "(#132012) Parameter format does not match format in the created template";

  private Misfit() {}

  /// Wording: `observed.md` §1.
  ///
  /// @param part `body`, `header`, `footer`
  static Problem count(Path at, String part, int given, int expected) {
    return new Problem(
        at.toString(),
        "has %d values, the template's %s takes %s"
            .formatted(given, part, expected == 0 ? "none" : expected),
        ErrorCode.TEMPLATE_PARAM_COUNT.number(),
        COUNT,
        "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
            .formatted(part, given, expected));
  }

  /// A header of another kind. Wording: as live answers have it.
  ///
  /// @param received the kind that came, `UNKNOWN` where none did
  static Problem format(Path at, String expected, String received) {
    return new Problem(
        at.toString(),
        "is %s, the template's header is %s".formatted(received, expected),
        ErrorCode.TEMPLATE_PARAM_FORMAT.number(),
        FORMAT,
        "header: Format mismatch, expected %s, received %s".formatted(expected, received));
  }

  /// A value without the name of its variable. Wording: as live answers have it.
  static Problem nameless(Path at) {
    return new Problem(
        at.toString(),
        "has no parameter_name, and the template names its variables",
        Problem.INVALID,
        "(#100) Invalid parameter",
        "Parameter name is missing or empty");
  }

  /// Too long once the values are in. Source: `messages.md` §17.
  static Problem tooLong(Path at, String part, int chars, int max) {
    return Problem.of(
        at,
        "make the %s %d characters long, at most %d are allowed".formatted(part, chars, max),
        ErrorCode.TEMPLATE_TEXT_TOO_LONG.number());
  }

  /// A link that needs its end. Wording: as live answers have it.
  static Problem linkWithoutEnd(Path at, int index) {
    return new Problem(
        at.toString(),
        "has no value for the variable of the link, button %d".formatted(index),
        Problem.MISSING,
        "(#131008) Required parameter is missing",
        "buttons: Button at index %d of type Url requires a parameter".formatted(index));
  }

  /// A link that takes nothing. Wording: as live answers have it.
  static Problem fixedLink(Path at, int index) {
    return new Problem(
        at.toString(),
        "has a value, button %d is a link without a variable".formatted(index),
        ErrorCode.TEMPLATE_VALIDATION.number(),
        null,
        "buttons: Button at index %d of type Url does not require parameters".formatted(index));
  }

  /// Something that the message must bring.
  static Problem missing(Path at, String what) {
    return new Problem(
        at.toString(),
        "has no " + what,
        Problem.MISSING,
        "(#131008) Required parameter is missing",
        null);
  }

  /// Anything else about components and their parameters. Source: `templates-and-media.md` §6:
  /// since v23.0 such problems have this code.
  static Problem parameters(Path at, String problem) {
    return Problem.of(at, problem, ErrorCode.TEMPLATE_VALIDATION.number());
  }

  /// What a code must not hold. That it is this code is ours: the pages name none.
  static Problem characters(Path at, String problem) {
    return Problem.of(at, problem, ErrorCode.TEMPLATE_CHARACTER_POLICY.number());
  }
}
