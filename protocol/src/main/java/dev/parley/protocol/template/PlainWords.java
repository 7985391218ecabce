package dev.parley.protocol.template;

import java.util.regex.Pattern;

/// What words of authentication templates must not hold. Source: reference, template-kinds.md §2.1.
final class PlainWords {
  private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");

  private PlainWords() {}

  static boolean hasLink(String words) {
    return LINK.matcher(words).find();
  }

  static boolean hasEmoji(String words) {
    return words.codePoints().anyMatch(Character::isEmojiPresentation);
  }
}
