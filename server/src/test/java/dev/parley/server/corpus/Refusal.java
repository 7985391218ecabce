package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What an answer that refuses something must say.
final class Refusal {
  private Refusal() {}

  /// @param codes HTTP status and code, such as `400 132000`, and a subcode where there is one
  /// @param place of the first problem; empty where the answer names none
  /// @param details a telling part of them
  static void isIn(Answer answer, String codes, String place, String details) {
    assertThat(answer.details()).as(answer.body()).contains(details);
    assertThat(answer.paths().stream().limit(1))
        .as(answer.body())
        .isEqualTo(place.isEmpty() ? List.of() : List.of(place));
    assertThat(codes(answer)).as(answer.body()).isEqualTo(codes);
  }

  private static String codes(Answer answer) {
    String subcode = answer.subcode() == 0 ? "" : " " + answer.subcode();
    return answer.status() + " " + answer.code() + subcode;
  }
}
