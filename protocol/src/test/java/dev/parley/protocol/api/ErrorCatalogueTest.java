package dev.parley.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.protocol.api.ErrorCode.Family;
import dev.parley.protocol.api.ErrorCode.Mode;
import dev.parley.protocol.api.ErrorCode.Retry;
import dev.parley.protocol.json.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCatalogueTest {

  @Test
  void it_has_each_number_once_and_the_readers_codes() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::number)).doesNotHaveDuplicates();
    assertThat(List.of(Problem.INVALID, Problem.MISSING, Problem.BAD_VALUE, 131051))
        .allSatisfy(number -> assertThat(ErrorCode.of(number)).isPresent());
    assertThat(ErrorCode.of(-1)).isEmpty();
  }

  @Test
  void every_code_says_all_there_is_to_say() {
    assertThat(ErrorCode.values())
        .allSatisfy(code -> {
          assertThat(code.title())
              .isNotBlank()
              .doesNotStartWith("?")
              .isEqualTo(code.title().strip());
          assertThat(code.when()).matches("[A-Z0-9].*\\.");
          assertThat(code.httpStatus()).isBetween(400, 599);
          assertThat(code.link()).startsWith("https://developers.facebook.com/documentation/");
        });
  }

  /// Source: `responses-and-errors.md` §5, `verified.md` §1, §4, §5, §6, `observed.md`.
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 2, 3, 4, 10, 17, 32, 33, 100, 104, 190, 200, 368, 613, 80007, 130403, 130429, 130472,
        130497, 130501, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031,
        131037, 131042, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055,
        131056, 131057, 131058, 131060, 131062, 131063, 131064, 132000, 132001, 132005, 132007,
        132012, 132015, 132016, 132018, 132068, 132069, 133000, 133004, 133005, 133006, 133008,
        133009, 133010, 133015, 133016, 134011, 134100, 134101, 134102, 135000, 137000, 138000,
        138006, 139100, 139101, 139102, 139103, 147001, 147002, 147003, 147004, 147005, 200005,
        1752041, 2593107, 2593108
      })
  void every_code_that_the_reference_names_is_in_it(int number) {
    assertThat(ErrorCode.of(number)).isPresent();
  }

  /// Source: `responses-and-errors.md` §8.
  @ParameterizedTest
  @CsvSource({
    "4,BACK_OFF",
    "80007,BACK_OFF",
    "130429,BACK_OFF",
    "131056,PAIR_BACK_OFF",
    "1,BACK_OFF",
    "2,BACK_OFF",
    "131000,BACK_OFF",
    "131016,BACK_OFF",
    "133004,BACK_OFF",
    "131057,BACK_OFF",
    "131047,NO",
    "131050,NO",
    "131026,NO",
    "131051,NO",
    "131009,NO",
    "100,NO",
    "132000,NO",
    "132001,NO",
    "132018,NO",
    "131049,NEXT_DAY"
  })
  void retry_is_advised_as_documented(int number, Retry retry) {
    assertThat(ErrorCode.of(number).orElseThrow().retry()).isEqualTo(retry);
  }

  @Test
  void a_line_is_read_column_by_column() {
    var line =
        ErrorTable.Line.of(Family.MESSAGES, "1 | 503 | inbound | next-day | ?A title | It is.");
    assertThat(line)
        .isEqualTo(
            new ErrorTable.Line(
                1, Family.MESSAGES, 503, Mode.INBOUND, Retry.NEXT_DAY, "A title", false, "It is."));
  }

  @Test
  void a_line_that_lacks_a_column_or_a_name_stops_at_once() {
    assertThatThrownBy(() -> ErrorTable.Line.of(Family.MESSAGES, "1 | 503 | sync | no | A title"))
        .hasMessageContaining("without 6 columns");
    assertThatThrownBy(() -> ErrorTable.line(999_999)).hasMessageContaining("no line for 999999");
    assertThatThrownBy(() -> ErrorTable.checkNames(Set.of(100)))
        .hasMessageContaining("a code without a name");
  }

  @Test
  void subcodes_belong_to_a_code() {
    assertThat(ErrorCode.INVALID_PARAMETER.subcodes())
        .contains(ErrorSubcode.NO_SUCH_OBJECT, ErrorSubcode.TEMPLATE_EXISTS);
    assertThat(ErrorSubcode.of(2388293)).contains(ErrorSubcode.TEMPLATE_TOO_MANY_VARIABLES);
    assertThat(ErrorSubcode.of(1)).isEmpty();
    assertThat(Arrays.stream(ErrorSubcode.values()).map(ErrorSubcode::number))
        .doesNotHaveDuplicates();
    assertThat(ErrorSubcode.values())
        .allSatisfy(subcode -> assertThat(subcode.code().subcodes()).contains(subcode));
  }
}
