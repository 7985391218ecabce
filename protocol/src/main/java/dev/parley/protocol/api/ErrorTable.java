package dev.parley.protocol.api;

import dev.parley.protocol.api.ErrorCode.Family;
import dev.parley.protocol.api.ErrorCode.Mode;
import dev.parley.protocol.api.ErrorCode.Retry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `error-codes.txt` says about each code. A line that can't be read, a number twice, or one
/// without a name in `ErrorCode` is a bug, and stops whoever asks for the first code.
final class ErrorTable {
  private static final String FILE = "error-codes.txt";
  private static final int COLUMNS = 6;

  private static final Map<Integer, Line> LINES = read();

  private ErrorTable() {}

  record Line(
      int number,
      Family family,
      int httpStatus,
      Mode mode,
      Retry retry,
      String title,
      boolean titleVerified,
      String when) {

    /// `131009 | 400 | both | no | Parameter value is not valid | A value breaks a rule.`
    static Line of(Family family, String text) {
      var columns = text.split(" \\| ", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalStateException(FILE + " has a line without 6 columns: " + text);
      }
      boolean doubtful = columns[4].startsWith("?");
      return new Line(
          Integer.parseInt(columns[0]),
          family,
          Integer.parseInt(columns[1]),
          Mode.valueOf(constant(columns[2])),
          Retry.valueOf(constant(columns[3])),
          doubtful ? columns[4].substring(1) : columns[4],
          !doubtful,
          columns[5]);
    }

    private static String constant(String word) {
      return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }

  static Line line(int number) {
    var line = LINES.get(number);
    if (line == null) {
      throw new IllegalStateException(FILE + " has no line for " + number);
    }
    return line;
  }

  /// Each line has a name, too.
  static void checkNames(Set<Integer> named) {
    if (!named.containsAll(LINES.keySet())) {
      throw new IllegalStateException(FILE + " has a code without a name among " + LINES.keySet());
    }
  }

  private static Map<Integer, Line> read() {
    var lines = new HashMap<Integer, Line>();
    @Nullable Family family = null;
    for (var text : text().lines().toList()) {
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (text.startsWith("[")) {
        family = Family.valueOf(text.substring(1, text.length() - 1));
      } else if (family == null) {
        throw new IllegalStateException(FILE + " has a line before the first family: " + text);
      } else {
        var line = Line.of(family, text);
        if (lines.put(line.number(), line) != null) {
          throw new IllegalStateException(FILE + " has " + line.number() + " twice");
        }
      }
    }
    return Map.copyOf(lines);
  }

  private static String text() {
    try (var in = ErrorTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE + " beside " + ErrorTable.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
