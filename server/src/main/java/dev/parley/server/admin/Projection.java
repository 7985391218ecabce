package dev.parley.server.admin;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a read shows of an object: the fields that `fields=` asks for, else the usual ones. A field
/// that has no value is left out, as Graph does.
///
/// @param <T> what the fields are read from
final class Projection<T> {
  private final String nodeType;
  private final Map<String, Function<T, @Nullable Json>> fields = new LinkedHashMap<>();
  private final List<String> usual = new ArrayList<>();

  /// @param nodeType as Graph names it in errors, `WhatsAppBusinessAccount`
  Projection(String nodeType) {
    this.nodeType = nodeType;
  }

  /// A field that is shown unless others are asked for.
  Projection<T> usual(String name, Function<T, @Nullable Json> value) {
    usual.add(name);
    return onDemand(name, value);
  }

  Projection<T> onDemand(String name, Function<T, @Nullable Json> value) {
    fields.put(name, value);
    return this;
  }

  /// What was asked for.
  ///
  /// @param <T> what the fields are read from
  sealed interface Selection<T> {
    /// How an object is shown.
    record Known<T>(Function<T, JsonObject> shown) implements Selection<T> {}

    /// There is no such field.
    record Unknown<T>(ApiError error) implements Selection<T> {}
  }

  /// @param always shown last, asked for or not
  Selection<T> select(Request request, List<String> always) {
    var names = new ArrayList<>(wanted(request));
    names.removeAll(always);
    for (String name : names) {
      if (!fields.containsKey(name)) {
        return new Selection.Unknown<>(unknown(name));
      }
    }
    names.addAll(always);
    return new Selection.Known<>(object -> show(object, names));
  }

  private List<String> wanted(Request request) {
    String asked = request.query().first("fields");
    return asked == null || asked.isBlank() ? usual : names(asked);
  }

  private JsonObject show(T object, List<String> names) {
    var shown = JsonObject.builder();
    for (String name : names) {
      Function<T, @Nullable Json> value = fields.get(name);
      if (value != null) {
        shown.putIfPresent(name, value.apply(object));
      }
    }
    return shown.build();
  }

  /// Wording seen live for another kind of node; the name of the kind is not verified here.
  private ApiError unknown(String name) {
    return new ApiError(
        ErrorCode.INVALID_PARAMETER,
        "(#100) Tried accessing nonexisting field (%s) on node type (%s)"
            .formatted(name.length() <= 80 ? name : name.substring(0, 80) + "…", nodeType),
        "fields has %s; there are %s"
            .formatted(Fields.quoted(name), String.join(", ", fields.keySet())),
        null,
        List.of());
  }

  /// The names in `a,b{c,d},e.limit(2)`: what is nested in a field, and what modifies it, has no
  /// meaning here.
  private static List<String> names(String asked) {
    var names = new ArrayList<String>();
    var name = new StringBuilder();
    int depth = 0;
    boolean named = false;
    for (char c : (asked + ",").toCharArray()) {
      if (c == ',' && depth == 0) {
        if (!name.isEmpty() && !names.contains(name.toString())) {
          names.add(name.toString());
        }
        name.setLength(0);
        named = false;
        continue;
      }
      depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
      named |= c == '{' || c == '.' || c == '(';
      if (!named && !Character.isWhitespace(c)) {
        name.append(c);
      }
    }
    return names;
  }
}
