package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.List;

/// Reaches into JSON that a test knows: names and indexes in turn.
final class JsonAt {
  private JsonAt() {}

  static Json at(Json json, Object... steps) {
    Json here = json;
    for (Object step : steps) {
      Json next =
          switch (here) {
            case JsonObject object -> object.get(step.toString());
            case JsonArray array -> array.get((Integer) step);
            default -> null;
          };
      if (next == null) {
        throw new AssertionError("no %s in %s".formatted(step, here));
      }
      here = next;
    }
    return here;
  }

  static List<Json> items(Json json, Object... steps) {
    return ((JsonArray) at(json, steps)).items();
  }
}
