package dev.parley.protocol.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A JSON object. Members keep their order; each name occurs once.
public final class JsonObject implements Json {

  /// Up to this many members a name is found by looking at each; above it by hash.
  static final int SCANNED_MAX = 12;

  private static final JsonObject EMPTY = new JsonObject(new String[0], new Json[0], Map.of());

  private final String[] names;
  private final Json[] values;
  private final Map<String, Integer> index;

  private JsonObject(String[] names, Json[] values, Map<String, Integer> index) {
    this.names = names;
    this.values = values;
    this.index = index;
  }

  public static JsonObject empty() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// An object of these members from `start` to `end`, no more than are scanned, no name twice.
  static JsonObject of(String[] names, Json[] values, int start, int end) {
    return start == end
        ? EMPTY
        : new JsonObject(
            Arrays.copyOfRange(names, start, end),
            Arrays.copyOfRange(values, start, end),
            Map.of());
  }

  /// A builder that has these members from `start` to `end` already.
  static Builder builder(String[] names, Json[] values, int start, int end) {
    var builder = builder();
    for (int i = start; i < end; i++) {
      builder.put(names[i], values[i]);
    }
    return builder;
  }

  /// The value of this member; `null` where there is no such member (a JSON null is `JsonNull`).
  public @Nullable Json get(String name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  public int size() {
    return names.length;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public String name(int index) {
    return names[index];
  }

  public Json value(int index) {
    return values[index];
  }

  /// The place of this member among the others; -1 where there is none.
  public int indexOf(String name) {
    if (names.length > SCANNED_MAX) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// Shows each member in order.
  public void forEach(BiConsumer<? super String, ? super Json> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  /// This object with one member more, or with that member's value replaced at its place.
  public JsonObject with(String name, Json value) {
    return builder().putAll(this).put(name, value).build();
  }

  @Override
  public String kind() {
    return "an object";
  }

  /// Equal members in the same order.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return JsonWriter.compact(this);
  }

  /// Collects members in order.
  public static final class Builder {
    private String[] names = new String[8];
    private Json[] values = new Json[8];
    private int size;
    private @Nullable Map<String, Integer> index;

    private Builder() {}

    /// Adds a member, or replaces the value of the one that has this name.
    public Builder put(String name, Json value) {
      if (!putNew(name, value)) {
        values[find(name)] = value;
      }
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, new JsonString(value));
    }

    public Builder put(String name, long value) {
      return put(name, JsonNumber.of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, JsonBool.of(value));
    }

    /// Adds the member unless there is no value.
    public Builder putIfPresent(String name, @Nullable String value) {
      return value == null ? this : put(name, value);
    }

    /// Adds the member unless there is no value.
    public Builder putIfPresent(String name, @Nullable Json value) {
      return value == null ? this : put(name, value);
    }

    public Builder putAll(JsonObject other) {
      other.forEach(this::put);
      return this;
    }

    /// Adds a member; false where the name is taken.
    boolean putNew(String name, Json value) {
      if (find(name) >= 0) {
        return false;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      names[size] = name;
      values[size] = value;
      if (index != null) {
        index.put(name, size);
      }
      size++;
      return true;
    }

    private int find(String name) {
      if (size <= SCANNED_MAX) {
        for (int i = 0; i < size; i++) {
          if (names[i].equals(name)) {
            return i;
          }
        }
        return -1;
      }
      if (index == null) {
        index = new HashMap<>();
        for (int i = 0; i < size; i++) {
          index.put(names[i], i);
        }
      }
      return index.getOrDefault(name, -1);
    }

    public JsonObject build() {
      if (size == 0) {
        return EMPTY;
      }
      var lookup = index;
      if (size > SCANNED_MAX && lookup == null) {
        lookup = new HashMap<>();
        for (int i = 0; i < size; i++) {
          lookup.put(names[i], i);
        }
      }
      return new JsonObject(
          Arrays.copyOf(names, size),
          Arrays.copyOf(values, size),
          lookup == null ? Map.of() : Map.copyOf(lookup));
    }
  }
}
