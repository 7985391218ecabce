package dev.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private static final Json BODY =
      JsonReader.read("{\"z\":{\"b\":1,\"a\":[{\"y\":1,\"x\":2}]},\"m\":3}").orThrow();

  private static final Path ROOT = Path.root();

  @Test
  void problems_are_listed_in_the_order_of_the_body() {
    assertThat(listed("$.m", "$.z.a[0].x", "$.z.b", "$.z.a[0].y", "$.z", "$.z.a", "$"))
        .containsExactly("$", "$.z", "$.z.b", "$.z.a", "$.z.a[0].y", "$.z.a[0].x", "$.m");
  }

  @Test
  void a_missing_member_comes_before_those_that_are_there() {
    assertThat(listed("$.z.b", "$.z.gone", "$.z.lost", "$.away", "$.z"))
        .containsExactly("$.away", "$.z", "$.z.gone", "$.z.lost", "$.z.b");
  }

  @Test
  void a_reader_without_value_and_problem_is_a_bug() {
    assertThatIllegalStateException().isThrownBy(() -> new Problems(BODY).reading(null));
  }

  @Test
  void what_lies_behind_the_limit_is_not_listed() {
    var problems = new Problems(BODY);
    for (int i = 0; i < 5_000; i++) {
      problems.add(ROOT.index(i), "is wrong", 100);
    }
    assertThat(listed(problems)).hasSize(Problems.NOTED_MAX);
  }

  @Test
  void a_path_prints_names_that_could_break_a_line_in_quotes() {
    assertThat(ROOT.field("a").index(3).field("b-c")).hasToString("$.a[3]['b-c']");
    assertThat(ROOT.field("it's\n\uD83D")).hasToString("$['it\\'s\\u000a\\ud83d']");
    assertThat(ROOT.field("x".repeat(500)).toString()).hasSizeLessThan(100);
    assertThat(ROOT.field("interactive").field("rows").index(0).inGraphWords())
        .isEqualTo("interactive['rows'][0]");
  }

  private static List<String> listed(String... paths) {
    var problems = new Problems(BODY);
    for (var path : paths) {
      problems.add(path(path), "is wrong", 100);
    }
    return listed(problems);
  }

  private static List<String> listed(Problems problems) {
    return switch (problems.reading("")) {
      case Reading.Ok<String> ok -> throw new AssertionError("no problem");
      case Reading.Wrong<String>(var listed) -> listed.stream().map(Problem::path).toList();
    };
  }

  private static Path path(String text) {
    var path = ROOT;
    for (var step : text.substring(1).split("[.\\[]", -1)) {
      if (step.endsWith("]")) {
        path = path.index(Integer.parseInt(step.substring(0, step.length() - 1)));
      } else if (!step.isEmpty()) {
        path = path.field(step);
      }
    }
    return path;
  }
}
