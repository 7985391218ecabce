package dev.parley.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The small text fields of a form, url-encoded or multipart, read as strictly as JSON: what is not
/// UTF-8, comes twice or breaks off is refused, never guessed at. Files are not for here.
public final class FormFields {
  /// Fields of one form. More are refused.
  public static final int FIELDS_MAX = 100;

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);

  /// A widespread client forgets the closing quote. Source: reference, clients.md 8.
  private static final Pattern NAME =
      Pattern.compile("[;\\s]name=(?:\"([^\"\\r\\n]*)\"?|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private static final Pattern FILENAME =
      Pattern.compile("[;\\s]filename\\*?=", Pattern.CASE_INSENSITIVE);

  private FormFields() {}

  /// The fields in the order sent; empty when the body is no form by its content type.
  public static Optional<Map<String, String>> of(Request request, int bytesMax) throws BadForm {
    return switch (request.headers().mediaType()) {
      case URL_ENCODED -> Optional.of(urlEncoded(request.body(bytesMax)));
      case MULTIPART ->
          Optional.of(multipart(request.body(bytesMax), request.headers().first("Content-Type")));
      default -> Optional.empty();
    };
  }

  private static Map<String, String> urlEncoded(byte[] body) throws BadForm {
    String text = utf8(body);
    if (text.stripLeading().startsWith("{")) {
      throw new BadForm(
          "came as %s, but looks like JSON: send it with Content-Type: application/json"
              .formatted(URL_ENCODED));
    }
    var fields = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", FIELDS_MAX + 2)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        put(fields, decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static Map<String, String> multipart(byte[] body, @Nullable String contentType)
      throws BadForm {
    Matcher boundary = BOUNDARY.matcher(String.valueOf(contentType));
    if (!boundary.find()) {
      throw new BadForm("came as multipart/form-data without a boundary");
    }
    String mark = "--" + group(boundary);
    // ISO 8859-1 keeps each byte as one character, so that the parts can be cut out as text.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    var fields = new LinkedHashMap<String, String>();
    int at = text.startsWith(mark) ? 0 : after(text.indexOf("\r\n" + mark));
    while (at >= 0) {
      int head = at + mark.length();
      if (text.startsWith("--", head)) {
        return fields;
      }
      int end = text.indexOf("\r\n" + mark, head);
      int blank = text.indexOf("\r\n\r\n", head);
      if (end < 0 || blank < 0 || blank > end) {
        break;
      }
      String name = nameIn(text.substring(head, blank));
      put(fields, name, utf8(bytes(text.substring(Math.min(blank + 4, end), end))));
      at = after(end);
    }
    throw new BadForm("is multipart/form-data that breaks off");
  }

  /// Past the line end before a boundary, if there is one.
  private static int after(int lineEnd) {
    return lineEnd < 0 ? lineEnd : lineEnd + 2;
  }

  private static String nameIn(String partHead) throws BadForm {
    Matcher name = NAME.matcher(partHead);
    if (!name.find()) {
      throw new BadForm("has a multipart part without a name");
    }
    if (FILENAME.matcher(partHead).find()) {
      throw new BadForm("holds a file, and files are not taken here");
    }
    return utf8(bytes(group(name)));
  }

  /// The one of two alternatives that matched.
  private static String group(Matcher matcher) {
    String first = matcher.group(1);
    return first == null ? matcher.group(2) : first;
  }

  private static void put(Map<String, String> fields, String name, String value) throws BadForm {
    if (fields.putIfAbsent(name, value) != null) {
      throw new BadForm("has the field %s twice".formatted(shorten(name)));
    }
    if (fields.size() > FIELDS_MAX) {
      throw new BadForm("has more than %d fields".formatted(FIELDS_MAX));
    }
  }

  private static String decode(String raw) throws BadForm {
    try {
      return PercentDecoder.query(raw);
    } catch (BadTarget e) {
      throw new BadForm("is a form whose percent-encoding can't be read: " + shorten(raw));
    }
  }

  private static byte[] bytes(String iso88591) {
    return iso88591.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String utf8(byte[] bytes) throws BadForm {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new BadForm("is not valid UTF-8");
    }
  }

  private static String shorten(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
