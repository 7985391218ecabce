package dev.parley.protocol.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one catalogue of errors: each code that Meta documents, with its title, the HTTP status of a
/// synchronous answer, where it shows up, and whether to try again. A title that says so in its
/// `when` is not verified. Source: `responses-and-errors.md` §5, §8; `verified.md`.
public enum ErrorCode {
  // Authorization
  AUTH_EXCEPTION(
      sync(0, 401, Retry.NO),
      "AuthException",
      "the app user can't be authenticated; the token was invalidated"),
  API_METHOD(sync(3, 500, Retry.NO), "API Method", "a capability or permission is missing"),
  PERMISSION_DENIED(
      sync(10, 403, Retry.NO), "Permission Denied", "the permission is missing or was removed"),
  NO_TOKEN(
      sync(104, 401, Retry.NO),
      "An access token is required to request this resource",
      "the call carries no token"),
  ACCESS_TOKEN_EXPIRED(
      sync(190, 401, Retry.NO),
      "Access token has expired",
      "the token is unknown, unreadable or expired"),
  API_PERMISSION(
      sync(200, 403, Retry.NO), "API Permission", "the family 200 to 299: a permission is missing"),
  ACCESS_DENIED(sync(131005, 403, Retry.NO), "Access denied", "the permission was not granted"),

  // Integrity
  TEMPORARILY_BLOCKED(
      both(368, 403, Retry.NO),
      "Temporarily blocked for policies violations",
      "the business account is restricted"),
  COUNTRY_RESTRICTED(
      both(130497, 403, Retry.NO),
      "Business account is restricted from messaging users in this country",
      "a ban of the country"),
  ACCOUNT_LOCKED(
      both(131031, 403, Retry.NO), "Account has been locked", "locked by policy, or a wrong pin"),

  // Throttling
  TOO_MANY_CALLS(
      sync(4, 400, Retry.BACK_OFF), "API Too Many Calls", "the app's hourly quota is used up"),
  USER_RATE_LIMIT(
      sync(17, 400, Retry.BACK_OFF),
      "User request limit reached",
      "the user's quota is used up; title unverified"),
  PAGE_RATE_LIMIT(
      sync(32, 400, Retry.BACK_OFF),
      "Page request limit reached",
      "the page's quota is used up; title unverified"),
  CUSTOM_RATE_LIMIT(
      sync(613, 400, Retry.BACK_OFF),
      "Calls to this api have exceeded the rate limit.",
      "a limit of one API; title unverified"),
  MANAGEMENT_RATE_LIMIT(
      sync(80007, 400, Retry.BACK_OFF),
      "Rate limit issues",
      "200 management calls an hour, 5,000 with an active number"),
  RATE_LIMIT_HIT(
      both(130429, 400, Retry.BACK_OFF),
      "Rate limit hit",
      "more messages a second than the number may send"),
  SPAM_RATE_LIMIT(
      both(131048, 400, Retry.NO),
      "Spam rate limit hit",
      "the number's sending is restricted for low quality"),
  PAIR_RATE_LIMIT(
      both(131056, 400, Retry.PAIR_BACK_OFF),
      "(Business Account, Consumer Account) pair rate limit hit",
      "more than one message in 6 s to one user after a burst of 45"),
  CLASSIFICATION_LIMIT(
      async(131064, 400, Retry.NO),
      "Template classification limit hit",
      "the limit for miscategorised templates; title unverified"),
  REGISTER_RATE_LIMIT(
      sync(133016, 400, Retry.NO),
      "Account register deregister rate limit exceeded",
      "more than 10 registrations in 72 h"),

