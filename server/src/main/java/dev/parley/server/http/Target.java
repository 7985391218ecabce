package dev.parley.server.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the request line asks for. The raw path is split at `/` first and each segment is decoded
/// once after that, so `%2f` never makes a segment, and `//` is an empty one.
record Target(List<String> segments, Query query) {

  /// Segments of a path. More are refused with 400.
  static final int SEGMENTS_MAX = 64;

  /// Characters of path and query as sent. More are refused with 414.
  static final int CHARS_MAX = 8 * 1024;

  static Target read(String rawPath, @Nullable String rawQuery) throws BadTarget {
    return new Target(segments(rawPath), rawQuery == null ? Query.NONE : Query.read(rawQuery));
  }

  /// `/` has no segments; `/a/` has two, `a` and an empty one.
  private static List<String> segments(String rawPath) throws BadTarget {
    if (!rawPath.startsWith("/")) {
      throw new BadTarget("the path does not start with /");
    }
    if (rawPath.length() == 1) {
      return List.of();
    }
    var segments = new ArrayList<String>(8);
    for (int start = 1; start <= rawPath.length(); ) {
      int slash = rawPath.indexOf('/', start);
      int end = slash < 0 ? rawPath.length() : slash;
      if (segments.size() == SEGMENTS_MAX) {
        throw new BadTarget("the path has more than %d segments".formatted(SEGMENTS_MAX));
      }
      segments.add(plain(PercentDecoder.segment(rawPath.substring(start, end))));
      start = end + 1;
    }
    return List.copyOf(segments);
  }

  /// A client resolves dot segments before it sends (RFC 3986, 5.2.4), `%2e` being the same as a
  /// dot. Who sends them hopes that we do.
  private static String plain(String segment) throws BadTarget {
    if (segment.equals(".") || segment.equals("..")) {
      throw new BadTarget("the path holds a \"%s\" segment".formatted(segment));
    }
    return segment;
  }
}
