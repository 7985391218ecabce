package dev.parley.server.reference;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What lies at a path in a body, and in what.
///
/// @param value null where there is none
/// @param parent null where the path is that of the body, or leads into an array
/// @param name of the member; empty where there is no parent
/// @param parentName the member that holds the parent; empty at the root
record Spot(@Nullable Json value, @Nullable JsonObject parent, String name, String parentName) {
  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z0-9_]+)|\\[(\\d+)]|\\['((?:[^'\\\\]|\\\\.)*)']");

  /// The spot at `$.interactive.action.sections[0]`; none where the way there is blocked.
  static Optional<Spot> at(Json body, String path) {
    Matcher step = STEP.matcher(path);
    var here = new Spot(body, null, "", "");
    int at = 1;
    while (at < path.length()) {
      if (!step.find(at) || step.start() != at) {
        return Optional.empty();
      }
      at = step.end();
      var next = here.next(step);
      if (next == null || (next.value == null && at < path.length())) {
        return Optional.empty();
      }
      here = next;
    }
    return Optional.of(here);
  }

  private @Nullable Spot next(Matcher step) {
    if (value instanceof JsonArray array && step.group(2) != null) {
      int index = Integer.parseInt(step.group(2));
      return index < array.size() ? new Spot(array.get(index), null, "", name) : null;
    }
    var member = step.group(1) == null ? step.group(3) : step.group(1);
    return value instanceof JsonObject object && member != null
        ? new Spot(object.get(member), object, member, name.isEmpty() ? parentName : name)
        : null;
  }
}
