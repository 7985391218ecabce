package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.ButtonMessage.Button;
import dev.parley.protocol.message.Carousel.Action;
import dev.parley.protocol.message.Carousel.Action.QuickReplies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a card of a media carousel offers: a link, or quick replies. Source: `messages.md`
/// §15.
final class CardButtons {
  private CardButtons() {}

  static @Nullable Action read(Fields action) {
    return action.has("buttons") ? quickReplies(action) : link(action);
  }

  private static @Nullable Action link(Fields action) {
    action.word("name", Set.of(CtaUrl.ACTION_NAME), Problem.BAD_VALUE);
    var link = InteractiveReader.link(action);
    return link == null ? null : new Action.Link(link.displayText(), link.url());
  }

  private static @Nullable Action quickReplies(Fields action) {
    var items = action.objects("buttons");
    if (items == null) {
      return null;
    }
    int count = action.size("buttons");
    if (count > QuickReplies.BUTTONS_MAX) {
      action.badValue(
          "buttons",
          "has %d buttons, at most %d are allowed".formatted(count, QuickReplies.BUTTONS_MAX));
    }
    var ids = new HashSet<String>();
    var titles = new HashSet<String>();
    var buttons = new ArrayList<Button>(items.size());
    for (var item : items) {
      var button = quickReply(item, ids, titles);
      if (button != null) {
        buttons.add(button);
      }
    }
    return buttons.size() == count && count <= QuickReplies.BUTTONS_MAX
        ? new QuickReplies(buttons)
        : null;
  }

  /// Neither id nor title occurs twice on a card; other cards may have the same.
  private static @Nullable Button quickReply(Fields item, Set<String> ids, Set<String> titles) {
    item.word("type", Set.of("quick_reply"), Problem.BAD_VALUE);
    var reply = item.object("quick_reply");
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
