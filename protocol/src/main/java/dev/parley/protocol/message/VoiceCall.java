package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// `interactive.voice_call`: a button that calls the business. Source: `call-buttons.md` §1.3.
///
/// @param displayText the text on the button; null for {@link #DISPLAY_TEXT}
/// @param ttlMinutes how long the button works; null for {@link #TTL_MINUTES}
/// @param payload comes back with the call
public record VoiceCall(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    @Nullable String displayText,
    @Nullable Integer ttlMinutes,
    @Nullable String payload)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "voice_call";

  public static final String DISPLAY_TEXT = "Call Now";
  public static final int DISPLAY_TEXT_MAX_CHARS = 20;

  /// Seven days.
  public static final int TTL_MINUTES = 10_080;

  public static final int TTL_MINUTES_MIN = 1;
  public static final int TTL_MINUTES_MAX = 43_200;
  public static final int PAYLOAD_MAX_CHARS = 512;

  @Override
  public String kind() {
    return "voice_call";
  }
}
