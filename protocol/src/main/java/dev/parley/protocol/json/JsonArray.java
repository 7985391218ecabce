package dev.parley.protocol.json;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// A JSON array.
public record JsonArray(List<Json> items) implements Json {
  public JsonArray {
    items = List.copyOf(items);
  }

  public static JsonArray of(Json... items) {
    return new JsonArray(List.of(items));
  }

  /// One JSON value for each value of the collection, in its order.
  public static <T> JsonArray from(
      Collection<T> values, Function<? super T, ? extends Json> toJson) {
    return new JsonArray(values.stream().<Json>map(toJson).toList());
  }

  public int size() {
    return items.size();
  }

  public Json get(int index) {
    return items.get(index);
  }

  @Override
  public String kind() {
    return "an array";
  }

  @Override
  public String toString() {
    return JsonWriter.compact(this);
  }
}
