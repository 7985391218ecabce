package dev.parley.server.reference;

import dev.parley.protocol.json.Problem;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong or doubtful.
///
/// @param suggestion what to write instead, where that can be known
public record Finding(Problem problem, @Nullable String suggestion) {

  /// `$.text.body has 5000 characters, at most 4096 are allowed (131009)`
  String sentence() {
    return problem.sentence() + " (" + problem.code() + ")";
  }
}