  // Messages
  API_UNKNOWN(
      sync(1, 400, Retry.BACK_OFF), "API Unknown", "an invalid request, or a fault of the server"),
  API_SERVICE(sync(2, 503, Retry.BACK_OFF), "API Service", "temporary: down or overloaded"),
  NUMBER_DELETED(
      sync(33, 400, Retry.NO),
      "Parameter value is not valid",
      "the phone number was deleted; mostly seen as subcode of 100"),
  INVALID_PARAMETER(
      sync(100, 400, Retry.NO),
      "Invalid parameter",
      "an unknown, misspelled, missing or over-long parameter"),
  BUSINESS_BLOCKED(
      both(130403, 400, Retry.NO),
      "User blocked the business",
      "the user blocked this business; title unverified"),
  EXPERIMENT(
      async(130472, 400, Retry.NO),
      "User's number is part of an experiment",
      "the user is held out of marketing"),
  NOT_FOR_GROUPS(
      sync(130501, 400, Retry.NO),
      "Message type is not currently supported",
      "a group does not take this type"),
  SOMETHING_WENT_WRONG(both(131000, 500, Retry.BACK_OFF), "Something went wrong", "unknown"),
  PARAMETER_MISSING(
      sync(131008, 400, Retry.NO),
      "Required parameter is missing",
      "a member that must be there is not"),
  PARAMETER_INVALID(
      both(131009, 400, Retry.NO),
      "Parameter value is not valid",
      "a value breaks a rule: length, duplicate, unknown product, target of a reaction"),
  SERVICE_UNAVAILABLE(sync(131016, 500, Retry.BACK_OFF), "Service unavailable", "temporary"),
  RECIPIENT_IS_SENDER(
      both(131021, 400, Retry.NO), "Recipient cannot be sender", "the number writes to itself"),
  UNDELIVERABLE(
      async(131026, 400, Retry.NO),
      "Message undeliverable",
      "the recipient is not on WhatsApp, has not accepted the terms, has an old version, or "
          + "blocked the business"),
  RECIPIENT_NOT_ALLOWED(
      sync(131030, 400, Retry.NO),
      "Recipient phone number not in allowed list",
      "a test number writes to five recipients only"),
  DISPLAY_NAME_PENDING(
      both(131037, 400, Retry.NO),
      "WhatsApp provided number needs display name approval before message can be sent",
      "a 555 number without an approved name"),
  PAYMENT_ISSUE(
      both(131042, 400, Retry.NO), "Business eligibility payment issue", "no way of paying"),
  INCORRECT_CERTIFICATE(
      both(131045, 500, Retry.NO),
      "Incorrect certificate",
      "the number is not registered properly"),
  RE_ENGAGEMENT(
      async(131047, 400, Retry.NO),
      "Re-engagement message",
      "more than 24 h since the user wrote; send a template"),
  HEALTHY_ECOSYSTEM(
      async(131049, 400, Retry.NEXT_DAY),
      "This message was not delivered to maintain healthy ecosystem engagement.",
      "the user's cap of marketing messages"),
  MARKETING_STOPPED(
      async(131050, 400, Retry.NO),
      "Unable to deliver the message. This recipient has chosen to stop receiving marketing "
          + "messages on WhatsApp from your business",
      "the user opted out"),
  UNSUPPORTED_TYPE(
      both(131051, 400, Retry.NO),
      "Unsupported message type",
      "a known type that is not supported"),
  MEDIA_DOWNLOAD(
      both(131052, 400, Retry.NO), "Media download error", "the user's media can't be fetched"),
  MEDIA_UPLOAD(
      async(131053, 400, Retry.NO),
      "Media upload error",
      "the media of a message: link, type or size"),
  METHOD_NOT_ALLOWED(
      sync(131055, 400, Retry.NO),
      "Method not allowed",
      "not a marketing template, on the path for those"),
  MAINTENANCE(
      sync(131057, 500, Retry.BACK_OFF),
      "Account in maintenance mode",
      "up to a minute while throughput is raised"),
  HELLO_WORLD_ONLY_TEST(
      sync(131058, 400, Retry.NO),
      "Hello World templates can only be sent from the Public Test Numbers",
      "hello_world from a number that is no test number"),
  CURRENTLY_UNAVAILABLE(
      inbound(131060, 400, Retry.NO),
      "This message is currently unavailable.",
      "the first message of a coexistence number"),
  USER_ID_NOT_SUPPORTED(
      sync(131062, 400, Retry.NO),
      "Business-scoped User ID (BSUID) recipients are not supported for this message.",
      "an authentication template to a user id"),
  MARKETING_DISABLED(
      sync(131063, 400, Retry.NO),
      "Marketing templates are disabled for Cloud API",
      "switched off for the business account; title unverified"),
  PAYMENTS_TERMS(
      sync(134011, 403, Retry.NO),
      "WhatsApp Payments terms of service acceptance pending",
      "the terms of payments are not accepted; title unverified"),
  GENERIC_USER_ERROR(
      both(135000, 400, Retry.NO), "Generic user error", "an unknown problem with the parameters"),
  IDENTITY_CHANGED(
      async(137000, 400, Retry.NO),
      "User identity key hash does not match",
      "the hash of the send is not the user's any more; send without it; title unverified"),
  RECEIVER_INCAPABLE(
      async(1026, 400, Retry.NO),
      "Receiver Incapable",
      "the user's version can't show this message"),

