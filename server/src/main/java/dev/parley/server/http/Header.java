package dev.parley.server.http;

/// One header field. In an answer neither part may hold a line break, or a value from outside could
/// add headers of its own.
public record Header(String name, String value) {
  public Header {
    if (name.isEmpty() || holdsControl(name) || holdsControl(value)) {
      throw new IllegalArgumentException(
          "header %s is empty or holds a control character".formatted(name));
    }
  }

  private static boolean holdsControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return true;
      }
    }
    return false;
  }
}
