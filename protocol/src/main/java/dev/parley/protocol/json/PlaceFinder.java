package dev.parley.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds where in a text the values lie that a reader named by path. Reads the text once more, so
/// that reading itself need not remember places that are seldom asked for.
public final class PlaceFinder {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;
  private final Set<String> wanted;
  private final Map<String, Place> found = new HashMap<>();
  private Place end = Place.START;

  private PlaceFinder(JsonParser parser, Set<String> wanted) {
    this.parser = parser;
    this.wanted = wanted;
  }

  /// Places of values, and where the text stops being JSON.
  ///
  /// @param end of the text, or of its sound part: where the first error lies
  public record Places(Map<String, Place> byPath, Place end) {
    public Places {
      byPath = Map.copyOf(byPath);
    }

    /// The value's place; where there is no such value, that of the object that lacks it.
    public Place of(String path) {
      if (path.isEmpty()) {
        return end;
      }
      for (var here = path; !here.isEmpty(); here = parent(here)) {
        var place = byPath.get(here);
        if (place != null) {
          return place;
        }
      }
      return Place.START;
    }
  }

  /// Looks for the values at these paths, `$.text.body`.
  public static Places find(byte[] utf8, Collection<String> paths) {
    var wanted = new HashSet<String>();
    for (var path : paths) {
      for (var here = path; !here.isEmpty(); here = parent(here)) {
        wanted.add(here);
      }
    }
    var text = new String(utf8, StandardCharsets.UTF_8);
    var chars = (text.startsWith("\uFEFF") ? text.substring(1) : text).toCharArray();
    try (var parser = FACTORY.createParser(chars)) {
      var finder = new PlaceFinder(parser, wanted);
      finder.read();
      return new Places(finder.found, finder.end);
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private void read() throws IOException {
    try {
      parser.nextToken();
      value(Path.root(), 0);
      parser.nextToken();
      end = place(parser.currentTokenLocation());
    } catch (JsonProcessingException invalid) {
      var at = invalid.getLocation();
      end = at == null ? Place.START : place(at);
    }
  }

  private void value(Path path, int depth) throws IOException {
    if (wanted.contains(path.toString())) {
      found.putIfAbsent(path.toString(), place(parser.currentTokenLocation()));
    }
    if (depth >= JsonReader.DEPTH_MAX) {
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        value(path.field(name), depth + 1);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        value(path.index(i), depth + 1);
      }
    }
  }

  private static Place place(JsonLocation at) {
    return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /// `$.a` of `$.a[0]` and of `$.a.b`; nothing of `$`.
  private static String parent(String path) {
    int quoted = path.endsWith("']") ? path.lastIndexOf("['") : -1;
    int last = quoted > 0 ? quoted : Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return last <= 0 ? "" : path.substring(0, last);
  }
}
