package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.ButtonMessage.Button;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `button`. Source: `messages.md` §9.
final class ButtonReader {
  private ButtonReader() {}

  static @Nullable ButtonMessage read(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = interactive.object("action");
    var buttons = action == null ? null : buttons(action);
    return body == null || buttons == null
        ? null
        : new ButtonMessage(header, body, footer, buttons);
  }

  private static @Nullable List<Button> buttons(Fields action) {
    var items = action.objects("buttons");
    if (items == null) {
      return null;
    }
    int count = action.size("buttons");
    if (count > ButtonMessage.BUTTONS_MAX) {
      action.badValue(
          "buttons",
          "has %d buttons, at most %d are allowed".formatted(count, ButtonMessage.BUTTONS_MAX));
    }
    var ids = new HashSet<String>();
    var titles = new HashSet<String>();
    var buttons = new ArrayList<Button>(items.size());
    for (var item : items) {
      var button = button(item, ids, titles);
      if (button != null) {
        buttons.add(button);
      }
    }
    return buttons;
  }

  private static @Nullable Button button(Fields item, Set<String> ids, Set<String> titles) {
    boolean otherType =
        item.word("type", Set.of("reply"), Problem.BAD_VALUE) == null && item.says("type");
    if (otherType) {
      return null;
    }
    var reply = item.object("reply");
    if (reply == null) {
      return null;
    }
    var id = reply.id("id", Button.ID_MAX_CHARS);
    var title = reply.text("title", Button.TITLE_MAX_CHARS);
    if (id != null && !ids.add(id)) {
      reply.badValue("id", "is %s, as an earlier button's id".formatted(Fields.quoted(id)));
    }
    if (title != null && !titles.add(title)) {
      reply.badValue(
          "title", "is %s, as an earlier button's title".formatted(Fields.quoted(title)));
    }
    return id == null || title == null ? null : new Button(id, title);
  }
}
