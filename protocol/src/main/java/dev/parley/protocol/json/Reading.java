package dev.parley.protocol.json;

import java.util.List;
import java.util.function.Function;

/// What came of reading a body: the value, or all that is wrong with it.
public sealed interface Reading<T> {

  /// The body says this.
  record Ok<T>(T value) implements Reading<T> {}

  /// The body can't be taken. At least one problem, in the order of the body.
  record Wrong<T>(List<Problem> problems) implements Reading<T> {
    public Wrong {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("nothing is wrong");
      }
    }
  }

  /// The next step of reading, if this one went well.
  default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
    return switch (this) {
      case Ok<T>(var value) -> next.apply(value);
      case Wrong<T>(var problems) -> new Wrong<>(problems);
    };
  }

  /// The value. For readers of what we wrote ourselves, where a problem is a bug.
  default T orThrow() {
    return switch (this) {
      case Ok<T>(var value) -> value;
      case Wrong<T>(var problems) ->
          throw new IllegalArgumentException(problems.getFirst().sentence());
    };
  }
}
