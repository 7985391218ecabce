package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `interactive.flow`: a button that opens a form of several screens. Source: `messages.md` §14.
///
/// @param cta the text on the button
/// @param token comes back with the answer; null when the business sent none
/// @param payload with `NAVIGATE` only
public record FlowMessage(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    FlowName flow,
    String cta,
    Mode mode,
    @Nullable String token,
    Opening opening,
    @Nullable Payload payload)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "flow";

  /// The one version of flow messages.
  public static final String MESSAGE_VERSION = "3";

  /// Characters of `flow_cta`. Source: Meta's OpenAPI document; 360dialog advises 20.
  public static final int CTA_MAX_CHARS = 30;

  /// Characters of `flow_id` and of `flow_name`. Ours: no page names a limit.
  public static final int NAME_MAX_CHARS = 200;

  /// What a phone answers with when the business sent no token.
  public static final String UNUSED_TOKEN = "unused";

  /// Which flow: by id or by name, exactly one.
  public sealed interface FlowName {
    record Id(String value) implements FlowName {}

    record Name(String value) implements FlowName {}
  }

  /// Whether the flow must be published.
  public enum Mode {
    PUBLISHED,
    DRAFT;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who says what the first screen shows.
  public enum Opening {
    /// The message.
    NAVIGATE,
    /// The business's endpoint.
    DATA_EXCHANGE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param screen the first screen; null for the flow's own first
  /// @param data for that screen; some clients send it as a string of JSON, which is read
  public record Payload(@Nullable String screen, @Nullable JsonObject data) {}

  @Override
  public String kind() {
    return "flow";
  }
}
