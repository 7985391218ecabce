package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `button`. Source: `messages.md` §9.
final class ButtonReader {
  private ButtonReader() {}

  static @Nullable ButtonMessage read(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = interactive.object("action");
    var buttons =
        action == null ? null : ReplyButtons.read(action, "reply", ButtonMessage.BUTTONS_MAX);
    return body == null || buttons == null
        ? null
        : new ButtonMessage(header, body, footer, buttons);
  }
}
