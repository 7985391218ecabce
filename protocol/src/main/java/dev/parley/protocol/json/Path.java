package dev.parley.protocol.json;

import org.jspecify.annotations.Nullable;

/// The place of a value in a body: `$.interactive.action.sections[0].rows[3].title`.
public final class Path {

  /// Characters of a foreign member name that are shown; the rest becomes `…`.
  static final int NAME_SHOWN_MAX_CHARS = 80;

  private static final Path ROOT = new Path();

  private final @Nullable Path parent;
  private final @Nullable String name;
  private final int index;
  private final int depth;

  /// What was asked for once; a body's problems often share their parents.
  private @Nullable String text;

  private @Nullable String graphWords;

  private Path() {
    this.parent = null;
    this.name = null;
    this.index = -1;
    this.depth = 0;
  }

  private Path(Path parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.depth = parent.depth + 1;
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
  Path[] steps() {
    var steps = new Path[depth];
    var step = this;
    for (int i = depth - 1; i >= 0 && step != null; i--) {
      steps[i] = step;
      step = step.parent;
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
    var known = graphWords;
    if (known == null) {
      known = parent == null ? "" : inGraphWords(parent.inGraphWords());
      graphWords = known;
    }
    return known;
  }

  private String inGraphWords(String before) {
    if (name == null) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? shown(name) : before + "['" + shown(name) + "']";
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
    var known = text;
    if (known == null) {
      known = parent == null ? "$" : parent + step();
      text = known;
    }
    return known;
  }

  private String step() {
    if (name == null) {
      return "[" + index + "]";
    }
    return isPlain(name) ? "." + name : "['" + shown(name) + "']";
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || name.length() > NAME_SHOWN_MAX_CHARS) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && (c >= 128 || !Character.isLetterOrDigit(c))) {
        return false;
      }
    }
    return true;
  }

  /// A foreign name in quotes, cut, and free of anything that could break a line or a quote.
  private static String shown(String name) {
    if (isPlain(name)) {
      return name;
    }
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
