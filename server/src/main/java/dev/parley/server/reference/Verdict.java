package dev.parley.server.reference;

import dev.parley.protocol.api.ApiError;
import java.util.List;
import java.util.stream.Stream;

/// What came of looking at a body.
public sealed interface Verdict {

  /// It would be taken; whether the network passes it on is another question.
  ///
  /// @param kind `text`, `interactive list`, `read`
  /// @param warnings what a stricter reading would refuse
  record Valid(String kind, List<Finding> warnings) implements Verdict {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /// It would be refused.
  ///
  /// @param answer what `POST /messages` would answer
  record Invalid(ApiError answer, List<Finding> problems, List<Finding> warnings)
      implements Verdict {
    public Invalid {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }

  /// It can't be read as JSON at all.
  record NoJson(ApiError answer) implements Verdict {}

  /// All that is wrong, or doubtful.
  default List<Finding> findings() {
    return switch (this) {
      case Valid valid -> valid.warnings();
      case Invalid invalid ->
          Stream.of(invalid.problems(), invalid.warnings()).flatMap(List::stream).toList();
      case NoJson(var answer) ->
          answer.problems().stream().map(problem -> new Finding(problem, null)).toList();
    };
  }
}
