package dev.parley.protocol.json;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// The place of a value in a body: `$.interactive.action.sections[0].rows[3].title`.
public final class Path {

  /// Characters of a foreign member name that are shown; the rest becomes `…`.
  static final int NAME_SHOWN_MAX_CHARS = 80;

  private static final Path ROOT = new Path(null, null, -1);

  private final @Nullable Path parent;
  private final @Nullable String name;
  private final int index;

  private Path(@Nullable Path parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  public static Path root() {
    return ROOT;
  }

  public Path field(String name) {
    return new Path(this, name, -1);
  }

  public Path index(int index) {
    return new Path(this, null, index);
  }

  /// The steps from the root to here; the root itself is no step.
  ArrayDeque<Path> steps() {
    var steps = new ArrayDeque<Path>();
    for (var step = this; step.parent != null; step = step.parent) {
      steps.addFirst(step);
    }
    return steps;
  }

  /// The name of the member that this step goes to; `null` for an item of an array.
  @Nullable String name() {
    return name;
  }

  /// The item of an array that this step goes to; -1 for a member.
  int index() {
    return index;
  }

  /// As Graph's own messages write it: `interactive['action']['sections'][0]['title']`. Source:
  /// bodies of live errors, `responses-and-errors.md` §6.
  public String inGraphWords() {
    var words = new StringBuilder();
    for (var step : steps()) {
      if (step.name == null) {
        words.append('[').append(step.index).append(']');
      } else if (words.isEmpty()) {
        words.append(shown(step.name));
      } else {
        words.append("['").append(shown(step.name)).append("']");
      }
    }
    return words.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Path that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("$");
    for (var step : steps()) {
      if (step.name == null) {
        text.append('[').append(step.index).append(']');
      } else if (isPlain(step.name)) {
        text.append('.').append(step.name);
      } else {
        text.append("['").append(shown(step.name)).append("']");
      }
    }
    return text.toString();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= NAME_SHOWN_MAX_CHARS
        && name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  /// A foreign name in quotes, cut, and free of anything that could break a line or a quote.
  private static String shown(String name) {
    var shown = new StringBuilder();
    int end = Math.min(name.length(), NAME_SHOWN_MAX_CHARS);
    for (int i = 0; i < end; i++) {
      char c = name.charAt(i);
      if (c == '\'' || c == '\\') {
        shown.append('\\').append(c);
      } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return end < name.length() ? shown.append('…').toString() : shown.toString();
  }
}
