package dev.parley.protocol.message;

import java.util.regex.Pattern;

/// A word of documentation that nobody replaced: `<COUNTRY_ISO_CODE>`, also as it is copied out of
/// a page's source. The samples of Meta's pages are sent like that, and refused later, if at all.
final class Placeholder {

  private static final Pattern SHAPE = Pattern.compile("(?s)<.+>|&lt;.+&gt;");

  private Placeholder() {}

  static boolean is(String text) {
    return SHAPE.matcher(text).matches();
  }
}
