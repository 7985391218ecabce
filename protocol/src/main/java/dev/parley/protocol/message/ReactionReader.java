package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads `reaction`. An empty emoji takes the reaction away; null is not empty.
final class ReactionReader {
  private ReactionReader() {}

  static @Nullable Reaction read(Fields body) {
    var reaction = body.object("reaction");
    if (reaction == null) {
      return null;
    }
    var target = WamidReader.required(reaction, "message_id");
    var emoji = reaction.string("emoji");
    if (target == null || emoji == null) {
      noteUnlessOne(reaction, emoji);
      return null;
    }
    noteUnlessOne(reaction, emoji);
    return new Reaction(target, emoji.isEmpty() ? null : emoji);
  }

  private static void noteUnlessOne(Fields reaction, @Nullable String emoji) {
    if (emoji != null && !emoji.isEmpty() && !Emoji.isOne(emoji)) {
      reaction.badValue("emoji", "is %s, must be one emoji".formatted(Fields.quoted(emoji)));
    }
  }
}
