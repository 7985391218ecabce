package dev.parley.server.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Which word somebody meant who wrote another one.
final class Spelling {
  /// Longer ones are no slip of the pen.
  private static final int WORD_MAX_CHARS = 60;

  private Spelling() {}

  /// The nearest of these words, if it is near enough: a third of its letters may be wrong.
  static Optional<String> nearest(String written, Collection<String> words) {
    if (written.length() > WORD_MAX_CHARS) {
      return Optional.empty();
    }
    var asMeant = plain(written);
    return words.stream()
        .filter(word -> distance(asMeant, plain(word)) <= Math.max(1, word.length() / 3))
        .min(
            Comparator.comparingInt((String word) -> distance(asMeant, plain(word)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// `headerType`, `header-type` and `header_type` are the same slip.
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  /// How many letters to put in, take out, replace, or swap with the next one.
  static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      var now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(last[j], now[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[b.length()];
  }
}
