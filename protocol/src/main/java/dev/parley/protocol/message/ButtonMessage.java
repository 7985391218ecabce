package dev.parley.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `interactive.button`: up to three reply buttons below a text. Source: `messages.md` §9.
public record ButtonMessage(
    @Nullable Header header, String body, @Nullable String footer, List<Button> buttons)
    implements Interactive {

  public static final int BUTTONS_MAX = 3;

  public ButtonMessage {
    buttons = List.copyOf(buttons);
  }

  /// One button. Neither its id nor its title occurs twice in a message.
  public record Button(String id, String title) {
    /// Characters of an id; no space at either end.
    public static final int ID_MAX_CHARS = 256;

    public static final int TITLE_MAX_CHARS = 20;
  }

  @Override
  public String kind() {
    return "button";
  }
}
