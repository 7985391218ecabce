package dev.parley.protocol.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one body, and lists it in the order of the body. Whether the body is
/// read strictly stands here too, so that every reader of a part of it can ask.
public final class Problems {

  /// Problems that are noted of one body; what lies behind them is not listed.
  public static final int NOTED_MAX = 1_000;

  /// The place of a member that isn't there: before the members that are.
  private static final int MISSING = -1;

  private final Json body;
  private final boolean strict;
  private final List<Noted> noted = new ArrayList<>();
  private final List<Fields> watched = new ArrayList<>();

  /// Those of a body that is read leniently.
  public Problems(Json body) {
    this(body, false);
  }

  private Problems(Json body, boolean strict) {
    this.body = body;
    this.strict = strict;
  }

  /// Those of a body that is read strictly. A member within its objects that no reader asks for is
  /// a problem then (100); it is told only where nothing else is wrong, since a reader that met a
  /// problem may not have come to the members behind it.
  public static Problems strict(Json body) {
    return new Problems(body, true);
  }

  public boolean isStrict() {
    return strict;
  }

  void watch(Fields fields) {
    watched.add(fields);
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
    if (noted.isEmpty()) {
      watched.forEach(Fields::noteUnknown);
    }
    if (!noted.isEmpty()) {
      return new Reading.Wrong<>(inOrderOfBody());
    }
    if (value == null) {
      throw new IllegalStateException("a reader gave neither a value nor a problem");
    }
    return new Reading.Ok<>(value);
  }

  private List<Problem> inOrderOfBody() {
    var placed = new ArrayList<Placed>(noted.size());
    for (var each : noted) {
      placed.add(new Placed(placeOf(each.path()), each.problem()));
    }
    placed.sort((one, other) -> Arrays.compare(one.place, other.place));
    var problems = new ArrayList<Problem>(placed.size());
    for (var each : placed) {
      problems.add(each.problem);
    }
    return problems;
  }

  /// The place of a value as the number of each step among its siblings. A container comes before
  /// what it holds, and a missing member before those that are there.
  private int[] placeOf(Path path) {
    var steps = path.steps();
    var place = new int[steps.length];
    Json here = body;
    for (int i = 0; i < steps.length; i++) {
      int at = here == null ? MISSING : indexOf(here, steps[i]);
      here = at == MISSING ? null : child(here, at);
      place[i] = at;
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

  /// A problem with the place that orders it.
  private static final class Placed {
    private final int[] place;
    private final Problem problem;

    Placed(int[] place, Problem problem) {
      this.place = place;
      this.problem = problem;
    }
  }
}
