package dev.parley.protocol.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one catalogue of errors: each code that Meta documents, with its title, the HTTP status of a
/// synchronous answer, where it shows up, when, and whether to try again. Names are here for the
/// code; what there is to know about each stands in `error-codes.txt` beside this class, line by
/// line, and is held together with the names when they are loaded.
///
/// Not in it: 138010 to 138018 (limits and availability of calling, their meanings unknown one by
/// one) and the codes of the old API but one. Source: `responses-and-errors.md` §5, §8;
/// `verified.md`.
public enum ErrorCode {
  // Authorization
  AUTH_EXCEPTION(0),
  API_METHOD(3),
  PERMISSION_DENIED(10),
  NO_TOKEN(104),
  ACCESS_TOKEN_EXPIRED(190),
  API_PERMISSION(200),
  ACCESS_DENIED(131005),

  // Integrity
  TEMPORARILY_BLOCKED(368),
  COUNTRY_RESTRICTED(130497),
  ACCOUNT_LOCKED(131031),

  // Throttling
  TOO_MANY_CALLS(4),
  USER_RATE_LIMIT(17),
  PAGE_RATE_LIMIT(32),
  CUSTOM_RATE_LIMIT(613),
  MANAGEMENT_RATE_LIMIT(80007),
  RATE_LIMIT_HIT(130429),
  SPAM_RATE_LIMIT(131048),
  PAIR_RATE_LIMIT(131056),
  CLASSIFICATION_LIMIT(131064),
  REGISTER_RATE_LIMIT(133016),

  // Messages
  API_UNKNOWN(1),
  API_SERVICE(2),
  NUMBER_DELETED(33),
  INVALID_PARAMETER(100),
  BUSINESS_BLOCKED(130403),
  EXPERIMENT(130472),
  NOT_FOR_GROUPS(130501),
  SOMETHING_WENT_WRONG(131000),
  PARAMETER_MISSING(131008),
  PARAMETER_INVALID(131009),
  SERVICE_UNAVAILABLE(131016),
  RECIPIENT_IS_SENDER(131021),
  UNDELIVERABLE(131026),
  RECIPIENT_NOT_ALLOWED(131030),
  DISPLAY_NAME_PENDING(131037),
  PAYMENT_ISSUE(131042),
  INCORRECT_CERTIFICATE(131045),
  RE_ENGAGEMENT(131047),
  HEALTHY_ECOSYSTEM(131049),
  MARKETING_STOPPED(131050),
  UNSUPPORTED_TYPE(131051),
  MEDIA_DOWNLOAD(131052),
  MEDIA_UPLOAD(131053),
  METHOD_NOT_ALLOWED(131055),
  MAINTENANCE(131057),
  HELLO_WORLD_ONLY_TEST(131058),
  CURRENTLY_UNAVAILABLE(131060),
  USER_ID_NOT_SUPPORTED(131062),
  MARKETING_DISABLED(131063),
  PAYMENTS_TERMS(134011),
  GENERIC_USER_ERROR(135000),
  IDENTITY_CHANGED(137000),
  RECEIVER_INCAPABLE(1026),

  // Templates and flows, when sent
  TEMPLATE_PARAM_COUNT(132000),
  TEMPLATE_NOT_FOUND(132001),
  TEMPLATE_TEXT_TOO_LONG(132005),
  TEMPLATE_CHARACTER_POLICY(132007),
  TEMPLATE_PARAM_FORMAT(132012),
  TEMPLATE_PAUSED(132015),
  TEMPLATE_DISABLED(132016),
  TEMPLATE_VALIDATION(132018),
  FLOW_BLOCKED(132068),
  FLOW_THROTTLED(132069),
  MARKETING_ONLY(134100),
  TEMPLATE_SYNCING(134101),
  TEMPLATE_UNAVAILABLE(134102),

  // Registration
  INCOMPLETE_DEREGISTRATION(133000),
  SERVER_UNAVAILABLE(133004),
  PIN_MISMATCH(133005),
  REVERIFICATION_NEEDED(133006),
  PIN_TOO_MANY_GUESSES(133008),
  PIN_GUESSED_TOO_FAST(133009),
  NOT_REGISTERED(133010),
  WAIT_BEFORE_REGISTERING(133015),

  // Blocking
  BLOCK_FAILED(139100),
  BLOCK_LIST_FULL(139101),
  BLOCK_LIST_CHANGED(139102),
  BLOCK_INTERNAL(139103),

