package dev.parley.server.console;

import dev.parley.View;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far somebody has read all streams. On the wire an opaque token.
record Position(Map<StreamId, Long> read) {
  /// Characters of a token; a thousand streams fit.
  static final int TOKEN_MAX_CHARS = 32_000;

  Position {
    read = Map.copyOf(read);
  }

  static Position start() {
    return new Position(Map.of());
  }

  static Position end(View view) {
    var read = new TreeMap<StreamId, Long>();
    for (StreamInfo stream : view.streams()) {
      read.put(stream.id(), view.lastSeq(stream.id()));
    }
    return new Position(read);
  }

  /// So many events before the end of each stream.
  Position back(long events) {
    var earlier = new TreeMap<StreamId, Long>();
    read.forEach((stream, seq) -> earlier.put(stream, Math.max(0, seq - events)));
    return new Position(earlier);
  }

  long in(StreamId stream) {
    return read.getOrDefault(stream, 0L);
  }

  Position moved(Map<StreamId, Long> further) {
    var all = new TreeMap<>(read);
    all.putAll(further);
    return new Position(all);
  }

  String token() {
    var text = new StringBuilder();
    new TreeMap<>(read)
        .forEach((stream, seq) -> text.append(stream).append(':').append(seq).append(' '));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /// Empty when this is no token of ours.
  static Optional<Position> of(String token) {
    if (token.length() > TOKEN_MAX_CHARS) {
      return Optional.empty();
    }
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).strip();
      var read = new TreeMap<StreamId, Long>();
      if (!text.isEmpty()) {
        for (String part : text.split(" ", -1)) {
          int colon = part.indexOf(':');
          if (colon < 0) {
            return Optional.empty();
          }
          read.put(
              new StreamId(Integer.parseInt(part.substring(0, colon))),
              Long.parseLong(part.substring(colon + 1)));
        }
      }
      return Optional.of(new Position(read));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
