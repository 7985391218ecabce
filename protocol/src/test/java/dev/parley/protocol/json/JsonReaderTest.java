package dev.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void an_object_keeps_its_members_in_order() {
    assertThat(read("{ \"b\": [1, true, null], \"a\": {\"c\": \"\\u00e9\\n\"} }"))
        .isEqualTo(
            Json.object(
                "b",
                JsonArray.of(JsonNumber.of(1), JsonBool.TRUE, JsonNull.NULL),
                "a",
                Json.object("c", "é\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "\"17\"", "true", "null", "[]", "{}", "-0.5e-3"})
  void a_value_alone_is_a_document(String text) {
    assertThat(read(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,}",
        "[1,]",
        "[1,,2]",
        "{a:1}",
        "{'a':1}",
        "[NaN]",
        "[Infinity]",
        "[+1]",
        "[01]",
        "[.5]",
        "[1.]",
        "[0x1]",
        "// hi\n{}",
        "/* hi */{}",
        "[\"\t\"]",
        "[\"\\x\"]",
        "[\"\\ud8\"]",
        "[tru]",
        "]",
        "}",
        "{\"a\"}",
        "{\"a\" 1}",
        "{\"a\":}"
      })
  void what_is_no_json_is_refused_with_its_place(String text) {
    var problem = only(text);
    assertThat(problem.isLocated()).isFalse();
    assertThat(problem.code()).isEqualTo(100);
    assertThat(problem.message()).isEqualTo("(#100) Invalid JSON in request body");
    assertThat(problem.sentence()).matches("The body is not valid JSON: line \\d+, column \\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "[1", "{\"a\":1", "\"ab", "[\"a\\", "{\"a\":", "tru"})
  void a_document_that_breaks_off_is_refused(String text) {
    assertThat(only(text).sentence()).contains("JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r "})
  void nothing_is_refused(String text) {
    assertThat(only(text).sentence()).isEqualTo("The body is empty, a JSON object is expected");
  }

  @Test
  void the_line_and_the_column_are_those_of_the_text() {
    assertThat(only("{\n \"a\": 1\n} x").sentence()).contains("line 3, column 3");
    assertThat(only("{\"a\":1} {\"b\":2}").sentence())
        .isEqualTo("The body goes on after its JSON value: line 1, column 9");
  }

  @Test
  void a_column_counts_characters_not_bytes() {
    assertThat(only("[1,\n\"é漢🍕\" x]").sentence()).contains("line 2, column 7");
  }

  @Test
  void bytes_of_another_encoding_are_refused() {
    assertThat(JsonReader.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(
            new Reading.Wrong<>(
                List.of(Problem.ofDocument("is not valid JSON: it is not written in UTF-8"))));
  }

  @Test
  void a_name_twice_is_refused_with_its_path() {
    assertThat(only("{\"text\":{\"body\":\"one\",\"body\":\"two\"}}").sentence())
        .startsWith("The body has the member $.text.body twice: line 1");
    assertThat(only("{" + "\"k\":1,".repeat(30) + "\"z\":1}").sentence()).contains("$.k twice");
  }

  @Test
  void a_name_twice_is_found_among_many_members() {
    var members = new StringBuilder("{");
    for (int i = 0; i < 5_000; i++) {
      members.append("\"k").append(i).append("\":1,");
    }
    assertThat(only(members + "\"k77\":2}").sentence()).contains("$.k77 twice");
    assertThat(read(members + "\"last\":2}")).isInstanceOf(JsonObject.class);
  }

  @Test
  void half_a_surrogate_pair_is_refused_where_it_stands() {
    var problems =
        problems(
            "{\"a\":[\"ok"
                + " \\ud83d\\ude00\",\"\\ud83d\"],\"b\":\"\\ude00x\",\"c\":\"\\ud83d\\u0041\"}");
    assertThat(problems).extracting(Problem::path).containsExactly("$.a[1]", "$.b", "$.c");
    assertThat(problems).extracting(Problem::code).containsOnly(100);
    assertThat(only("{\"o\":{\"\\ud83d\":1}}").code()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff",
        "7b226122 3a22c022 7d",
        "22c0af22",
        "22eda08022",
        "22f4908080 22",
        "22e282 22"
      })
  void bytes_that_are_no_utf8_are_refused(String hex) {
    var reading = JsonReader.read(HexFormat.of().parseHex(hex.replace(" ", "")));
    assertThat(reading)
        .isEqualTo(new Reading.Wrong<>(List.of(Problem.ofDocument("is not valid UTF-8"))));
  }

  @Test
  void the_replacement_character_itself_is_valid() {
    assertThat(read("\"\uFFFD\"")).isEqualTo(new JsonString("\uFFFD"));
  }

  @Test
  void a_byte_order_mark_is_skipped_and_utf16_is_refused() {
    assertThat(read("\uFEFF{}")).isEqualTo(JsonObject.empty());
    assertThat(JsonReader.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(Reading.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void depth_ends_at_the_limit_and_never_overflows_the_stack(String open) {
    assertThat(only(open.repeat(10_000)).sentence())
        .startsWith("The body is nested deeper than 64 levels: line 1, column");
    assertThat(only(open.repeat(800_000)).sentence()).contains("deeper than 64");
    assertThat(read("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonArray.class);
    assertThat(only("[".repeat(65) + "]".repeat(65)).sentence()).contains("deeper than 64");
  }

  @Test
  void every_limit_has_its_sentence() {
    assertThat(only("[\"" + "x".repeat(JsonReader.STRING_MAX_CHARS + 1) + "\"]").sentence())
        .isEqualTo("$[0] has 1048577 characters, at most 1048576 are read");
    assertThat(only("{\"" + "n".repeat(JsonReader.NAME_MAX_CHARS + 1) + "\":1}").sentence())
        .contains("a member name of 1001 characters, at most 1000");
    assertThat(only("[" + "9".repeat(101) + "]").sentence()).contains("more than 100 digits");
    assertThat(only("[1e1000]").sentence()).contains("exponent beyond 999");
    assertThat(only("[" + "1,".repeat(JsonReader.TOKENS_MAX) + "1]").sentence())
        .contains("more than 200000 values");
    var tooLarge = new byte[JsonReader.DOCUMENT_MAX_BYTES + 1];
    assertThat(JsonReader.read(tooLarge)).isInstanceOf(Reading.Wrong.class);
  }

  @Test
  void numbers_keep_their_digits() {
    assertThat(read("[1.50, 12345678901234567890, 1E+2]"))
        .hasToString("[1.50,12345678901234567890,1E+2]");
  }

  @Property(tries = 2_000)
  void no_bytes_make_it_throw(@ForAll byte[] bytes) {
    assertThat(JsonReader.read(bytes)).isNotNull();
  }

  private static Json read(String text) {
    return JsonReader.read(text).orThrow();
  }

  private static List<Problem> problems(String text) {
    return switch (JsonReader.read(text)) {
      case Reading.Ok<Json>(var value) -> throw new AssertionError("was read: " + value);
      case Reading.Wrong<Json>(var problems) -> problems;
    };
  }

  private static Problem only(String text) {
    assertThat(problems(text)).hasSize(1);
    return problems(text).getFirst();
  }
}
