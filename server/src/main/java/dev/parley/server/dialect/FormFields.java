package dev.parley.server.dialect;

import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the small text fields of forms. Files are not for here: whatever has a file name is
/// refused.
final class FormFields {
  /// Fields of one form.
  static final int FIELDS_MAX = 100;

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);

  /// A widespread client forgets the closing quote. Source: reference, clients.md 8.
  private static final Pattern NAME =
      Pattern.compile("[;\\s]name=(?:\"([^\"\\r\\n]*)\"?|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private FormFields() {}

  static Map<String, String> urlEncoded(byte[] body) {
    var fields = new LinkedHashMap<String, String>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", FIELDS_MAX)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badPercent) {
      return text;
    }
  }

  static Reading<Map<String, String>> multipart(byte[] body, String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return wrong("came as multipart/form-data without a boundary");
    }
    String mark = "--" + Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
    // ISO 8859-1 keeps each byte as one character, so that the parts can be cut out as text.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    var fields = new LinkedHashMap<String, String>();
    int at = text.indexOf(mark);
    while (at >= 0) {
      int head = at + mark.length();
      if (text.startsWith("--", head)) {
        return new Reading.Ok<>(fields);
      }
      int end = text.indexOf("\r\n" + mark, head);
      int blank = text.indexOf("\r\n\r\n", head);
      if (end < 0 || blank < 0 || blank > end || fields.size() >= FIELDS_MAX) {
        break;
      }
      Matcher name = NAME.matcher(text.substring(head, blank));
      if (!name.find()) {
        return wrong("has a multipart part without a name");
      }
      String value = text.substring(Math.min(blank + 4, end), end);
      fields.put(
          Optional.ofNullable(name.group(1)).orElseGet(() -> name.group(2)),
          new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      at = end + 2;
    }
    return wrong(
        "is multipart/form-data that breaks off or has more than " + FIELDS_MAX + " parts");
  }

  private static Reading<Map<String, String>> wrong(String problem) {
    return new Reading.Wrong<>(List.of(Problem.ofDocument(problem)));
  }
}
