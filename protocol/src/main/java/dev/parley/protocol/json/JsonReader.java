package dev.parley.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final byte[] bytes;
  private final JsonParser parser;
  private final boolean escapes;
  private final List<Problem> problems = new ArrayList<>();

  /// The way to the current value, one step per level: a member's name, or else an item's number.
  private final @Nullable String[] names = new @Nullable String[DEPTH_MAX];

  private final int[] indexes = new int[DEPTH_MAX];

  /// The members and items of the objects and arrays that are being read, innermost last. The name
  /// of an item is empty.
  private String[] openNames = new String[16];

  private Json[] openValues = new Json[16];
  private int open;
  private int tokens;

  private JsonReader(byte[] bytes, JsonParser parser, boolean escapes) {
    this.bytes = bytes;
    this.parser = parser;
    this.escapes = escapes;
  }

  /// The value that these bytes say, or what is wrong with them.
  public static Reading<Json> read(byte[] bytes) {
    if (bytes.length > DOCUMENT_MAX_BYTES) {
      return wrong(
          "has %d bytes, at most %d are allowed".formatted(bytes.length, DOCUMENT_MAX_BYTES));
    }
    return switch (Utf8.of(bytes)) {
      case INVALID -> wrong("is not valid UTF-8");
      case PLAIN -> readUtf8(Utf8.withoutMark(bytes), false);
      case WITH_BACKSLASH -> readUtf8(Utf8.withoutMark(bytes), true);
    };
  }

  /// The value that this text says, or what is wrong with it.
  public static Reading<Json> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Only an escape can bring half a surrogate pair: valid UTF-8 has none.
  private static Reading<Json> readUtf8(byte[] bytes, boolean escapes) {
    if (isBlank(bytes)) {
      return wrong("is empty, a JSON object is expected");
    }
    if (looksWide(bytes)) {
      return wrong("is not valid JSON: it is not written in UTF-8");
    }
    try (var parser = FACTORY.createParser(bytes)) {
      return new JsonReader(bytes, parser, escapes).document();
    } catch (BeyondLimit beyond) {
      return new Reading.Wrong<>(List.of(beyond.problem));
    } catch (JsonEOFException early) {
      return wrong("ends before its JSON is complete");
    } catch (JsonProcessingException invalid) {
      var at = invalid.getLocation();
      return at == null
          ? wrong("is not valid JSON")
          : wrong("is not valid JSON: " + place(bytes, at));
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /// Whether the parser would take these bytes for UTF-16 or UTF-32, which it tells by their zeros.
  private static boolean looksWide(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 4); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private Reading<Json> document() throws IOException {
    var value = value(parser.nextToken(), 0);
    if (parser.nextToken() != null) {
      throw new BeyondLimit("goes on after its JSON value: " + here());
    }
    return problems.isEmpty() ? new Reading.Ok<>(value) : new Reading.Wrong<>(problems);
  }

  /// The value that starts with this token. Above it lie so many objects and arrays.
  private Json value(@Nullable JsonToken token, int depth) throws IOException {
    count();
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
    int start = open;
    JsonObject.Builder large = null;
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      count();
      if (name.length() > NAME_MAX_CHARS) {
        throw new BeyondLimit(
            "has a member name of %d characters, at most %d are read: %s"
                .formatted(name.length(), NAME_MAX_CHARS, here()));
      }
      names[depth] = name;
      var value = value(parser.nextToken(), depth + 1);
      if (large == null && open - start == JsonObject.SCANNED_MAX) {
        large = JsonObject.builder(openNames, openValues, start, open);
      }
      boolean isNew = large == null ? isNew(name, start) : large.putNew(name, value);
      if (!isNew) {
        throw new BeyondLimit("has the member %s twice: %s".formatted(path(depth + 1), here()));
      }
      if (large == null) {
        push(name, value);
      }
    }
    var object = large == null ? JsonObject.of(openNames, openValues, start, open) : large.build();
    open = start;
    return object;
  }

  private boolean isNew(String name, int start) {
    for (int i = start; i < open; i++) {
      if (name.equals(openNames[i])) {
        return false;
      }
    }
    return true;
  }

  private JsonArray array(int depth) throws IOException {
    int start = open;
    names[depth] = null;
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      indexes[depth] = open - start;
      push("", value(token, depth + 1));
    }
    var items = new JsonArray(List.of(Arrays.copyOfRange(openValues, start, open)));
    open = start;
    return items;
  }

  private void push(String name, Json value) {
    if (open == openValues.length) {
      openNames = Arrays.copyOf(openNames, open * 2);
      openValues = Arrays.copyOf(openValues, open * 2);
    }
    openNames[open] = name;
    openValues[open] = value;
    open++;
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
    return place(bytes, at);
  }

  /// The line and the column, in characters: the parser counts bytes.
  private static String place(byte[] bytes, JsonLocation at) {
    int end = (int) Math.min(at.getByteOffset(), bytes.length);
    int column = 1;
    for (int i = Math.max(end - at.getColumnNr() + 1, 0); i < end; i++) {
      if (Utf8.startsCharacter(bytes[i])) {
        column++;
      }
    }
    return "line %d, column %d".formatted(at.getLineNr(), column);
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