  // Templates and flows, when sent
  TEMPLATE_PARAM_COUNT(
      sync(132000, 400, Retry.NO),
      "Template Param Count Mismatch",
      "not as many values as the template has variables"),
  TEMPLATE_NOT_FOUND(
      sync(132001, 404, Retry.NO),
      "Template does not exist",
      "unknown in this language, or not approved"),
  TEMPLATE_TEXT_TOO_LONG(
      sync(132005, 400, Retry.NO), "Template Hydrated Text Too Long", "too long with its values"),
  TEMPLATE_CHARACTER_POLICY(
      sync(132007, 400, Retry.NO),
      "Template Format Character Policy Violated",
      "forbidden characters"),
  TEMPLATE_PARAM_FORMAT(
      sync(132012, 400, Retry.NO),
      "Template Parameter Format Mismatch",
      "a value of another kind than the template has"),
  TEMPLATE_PAUSED(sync(132015, 400, Retry.NO), "Template is Paused", "paused for low quality"),
  TEMPLATE_DISABLED(sync(132016, 400, Retry.NO), "Template is Disabled", "paused too often"),
  TEMPLATE_VALIDATION(
      sync(132018, 400, Retry.NO),
      "Template validation error",
      "new lines, tabs or more than four spaces in a value"),
  FLOW_BLOCKED(sync(132068, 400, Retry.NO), "Flow is blocked", "the flow is blocked"),
  FLOW_THROTTLED(
      sync(132069, 400, Retry.BACK_OFF),
      "Flow is throttled",
      "10 messages of this flow in the last hour"),
  MARKETING_ONLY(
      sync(134100, 400, Retry.NO),
      "Only marketing messages supported",
      "another category, on the path for marketing"),
  TEMPLATE_SYNCING(
      sync(134101, 400, Retry.BACK_OFF),
      "Your template is still syncing",
      "up to ten minutes after its creation"),
  TEMPLATE_UNAVAILABLE(
      sync(134102, 500, Retry.NO), "Template unavailable for use", "the template can't be used"),

  // Registration
  INCOMPLETE_DEREGISTRATION(
      sync(133000, 500, Retry.BACK_OFF),
      "Incomplete Deregistration",
      "an earlier deregistration failed"),
  SERVER_UNAVAILABLE(
      sync(133004, 503, Retry.BACK_OFF), "Server Temporarily Unavailable", "temporary"),
  PIN_MISMATCH(sync(133005, 400, Retry.NO), "Two step verification PIN Mismatch", "a wrong pin"),
  REVERIFICATION_NEEDED(
      sync(133006, 400, Retry.NO),
      "Phone number re-verification needed",
      "verify the number first"),
  PIN_TOO_MANY_GUESSES(
      sync(133008, 400, Retry.NO),
      "Too Many two step verification PIN Guesses",
      "too many wrong pins"),
  PIN_GUESSED_TOO_FAST(
      sync(133009, 400, Retry.BACK_OFF),
      "Two step verification PIN Guessed Too Fast",
      "pins too fast"),
  NOT_REGISTERED(
      sync(133010, 400, Retry.NO),
      "Phone number Not Registered",
      "the number is not registered; sends get this too"),
  WAIT_BEFORE_REGISTERING(
      sync(133015, 400, Retry.BACK_OFF),
      "Please wait a few minutes before attempting to register this phone number",
      "deregistered a moment ago"),

  // Blocking and user names
  BLOCK_FAILED(
      sync(139100, 400, Retry.NO),
      "Failed to block/unblock users",
      "at least one user could not be blocked; title unverified"),
  BLOCK_LIST_FULL(
      sync(139101, 400, Retry.NO),
      "Blocklist limit reached",
      "64,000 users are blocked; title unverified"),
  BLOCK_LIST_CHANGED(
      sync(139102, 400, Retry.BACK_OFF),
      "Blocklist concurrent update",
      "another change at the same time; title unverified"),
  BLOCK_INTERNAL(
      sync(139103, 500, Retry.BACK_OFF), "Internal error", "temporary; title unverified"),
  USERNAME_TAKEN(
      sync(147001, 400, Retry.NO), "Username is not available", "taken; title unverified"),
  USERNAME_LIMIT_LOW(
      sync(147002, 400, Retry.NO),
      "Messaging limit too low for a username",
      "the messaging limit is too low; title unverified"),
  USERNAME_PAGE_NOT_LINKED(
      sync(147003, 400, Retry.NO),
      "Page not linked",
      "the page of this name is not linked; title unverified"),
  USERNAME_INSTAGRAM_NOT_LINKED(
      sync(147004, 400, Retry.NO),
      "Instagram account not linked",
      "the account of this name is not linked; title unverified"),
  USERNAME_TRANSFER_NEEDED(
      sync(147005, 400, Retry.NO),
      "Username transfer needed",
      "it belongs to another number of the business; title unverified"),

  // Onboarding of numbers that also use the app
  SYNC_ONCE(
      sync(2593107, 400, Retry.NO),
      "Synchronization was requested already",
      "each kind of synchronization may be asked for once; title unverified"),
  SYNC_TOO_LATE(
      sync(2593108, 400, Retry.NO),
      "Synchronization window has closed",
      "more than 24 h after the onboarding; title unverified"),
  HISTORY_DECLINED(
      inbound(2593109, 400, Retry.NO),
      "History sharing was declined",
      "the business keeps its history to itself; title unverified"),

