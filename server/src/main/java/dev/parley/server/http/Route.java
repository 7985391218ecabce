package dev.parley.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who answers one method at the paths of one pattern, such as `/sandbox/handsets/{wa_id}`. A name
/// in braces takes one whole segment that is not empty; its value is the request's
/// [Request#pathParameter].
///
/// @param method in capitals. GET answers HEAD too
public record Route(String method, String pattern, Handler handler) {
  private static final Pattern SEGMENT = Pattern.compile("[^/{}]+|\\{[a-zA-Z0-9_-]+}");

  public Route {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("pattern does not start with /: " + pattern);
    }
    for (String segment : split(pattern)) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException("segment \"" + segment + "\" in pattern " + pattern);
      }
    }
  }

  static List<String> split(String pattern) {
    return pattern.equals("/") ? List.of() : List.of(pattern.substring(1).split("/", -1));
  }

  /// A pattern taken apart.
  record Shape(List<String> segments) {
    static Shape of(Route route) {
      return new Shape(split(route.pattern()));
    }

    /// What the names in braces stand for, or null when the path has another shape.
    @Nullable Map<String, String> match(List<String> path) {
      for (int i = 0; i < segments.size(); i++) {
        boolean fits =
            isName(segments.get(i)) ? !path.get(i).isEmpty() : segments.get(i).equals(path.get(i));
        if (!fits) {
          return null;
        }
      }
      var values = new HashMap<String, String>();
      for (int i = 0; i < segments.size(); i++) {
        if (isName(segments.get(i))) {
          values.put(nameIn(segments.get(i)), path.get(i));
        }
      }
      return values;
    }

    /// Sorts "a" before "{x}" at the first place where two patterns differ in kind; also the same
    /// for patterns that differ in names only.
    String rank() {
      var kinds = new ArrayList<String>();
      for (String segment : segments) {
        kinds.add(isName(segment) ? "1" : "0" + segment);
      }
      return String.join("/", kinds);
    }

    private static boolean isName(String segment) {
      return segment.startsWith("{");
    }

    private static String nameIn(String segment) {
      return segment.substring(1, segment.length() - 1);
    }
  }
}
