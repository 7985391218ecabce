package dev.parley.protocol.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one body, and lists it in the order of the body.
public final class Problems {

  /// Problems that are noted of one body; what lies behind them is not listed.
  public static final int NOTED_MAX = 1_000;

  /// The place of a member that isn't there: before the members that are.
  private static final int MISSING = -1;

  private final Json body;
  private final List<Noted> noted = new ArrayList<>();

  public Problems(Json body) {
    this.body = body;
  }

  public void add(Path path, String problem, int code) {
    add(path, Problem.of(path, problem, code));
  }

  /// Notes the problem. `path` is where it lies.
  public void add(Path path, Problem problem) {
    if (noted.size() < NOTED_MAX) {
      noted.add(new Noted(path, problem));
    }
  }

  public boolean isEmpty() {
    return noted.isEmpty();
  }

  /// The value if nothing was wrong; else all that was. A reader that gives no value must have
  /// noted why.
  public <T> Reading<T> reading(@Nullable T value) {
    if (!noted.isEmpty()) {
      return new Reading.Wrong<>(inOrderOfBody());
    }
    if (value == null) {
      throw new IllegalStateException("a reader gave neither a value nor a problem");
    }
    return new Reading.Ok<>(value);
  }

  private List<Problem> inOrderOfBody() {
    return noted.stream()
        .map(each -> Map.entry(placeOf(each.path()), each.problem()))
        .sorted(Map.Entry.comparingByKey(Arrays::compare))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The place of a value as the number of each step among its siblings. A container comes before
  /// what it holds, and a missing member before those that are there.
  private int[] placeOf(Path path) {
    var steps = path.steps();
    var place = new int[steps.size()];
    Json here = body;
    int i = 0;
    for (var step : steps) {
      int at = here == null ? MISSING : indexOf(here, step);
      here = at == MISSING ? null : child(here, at);
      place[i++] = at;
    }
    return place;
  }

  private static int indexOf(@Nullable Json container, Path step) {
    var name = step.name();
    if (container instanceof JsonObject object && name != null) {
      return object.indexOf(name);
    }
    if (container instanceof JsonArray array && step.index() < array.size()) {
      return step.index();
    }
    return MISSING;
  }

  private static @Nullable Json child(@Nullable Json container, int at) {
    return switch (container) {
      case JsonObject object -> object.value(at);
      case JsonArray array -> array.get(at);
      case null, default -> null;
    };
  }

  private record Noted(Path path, Problem problem) {}
}
