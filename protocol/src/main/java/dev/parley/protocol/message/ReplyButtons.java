package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.ButtonMessage.Button;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `action.buttons` that answer with an id: those of a button message, and those of a card.
/// Neither id nor title occurs twice among them. Source: `messages.md` §9, §15.
final class ReplyButtons {
  private ReplyButtons() {}

  /// @param word in each button's `type`, and the member that is named like it
  /// @return null where a problem was noted
  static @Nullable List<Button> read(Fields action, String word, int max) {
    var items = action.objects("buttons");
    if (items == null) {
      return null;
    }
    int count = action.size("buttons");
    if (count > max) {
      action.badValue("buttons", "has %d buttons, at most %d are allowed".formatted(count, max));
    }
    var ids = new HashSet<String>();
    var titles = new HashSet<String>();
    var buttons = new ArrayList<Button>(items.size());
    for (var item : items) {
      var button = button(item, word, ids, titles);
      if (button != null) {
        buttons.add(button);
      }
    }
    return buttons.size() == count && count <= max ? buttons : null;
  }

  private static @Nullable Button button(
      Fields item, String word, Set<String> ids, Set<String> titles) {
    boolean otherType =
        item.word("type", Set.of(word), Problem.BAD_VALUE) == null && item.says("type");
    if (otherType) {
      return null;
    }
    var reply = item.object(word);
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
