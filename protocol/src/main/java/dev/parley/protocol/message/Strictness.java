package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Problems;

/// Which reading holds where the sources disagree. Source: `sources.md`, "Disagreements".
public enum Strictness {

  /// What the live API does, as far as it is known; what nobody knows passes.
  LENIENT,

  /// The narrowest of the documented readings: what passes here passes everywhere.
  STRICT;

  Problems problemsOf(Json body) {
    return switch (this) {
      case LENIENT -> new Problems(body);
      case STRICT -> Problems.strict(body);
    };
  }
}
