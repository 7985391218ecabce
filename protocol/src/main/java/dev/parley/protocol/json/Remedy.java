package dev.parley.protocol.json;

import java.util.Collection;
import java.util.List;

/// What would make a value right, where the rule that it breaks says so: for those who suggest what
/// to write instead.
public sealed interface Remedy {

  /// A text of at most so many characters.
  record Shorten(int maxChars) implements Remedy {}

  /// One of these words.
  record OneOf(List<String> words) implements Remedy {
    public OneOf {
      words = List.copyOf(words);
    }

    public static OneOf of(Collection<String> words) {
      return new OneOf(words.stream().sorted().toList());
    }
  }

  /// A value of this type, in the words of a sentence: "a string".
  record OfType(String wanted) implements Remedy {}

  /// One of the members that are known at this place, under its right name.
  record Rename(List<String> known) implements Remedy {
    public Rename {
      known = List.copyOf(known);
    }
  }
}
