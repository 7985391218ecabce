package dev.parley.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads bytes as JSON, strictly: one value and nothing after it, valid UTF-8, no name twice in an
/// object, no comments, no NaN, no half surrogate pairs. Nothing is converted.
///
/// It never throws, whatever the bytes, and holds at most a small multiple of their size.
public final class JsonReader {

  /// Bytes of a document. Meta's own webhooks end at 3 MB (`webhooks.md` §1).
  public static final int DOCUMENT_MAX_BYTES = 4 << 20;

  /// Objects and arrays within one another; the deepest message known takes 14.
  public static final int DEPTH_MAX = 64;

  /// Values and names in one document.
  public static final int TOKENS_MAX = 200_000;

  /// Characters (UTF-16 units) of a string.
  public static final int STRING_MAX_CHARS = 1 << 20;

  /// Characters (UTF-16 units) of a member's name.
  public static final int NAME_MAX_CHARS = 1_000;

  /// What we report ourselves must not be cut off by the parser's own limits, so they lie above.
  /// Names are interned (its default), so that readers find a member by identity.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX + 2)
                  .maxStringLength(DOCUMENT_MAX_BYTES)
                  .maxNameLength(DOCUMENT_MAX_BYTES)
                  .maxNumberLength(DOCUMENT_MAX_BYTES)
                  .build())
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .build();

  private final JsonParser parser;
  private final boolean escapes;
  private final List<Problem> problems = new ArrayList<>();

  /// The way to the current value, one step per level: a member's name, or else an item's number.
  private final @Nullable String[] names = new @Nullable String[DEPTH_MAX];

  private final int[] indexes = new int[DEPTH_MAX];
  private int tokens;

  private JsonReader(JsonParser parser, boolean escapes) {
    this.parser = parser;
    this.escapes = escapes;
  }

  /// The value that these bytes say, or what is wrong with them.
  public static Reading<Json> read(byte[] bytes) {
    if (bytes.length > DOCUMENT_MAX_BYTES) {
      return wrong(
          "has %d bytes, at most %d are allowed".formatted(bytes.length, DOCUMENT_MAX_BYTES));
    }
    String text = decode(bytes);
    if (text == null) {
      return wrong("is not valid UTF-8");
    }
    return readText(text);
  }

  /// The value that this text says, or what is wrong with it.
  public static Reading<Json> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading<Json> readText(String text) {
    if (text.isBlank()) {
      return wrong("is empty, a JSON object is expected");
    }
    // Only an escape can bring half a surrogate pair: valid UTF-8 has none.
    boolean escapes = text.contains("\\u");
    try (var parser = FACTORY.createParser(text.toCharArray())) {
      return new JsonReader(parser, escapes).document();
    } catch (BeyondLimit beyond) {
      return new Reading.Wrong<>(List.of(beyond.problem));
    } catch (JsonEOFException early) {
      return wrong("ends before its JSON is complete");
    } catch (JsonProcessingException invalid) {
      var at = invalid.getLocation();
      return at == null
          ? wrong("is not valid JSON")
          : wrong("is not valid JSON: " + place(at.getLineNr(), at.getColumnNr()));
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private Reading<Json> document() throws IOException {
    parser.nextToken();
    var value = value(0);
    if (parser.nextToken() != null) {
      throw new BeyondLimit("goes on after its JSON value: " + here());
    }
    return problems.isEmpty() ? new Reading.Ok<>(value) : new Reading.Wrong<>(problems);
  }

  /// The value at the current token. Above it lie so many objects and arrays.
  private Json value(int depth) throws IOException {
    count();
    var token = parser.currentToken();
    if (token == null) {
      throw new BeyondLimit("ends before its JSON is complete");
    }
    return switch (token) {
      case START_OBJECT -> object(nested(depth));
      case START_ARRAY -> array(nested(depth));
      case VALUE_STRING -> string(depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> JsonBool.TRUE;
      case VALUE_FALSE -> JsonBool.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new BeyondLimit("is not valid JSON: " + here());
    };
  }

  private JsonObject object(int depth) throws IOException {
    var builder = JsonObject.builder();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      count();
      if (name.length() > NAME_MAX_CHARS) {
        throw new BeyondLimit(
            "has a member name of %d characters, at most %d are read: %s"
                .formatted(name.length(), NAME_MAX_CHARS, here()));
      }
      names[depth] = name;
      parser.nextToken();
      if (!builder.putNew(name, value(depth + 1))) {
        names[depth] = name;
        throw new BeyondLimit("has the member %s twice: %s".formatted(path(depth + 1), here()));
      }
    }
    return builder.build();
  }

  private JsonArray array(int depth) throws IOException {
    var items = new ArrayList<Json>();
    names[depth] = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      indexes[depth] = items.size();
      items.add(value(depth + 1));
    }
    return new JsonArray(items);
  }

  private JsonString string(int depth) throws IOException {
    var text = parser.getText();
    if (text.length() > STRING_MAX_CHARS) {
      note(
          depth,
          "has %d characters, at most %d are read".formatted(text.length(), STRING_MAX_CHARS));
    } else if (escapes && hasLoneSurrogate(text)) {
      note(depth, "holds half of a surrogate pair, which is no character");
    }
    return new JsonString(text);
  }

  private void note(int depth, String problem) {
    if (problems.size() < Problems.NOTED_MAX) {
      problems.add(Problem.of(path(depth), problem, Problem.INVALID));
    }
  }

  /// The place of the current value, which lies so deep.
  private Path path(int depth) {
    var path = Path.root();
    for (int i = 0; i < depth; i++) {
      var name = names[i];
      path = name == null ? path.index(indexes[i]) : path.field(name);
    }
    return path;
  }

  private JsonNumber number() throws IOException {
    var literal = parser.getText();
    if (!JsonNumber.isNumber(literal)) {
      throw new BeyondLimit(
          "has a number of more than %d digits or an exponent beyond %d: %s"
              .formatted(JsonNumber.LITERAL_MAX_CHARS, JsonNumber.EXPONENT_MAX, here()));
    }
    return new JsonNumber(literal);
  }

  private int nested(int depth) throws BeyondLimit {
    if (depth >= DEPTH_MAX) {
      throw new BeyondLimit("is nested deeper than %d levels: %s".formatted(DEPTH_MAX, here()));
    }
    return depth;
  }

  private void count() throws BeyondLimit {
    if (++tokens > TOKENS_MAX) {
      throw new BeyondLimit("has more than %d values and names".formatted(TOKENS_MAX));
    }
  }

  private String here() {
    var at = parser.currentTokenLocation();
    return place(at.getLineNr(), at.getColumnNr());
  }

  private static String place(int line, int column) {
    return "line %d, column %d".formatted(line, column);
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isLowSurrogate(c)
          || i + 1 == text.length()
          || !Character.isLowSurrogate(text.charAt(++i))) {
        return true;
      }
    }
    return false;
  }

  /// The text without a byte order mark (RFC 8259 §8.1 lets a reader skip it); `null` if these
  /// bytes are no UTF-8.
  private static @Nullable String decode(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes)) {
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// The slow question, asked only when a replacement character came out.
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }

  private static Reading<Json> wrong(String problem) {
    return new Reading.Wrong<>(List.of(Problem.ofDocument(problem)));
  }

  /// Ends the reading at once: what follows can't be trusted, or is not worth reading.
  private static final class BeyondLimit extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    BeyondLimit(String problem) {
      super(problem);
      this.problem = Problem.ofDocument(problem);
    }
  }
}
