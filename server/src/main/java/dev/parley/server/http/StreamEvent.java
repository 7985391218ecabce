package dev.parley.server.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// One server-sent event as bytes, made once and sent to any number of streams. Source: WHATWG
/// HTML, 9.2.5 "Parsing an event stream".
public final class StreamEvent {
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final byte[] utf8;

  private StreamEvent(byte[] utf8) {
    this.utf8 = utf8;
  }

  /// An event with a name and data.
  ///
  /// @param name of the event, one line
  /// @param data any text; each of its lines becomes a `data:` line
  public static StreamEvent of(String name, String data) {
    if (LINE_BREAK.matcher(name).find()) {
      throw new IllegalArgumentException("name of an event holds a line break: " + name);
    }
    String lines = LINE_BREAK.matcher(data).replaceAll("\ndata: ");
    return new StreamEvent(
        "event: %s\ndata: %s\n\n".formatted(name, lines).getBytes(StandardCharsets.UTF_8));
  }

  byte[] utf8() {
    return utf8;
  }
}