  // User names
  USERNAME_TAKEN(147001),
  USERNAME_LIMIT_LOW(147002),
  USERNAME_PAGE_NOT_LINKED(147003),
  USERNAME_INSTAGRAM_NOT_LINKED(147004),
  USERNAME_TRANSFER_NEEDED(147005),

  // Onboarding of numbers that also use the app
  ALREADY_ONBOARDED(1752041),
  SYNC_ONCE(2593107),
  SYNC_TOO_LATE(2593108),
  HISTORY_DECLINED(2593109),

  // Template management
  INSIGHTS_UNAVAILABLE(200005),
  INSIGHTS_NOT_DISABLED(200006),
  INSIGHTS_NOT_ENABLED(200007),

  // Calling
  CALLING_NOT_ENABLED(138000),
  RECEIVER_UNCALLABLE(138001),
  CALL_LIMIT(138002),
  DUPLICATE_CALL(138003),
  CALL_CONNECTION(138004),
  CALL_RATE_LIMIT(138005),
  NO_CALL_PERMISSION(138006),
  CALL_TIMEOUT(138007),
  CALL_PERMISSION_LIMIT(138009);

  /// Where a code shows up.
  public enum Mode {
    /// In the answer to the call.
    SYNC("in the answer to the call"),
    /// In a `failed` status; the call itself was answered with 200.
    ASYNC("in a failed status, after the call was answered with 200"),
    /// In either.
    BOTH("in the answer to the call or in a failed status"),
    /// In a message of a user that could not be passed on whole.
    INBOUND("in the webhook of a user's message");

    private final String where;

    Mode(String where) {
      this.where = where;
    }

    /// Follows "it shows up".
    public String where() {
      return where;
    }
  }

  /// Whether the same call may succeed later. Source: `responses-and-errors.md` §8.
  public enum Retry {
    /// Never without a change.
    NO("Not without a change."),
    /// With growing pauses.
    BACK_OFF("Yes, with growing pauses."),
    /// After 4^X seconds, X counting from 0.
    PAIR_BACK_OFF("Yes, to this user after 4^X seconds: 1, 4, 16 …"),
    /// Not within 24 hours.
    NEXT_DAY("Not within 24 hours.");

    private final String advice;

    Retry(String advice) {
      this.advice = advice;
    }

    /// In a sentence.
    public String advice() {
      return advice;
    }
  }

  /// What a code is about.
  public enum Family {
    AUTHORIZATION("Authorization"),
    INTEGRITY("Integrity"),
    THROTTLING("Throttling"),
    MESSAGES("Messages"),
    TEMPLATES("Templates and flows, when sent"),
    REGISTRATION("Registration"),
    BLOCKING("Blocking"),
    USERNAMES("User names"),
    ONBOARDING("Onboarding of numbers that also use the app"),
    TEMPLATE_MANAGEMENT("Template management"),
    CALLING("Calling");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private static final String DOCUMENTATION = "/documentation/business-messaging/whatsapp";

  private static final Map<Integer, ErrorCode> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(ErrorCode::number, Function.identity()));

  static {
    ErrorTable.checkNames(BY_NUMBER.keySet());
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of what can't change
  private final ErrorTable.Line line;

  ErrorCode(int number) {
    this.line = ErrorTable.line(number);
  }

  /// The code with this number, if the catalogue has it.
  public static Optional<ErrorCode> of(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /// What clients switch on.
  public int number() {
    return line.number();
  }

  public Family family() {
    return line.family();
  }

  /// The status of a synchronous answer.
  public int httpStatus() {
    return line.httpStatus();
  }

  public Mode mode() {
    return line.mode();
  }

  public Retry retry() {
    return line.retry();
  }

  public String title() {
    return line.title();
  }

  /// Whether Meta's own pages or a live answer show the title in these words.
  public boolean isTitleVerified() {
    return line.titleVerified();
  }

  /// When it happens, in a sentence.
  public String when() {
    return line.when();
  }

  /// What `error_subcode` may add to it.
  public List<ErrorSubcode> subcodes() {
    return ErrorSubcode.of(this);
  }

  /// `(#131009) Parameter value is not valid`: what `error.message` says unless a sentence of its
  /// own is known.
  public String message() {
    return "(#" + number() + ") " + title();
  }

  /// Where Meta explains its codes; the `href` of a failed status. Source: Meta's pages of 2026.
  public String href() {
    return DOCUMENTATION + "/support/error-codes";
  }

  /// The page of Meta's to read about this code.
  public String link() {
    return "https://developers.facebook.com"
        + (family() == Family.CALLING ? DOCUMENTATION + "/calling/troubleshooting" : href());
  }
}
