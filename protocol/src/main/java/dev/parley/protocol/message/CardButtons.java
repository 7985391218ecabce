package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Carousel.Action;
import dev.parley.protocol.message.Carousel.Action.QuickReplies;
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

  /// Other cards may have the same ids and titles.
  private static @Nullable Action quickReplies(Fields action) {
    var buttons = ReplyButtons.read(action, "quick_reply", QuickReplies.BUTTONS_MAX);
    return buttons == null ? null : new QuickReplies(buttons);
  }
}
