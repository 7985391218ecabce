package dev.parley.protocol.message;

import java.util.Locale;
import java.util.Set;

/// The kinds of a template's buttons, with the parameters that each takes. Source: `messages.md`
/// §17, `template-kinds.md`, `call-buttons.md` §1.2.
public enum TemplateButton {
  /// Meta's own collection of requests sends a `text` here too.
  QUICK_REPLY("payload", "text"),
  URL("text"),
  PHONE_NUMBER,
  COPY_CODE("coupon_code"),
  CATALOG("action"),
  MPM("action"),
  SPM("action"),
  FLOW("action"),
  ORDER_DETAILS("action"),
  PAYMENT_REQUEST("action"),
  VOICE_CALL("ttl_minutes", "payload"),
  OTP("text"),
  APP("text", "payload", "action"),
  REMINDER("payload"),
  REQUEST_CONTACT_INFO("payload");

  @SuppressWarnings("ImmutableEnumChecker") // a Set.of, which never changes
  private final Set<String> parameterTypes;

  TemplateButton(String... parameterTypes) {
    this.parameterTypes = Set.of(parameterTypes);
  }

  /// The word on the wire, in `sub_type`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Characters of its payload. That of a quick reply is unverified.
  public int payloadMaxChars() {
    return this == VOICE_CALL
        ? VoiceCall.PAYLOAD_MAX_CHARS
        : TemplateParameter.Payload.PAYLOAD_MAX_CHARS;
  }

  /// The types of its parameters; empty where it takes none.
  public Set<String> parameterTypes() {
    return parameterTypes;
  }
}
