package dev.parley.protocol.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether a text is exactly one emoji as people see it, however many code points that takes:
/// a flag, a keycap, a family joined by zero-width joiners, a hand with a skin tone. Source:
/// Unicode UTS #51, ED-17 (emoji sequence); properties of the running JDK.
public final class Emoji {

  /// Code points of one emoji; the longest of Unicode 16 has ten.
  static final int LENGTH_MAX = 16;

  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int TAG_END = 0xE007F;
  private static final int REGION_A = 0x1F1E6;
  private static final int REGION_Z = 0x1F1FF;

  /// Flags of regions that ISO 3166-1 does not list, but Unicode does.
  private static final Set<String> REGIONS =
      Stream.concat(
              Arrays.stream(Locale.getISOCountries()),
              Stream.of("AC", "CP", "CQ", "DG", "EA", "EU", "IC", "TA", "UN", "XK"))
          .collect(Collectors.toUnmodifiableSet());

  private final int[] points;
  private int at;

  private Emoji(int[] points) {
    this.points = points;
  }

  /// Whether the text is one emoji and nothing else.
  public static boolean isOne(String text) {
    if (text.isEmpty() || text.length() > 2 * LENGTH_MAX) {
      return false;
    }
    var emoji = new Emoji(text.codePoints().toArray());
    return emoji.points.length <= LENGTH_MAX && emoji.takesOne() && emoji.isAtEnd();
  }

  private boolean takesOne() {
    return isRegion(peek()) ? takesFlag() : isKeycapBase(peek()) ? takesKeycap() : takesJoined();
  }

  /// Two letters of a region.
  private boolean takesFlag() {
    if (points.length != 2 || !isRegion(points[1])) {
      return false;
    }
    at = 2;
    return REGIONS.contains("" + letter(points[0]) + letter(points[1]));
  }

  /// A digit, `#` or `*` in a key.
  private boolean takesKeycap() {
    at++;
    take(EMOJI_STYLE);
    return take(KEYCAP);
  }

  /// One element, or several with joiners between.
  private boolean takesJoined() {
    do {
      if (!takesElement()) {
        return false;
      }
    } while (take(JOINER));
    return true;
  }

  /// One emoji character with its style, skin tone or tags.
  private boolean takesElement() {
    int base = peek();
    if (isRegion(base) || isKeycapBase(base) || !isEmoji(base)) {
      return false;
    }
    at++;
    if (Character.isEmojiModifierBase(base) && Character.isEmojiModifier(peek())) {
      at++;
      return true;
    }
    take(EMOJI_STYLE);
    return base != BLACK_FLAG || !isTag(peek()) || takesTags();
  }

  /// The letters that make a black flag that of England, and the end of them.
  private boolean takesTags() {
    while (isTag(peek())) {
      at++;
    }
    return take(TAG_END);
  }

  private boolean take(int codePoint) {
    if (peek() != codePoint) {
      return false;
    }
    at++;
    return true;
  }

  private int peek() {
    return isAtEnd() ? 0 : points[at];
  }

  private boolean isAtEnd() {
    return at >= points.length;
  }

  /// An emoji of this JDK's Unicode, or a place kept for those of a later one.
  private static boolean isEmoji(int codePoint) {
    return Character.isEmoji(codePoint)
        || (Character.isExtendedPictographic(codePoint)
            && Character.getType(codePoint) == Character.UNASSIGNED);
  }

  private static boolean isRegion(int codePoint) {
    return codePoint >= REGION_A && codePoint <= REGION_Z;
  }

  private static boolean isKeycapBase(int codePoint) {
    return (codePoint >= '0' && codePoint <= '9') || codePoint == '#' || codePoint == '*';
  }

  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0030 && codePoint <= 0xE007A;
  }

  private static char letter(int region) {
    return (char) ('A' + region - REGION_A);
  }
}
