package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String RIGHT =
      "{'messaging_product':'whatsapp','to':'15550100101','type':'text','text':{'body':'hi'}}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... arguments) {
    var in = new ByteArrayInputStream(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return new ValidateCommand(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_right_body_ends_with_0() {
    assertThat(run(RIGHT, "-")).isZero();
    assertThat(said()).isEqualTo("-: valid, text\n");
  }

  @Test
  void each_problem_is_a_line_with_its_place_and_what_to_write() {
    String body =
        """
        {
          'messaging_product': 'whatsapp', 'to': '15550100101',
          'type': 'text',
          'text': {
            'body': 7
          }
        }
        """;
    assertThat(run(body, "-")).isEqualTo(1);
    assertThat(said())
        .isEqualTo(
            "-:5:13: $.text.body: is the number 7, must be a string (100)\n    write \"7\"\n");
  }

  @Test
  void what_is_missing_is_told_at_the_object_that_lacks_it() {
    String body = "{'messaging_product':'whatsapp','to':'15550100101','type':'text',\n 'text':{}}";
    assertThat(run(body, "-")).isEqualTo(1);
    assertThat(said()).startsWith("-:2:9: $.text.body: is missing (131008)\n");
  }

  @Test
  void what_is_no_json_is_told_where_it_breaks_off() {
    assertThat(run("{'a':1,\n 'b':}", "-")).isEqualTo(1);
    assertThat(said()).isEqualTo("-:2:6: is not valid JSON: line 2, column 6 (100)\n");
    out.reset();
    assertThat(run("{'a':1,\n 'a':2}", "-")).isEqualTo(1);
    assertThat(said()).startsWith("-:2:");
  }

  @Test
  void several_files_are_checked_and_one_wrong_one_is_enough(@TempDir Path folder)
      throws IOException {
    Path right = Files.writeString(folder.resolve("right.json"), RIGHT.replace('\'', '"'));
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "[]");
    assertThat(run("", right.toString(), wrong.toString())).isEqualTo(1);
    assertThat(said()).contains(right + ": valid, text\n", wrong + ":1:1: $: is an array");
  }

  @Test
  void strict_refuses_what_is_a_warning_otherwise() {
    String body = RIGHT.replace("'body'", "'prewiew_url':true,'body'");
    assertThat(run(body, "-")).isZero();
    assertThat(said()).contains("warning: $.text.prewiew_url:", "did you mean \"preview_url\"?");
    assertThat(run(body, "--strict", "-")).isEqualTo(1);
  }

  @Test
  void json_has_line_and_column_too() {
    assertThat(run("[]", "--json", "-")).isEqualTo(1);
    assertThat(said())
        .contains("\"file\": \"-\"", "\"valid\": false", "\"line\": 1", "\"column\": 1");
  }

  @Test
  void wrong_use_and_a_file_that_is_not_there_end_with_2() {
    assertThat(run("")).isEqualTo(2);
    assertThat(run("", "--fast", "x.json")).isEqualTo(2);
    assertThat(run("", "/nowhere/x.json")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "validate takes files",
            "--json and --strict, not --fast",
            "/nowhere/x.json isn't there");
    assertThat(said()).isEmpty();
  }
}
