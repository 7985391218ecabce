package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// `interactive.cta_url`: one button that opens a link; the business hears nothing of it. Source:
/// `messages.md` §10.
public record CtaUrl(
    @Nullable Header header, String body, @Nullable String footer, String displayText, String url)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "cta_url";

  public static final int DISPLAY_TEXT_MAX_CHARS = 20;

  /// Characters of the link. Ours: what browsers take.
  public static final int URL_MAX_CHARS = 2048;

  @Override
  public String kind() {
    return "cta_url";
  }
}