  // Template management
  ALREADY_ONBOARDED(
      sync(1752041, 400, Retry.NO),
      "Duplicate onboarding request",
      "asked for already; title unverified"),
  INSIGHTS_UNAVAILABLE(
      sync(200005, 400, Retry.NO),
      "Template Insights Not Available",
      "insights are not available yet; title unverified"),
  INSIGHTS_NOT_DISABLED(
      sync(200006, 400, Retry.NO),
      "Cannot Disable Template Insights",
      "once enabled they stay; title unverified"),
  INSIGHTS_NOT_ENABLED(
      sync(200007, 400, Retry.NO),
      "Template Insights Not Enabled",
      "enable them first; title unverified"),

  // Calling
  CALLING_NOT_ENABLED(
      sync(138000, 400, Retry.NO),
      "Calling not enabled",
      "calling is off for this number; title unverified"),
  RECEIVER_UNCALLABLE(
      sync(138001, 400, Retry.NO),
      "Receiver uncallable",
      "the user can't be called; title unverified"),
  CALL_LIMIT(
      sync(138002, 400, Retry.NO),
      "Concurrent call limit reached",
      "too many calls at once; title unverified"),
  DUPLICATE_CALL(
      sync(138003, 400, Retry.NO), "Duplicate call", "a call to this user is on; title unverified"),
  CALL_CONNECTION(
      sync(138004, 400, Retry.NO),
      "Connection error",
      "the call could not be connected; title unverified"),
  CALL_RATE_LIMIT(
      sync(138005, 400, Retry.NO), "Call rate limit reached", "too many calls; title unverified"),
  NO_CALL_PERMISSION(
      sync(138006, 400, Retry.NO),
      "No approved call permission",
      "the user has not allowed calls; title unverified"),
  CALL_TIMEOUT(
      sync(138007, 400, Retry.NO), "Connection timeout", "nobody answered; title unverified"),
  CALL_PERMISSION_LIMIT(
      sync(138009, 400, Retry.NO),
      "Call permission request limit hit",
      "asked too often; title unverified");

  /// Where a code shows up.
  public enum Mode {
    /// In the answer to the call.
    SYNC,
    /// In a `failed` status; the call itself was answered with 200.
    ASYNC,
    /// In either.
    BOTH,
    /// In a message of a user that could not be passed on whole.
    INBOUND
  }

  /// Whether the same call may succeed later. Source: `responses-and-errors.md` §8.
  public enum Retry {
    /// Never without a change.
    NO,
    /// With growing pauses.
    BACK_OFF,
    /// After 4^X seconds, X counting from 0.
    PAIR_BACK_OFF,
    /// Not within 24 hours.
    NEXT_DAY
  }

  private static final Map<Integer, ErrorCode> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(ErrorCode::number, Function.identity()));

  private final int number;
  private final int httpStatus;
  private final Mode mode;
  private final Retry retry;
  private final String title;
  private final String when;

  ErrorCode(Answer answer, String title, String when) {
    this.number = answer.number();
    this.httpStatus = answer.httpStatus();
    this.mode = answer.mode();
    this.retry = answer.retry();
    this.title = title;
    this.when = when;
  }

  /// How a code reaches the caller.
  private record Answer(int number, int httpStatus, Mode mode, Retry retry) {}

  private static Answer sync(int number, int httpStatus, Retry retry) {
    return new Answer(number, httpStatus, Mode.SYNC, retry);
  }

  private static Answer async(int number, int httpStatus, Retry retry) {
    return new Answer(number, httpStatus, Mode.ASYNC, retry);
  }

  private static Answer both(int number, int httpStatus, Retry retry) {
    return new Answer(number, httpStatus, Mode.BOTH, retry);
  }

  private static Answer inbound(int number, int httpStatus, Retry retry) {
    return new Answer(number, httpStatus, Mode.INBOUND, retry);
  }

  /// The code with this number, if the catalogue has it.
  public static Optional<ErrorCode> of(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /// What clients switch on.
  public int number() {
    return number;
  }

  /// The status of a synchronous answer.
  public int httpStatus() {
    return httpStatus;
  }

  public Mode mode() {
    return mode;
  }

  public Retry retry() {
    return retry;
  }

  public String title() {
    return title;
  }

  /// When it happens, in a few words.
  public String when() {
    return when;
  }

  /// `(#131009) Parameter value is not valid`: what `error.message` says unless a sentence of its
  /// own is known.
  public String message() {
    return "(#" + number + ") " + title;
  }

  /// Where Meta explains its codes; the `href` of a failed status. Source: Meta's pages of 2026.
  public String href() {
    return "/documentation/business-messaging/whatsapp/support/error-codes";
  }
}
