package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {
  @Test
  void without_options_it_listens_on_this_machine_with_sqlite_beside_it() {
    Config config = good();
    assertThat(config.bind()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8360);
    assertThat(config.database()).isEqualTo(new Config.Database.Sqlite(Path.of("parley-data")));
    assertThat(config.overrides()).isEqualTo(Seed.Overrides.NONE);
    assertThat(config.unknownNumbers()).isEqualTo(UnknownNumbers.BECOME_HANDSETS);
    assertThat(config.tokens()).isEqualTo(Config.Tokens.KNOWN);
  }

  @Test
  void a_value_stands_after_a_space_or_an_equals_sign() {
    Config config = good("--port", "0", "--handsets=strict", "--tokens=any");
    assertThat(config.port()).isZero();
    assertThat(config.unknownNumbers()).isEqualTo(UnknownNumbers.ARE_UNDELIVERABLE);
    assertThat(config.tokens()).isEqualTo(Config.Tokens.ANY);
  }

  @Test
  void what_fits_the_world_to_a_bot_is_taken_as_it_is() {
    Config config =
        good(
            "--number",
            "106540352242922",
            "--waba",
            "102290129340398",
            "--key",
            "my-key",
            "--app-secret",
            "s3cret",
            "--verify-token",
            "open sesame",
            "--webhook",
            "http://localhost:3000/webhook");
    assertThat(config.overrides())
        .isEqualTo(
            new Seed.Overrides(
                "106540352242922", "102290129340398", "my-key", "s3cret", "open sesame"));
    assertThat(config.webhook()).isEqualTo(URI.create("http://localhost:3000/webhook"));
  }

  @Test
  void each_option_is_a_variable_too_and_a_blank_one_counts_as_unset() {
    Map<String, String> environment =
        Map.of("PARLEY_PORT", "9000", "PARLEY_APP_SECRET", "s", "PARLEY_DATA", "  ");
    Config config = good(environment);
    assertThat(config.port()).isEqualTo(9000);
    assertThat(config.overrides().appSecret()).isEqualTo("s");
    assertThat(config.database()).isEqualTo(new Config.Database.Sqlite(Path.of("parley-data")));
  }

  @Test
  void an_option_wins_over_its_variable() {
    assertThat(good(Map.of("PARLEY_PORT", "9000"), "--port", "9001").port()).isEqualTo(9001);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(bad("--port", "70000", "--prot", "1", "--number", "12x", "serve", "--seed", "/no"))
        .hasSize(5)
        .anyMatch(problem -> problem.contains("--port 70000") && problem.contains("65535"))
        .anyMatch(problem -> problem.contains("--prot") && problem.contains("mean --port"))
        .anyMatch(problem -> problem.contains("--number 12x") && problem.contains("2^53"))
        .anyMatch(problem -> problem.contains("\"serve\" is no option"))
        .anyMatch(problem -> problem.contains("--seed /no"));
  }

  @ParameterizedTest
  @CsvSource({
    "--port,needs a value",
    "--webhook ftp://x,no http:// or https:// URL",
    "--webhook localhost:3000,no http:// or https:// URL",
    "--handsets many,appear or strict",
    "--tokens all,known or any",
    "--carrier pigeon,sandbox or cloud-api",
    "--carrier cloud-api,supported yet",
    "--database mysql://x,jdbc:postgresql://",
    "--number 9007199254740993,2^53",
    "--bind 0.0.0.0,--admin-key",
  })
  void a_wrong_value_is_named_with_what_is_right(String arguments, String said) {
    assertThat(bad(arguments.split(" ", -1))).singleElement().asString().contains(said);
  }

  @Test
  void an_address_that_others_reach_needs_an_admin_key() {
    assertThat(good("--bind", "0.0.0.0", "--admin-key", "k").adminKey()).isEqualTo("k");
    assertThat(good("--bind", "127.0.0.2").adminKey()).isNull();
    assertThat(good("--bind", "localhost").adminKey()).isNull();
  }

  @Test
  void the_url_of_a_database_may_be_written_as_libpq_does_and_never_shows_its_password() {
    Config config = good("--database", "postgres://parley:secret@db/parley");
    assertThat(config.database())
        .isEqualTo(
            new Config.Database.Postgres(
                "jdbc:postgresql://parley:secret@db/parley", Path.of("parley-data")));
    assertThat(config.toString()).doesNotContain("secret@");
  }

  @Test
  void a_rate_card_is_read_at_once_and_the_shipped_one_has_no_prices(@TempDir Path directory)
      throws Exception {
    assertThat(good().rateCard().isEmpty()).isTrue();
    Path file = directory.resolve("card.json");
    String market = "{\"name\":\"All\",\"prices\":{\"utility\":\"1\"}}";
    Files.writeString(
        file,
        "{\"date\":\"2026-07-01\",\"source\":\"x\",\"currency\":\"EUR\",\"markets\":[%s]}"
            .formatted(market));
    assertThat(good("--rate-card", file.toString()).rateCard().markets()).hasSize(1);
    assertThat(good(Map.of("PARLEY_RATE_CARD", file.toString())).rateCard().isEmpty()).isFalse();
    Files.writeString(file, "{\"currency\":\"euro\"}");
    assertThat(bad("--rate-card", file.toString()))
        .anyMatch(said -> said.endsWith("card.json: $.date is missing"))
        .anyMatch(said -> said.contains("$.currency is \"euro\""));
    assertThat(bad("--rate-card", directory.resolve("none").toString()))
        .singleElement()
        .asString()
        .contains("is no file that can be read");
  }

  @Test
  void files_lie_in_the_data_directory_beside_a_database_elsewhere() {
    assertThat(good("--database", "postgres://db/parley", "--data", "here").database().directory())
        .isEqualTo(Path.of("here"));
  }

  @Test
  void what_a_seed_says_and_an_option_too_is_warned_of(@TempDir Path directory) throws Exception {
    Path seed = Files.writeString(directory.resolve("world.yaml"), "{}");
    assertThat(warnings("--seed", seed.toString(), "--key", "k"))
        .singleElement()
        .asString()
        .startsWith("--key overrides");
  }

  private static Config good(String... arguments) {
    return good(Map.of(), arguments);
  }

  private static Config good(Map<String, String> environment, String... arguments) {
    return switch (ServeOptions.read(List.of(arguments), environment)) {
      case ServeOptions.Result.Good(var config, var warnings) -> config;
      case ServeOptions.Result.Bad(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> warnings(String... arguments) {
    return switch (ServeOptions.read(List.of(arguments), Map.of())) {
      case ServeOptions.Result.Good(var config, var warnings) -> warnings;
      case ServeOptions.Result.Bad(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> bad(String... arguments) {
    return switch (ServeOptions.read(List.of(arguments), Map.of())) {
      case ServeOptions.Result.Good good -> throw new AssertionError("taken: " + good);
      case ServeOptions.Result.Bad(var problems) -> problems;
    };
  }
}
