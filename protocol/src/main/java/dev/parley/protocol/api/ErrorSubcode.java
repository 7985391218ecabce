package dev.parley.protocol.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `error_subcode` adds to a code: which object, which token, which rule of a template. Graph
/// leaves it out of answers to sends since v16.0 but for 33.
///
/// Those of template management come with words for the person at the screen, `error_user_title`
/// and `error_user_msg`. Source: `responses-and-errors.md` §3, §5; `template-kinds.md` §11;
/// `templates-and-media.md` §1; `verified.md` §6.
public enum ErrorSubcode {
  NO_SUCH_OBJECT(33, ErrorCode.INVALID_PARAMETER, null, "The id names nothing that can be seen."),
  SESSION_EXPIRED(463, ErrorCode.ACCESS_TOKEN_EXPIRED, null, "The token has expired."),

  TEMPLATE_MIGRATION(2388012, "A template can't be moved to the other business account."),
  TEMPLATE_LIMIT(2388019, "The business account has as many templates as it may have: 250."),
  TEMPLATE_NAME_LOCKED(2388023, "A template of this name is being deleted; the name is locked."),
  TEMPLATE_EXISTS(
      2388024,
      ErrorCode.INVALID_PARAMETER,
      "Content in This Language Already Exists",
      "The template has this language already."),
  TEMPLATE_STATUS_FIXED(2388039, "The template's status can't be changed."),
  TEMPLATE_TOO_LONG(2388040, "A field has more characters than it may have."),
  TEMPLATE_NAME_FORMAT(
      2388046,
      ErrorCode.INVALID_PARAMETER,
      "Name Format is Incorrect",
      "The name holds other characters than a to z, 0 to 9 and _."),
  TEMPLATE_HEADER(2388047, "The header's format is wrong."),
  TEMPLATE_BUTTON_LABEL(2388050, "A button whose label is fixed has another one."),
  TEMPLATE_BODY(2388072, "The body's format is wrong."),
  TEMPLATE_FOOTER(2388073, "The footer's format is wrong."),
  TEMPLATE_MIGRATION_SOURCE(2388091, "A template can't be moved: its business account."),
  TEMPLATE_MIGRATION_TARGET(2388093, "A template can't be moved: the other business account."),
  TEMPLATE_MIGRATION_REFUSED(2388103, "A template can't be moved."),
  TEMPLATE_BUTTON_TEXT(2388153, "A button whose label is fixed has another one."),
  TEMPLATE_TOO_MANY_VARIABLES(
      2388293,
      ErrorCode.INVALID_PARAMETER,
      "Params Words Ratio Exceeds Limit",
      "This template has too many variables for its length. Reduce the number of variables or"
          + " increase the message length."),
  TEMPLATE_VARIABLE_AT_EDGE(
      2388299,
      ErrorCode.INVALID_PARAMETER,
      null,
      "Variables can't be at the start or end of the template"),
  MAINTENANCE(2494100, "The business account is in maintenance.");

  private final int number;
  private final ErrorCode code;
  private final @Nullable String title;
  private final String when;

  ErrorSubcode(int number, String when) {
    this(number, ErrorCode.INVALID_PARAMETER, null, when);
  }

  ErrorSubcode(int number, ErrorCode code, @Nullable String title, String when) {
    this.number = number;
    this.code = code;
    this.title = title;
    this.when = when;
  }

  /// The subcode with this number, if it is known.
  public static Optional<ErrorSubcode> of(int number) {
    return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
  }

  static List<ErrorSubcode> of(ErrorCode code) {
    return Arrays.stream(values()).filter(each -> each.code == code).toList();
  }

  public int number() {
    return number;
  }

  /// The code that it comes with.
  public ErrorCode code() {
    return code;
  }

  /// `error_user_title` in Meta's words, where they are known.
  public Optional<String> title() {
    return Optional.ofNullable(title);
  }

  /// When it happens, in a sentence; Meta's where it is known.
  public String when() {
    return when;
  }

  /// Whether the person at the screen is told: `error_user_title`, `error_user_msg`.
  public boolean isOfTemplates() {
    return this != NO_SUCH_OBJECT && this != SESSION_EXPIRED;
  }
}
