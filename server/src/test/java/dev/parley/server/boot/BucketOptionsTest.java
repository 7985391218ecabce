package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Secret;
import dev.parley.server.media.S3Place;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketOptionsTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "AKIA1", "AWS_SECRET_ACCESS_KEY", "s3cret");

  @Test
  void a_bucket_of_aws_needs_its_region_and_the_keys() {
    assertThat(good(KEYS, "--media", "s3://my-files/parley/prod", "--media-region", "eu-central-1"))
        .isEqualTo(
            new S3Place(
                "my-files",
                "parley/prod/",
                null,
                "eu-central-1",
                "AKIA1",
                new Secret("s3cret"),
                null));
  }

  @Test
  void a_server_of_ones_own_needs_no_region() {
    assertThat(good(KEYS, "--media=s3://files", "--media-endpoint=http://localhost:9000"))
        .isEqualTo(
            new S3Place(
                "files",
                "",
                URI.create("http://localhost:9000"),
                "us-east-1",
                "AKIA1",
                new Secret("s3cret"),
                null));
  }

  @Test
  void a_slash_at_the_end_means_nothing() {
    assertThat(good(KEYS, "--media=s3://files/a/", "--media-region=x"))
        .hasToString("s3://files/a/");
    assertThat(good(KEYS, "--media=s3://files/", "--media-region=x")).hasToString("s3://files/");
  }

  @Test
  void all_that_is_wrong_with_it_is_said_at_once_a_line_each() {
    assertThat(bad(Map.of(), "--media", "/var/files", "--media-endpoint", "minio:9000"))
        .containsExactly(
            "--media-endpoint minio:9000 is no http:// or https:// URL",
            "--media /var/files is no s3://bucket/prefix",
            "--media needs --media-region (or AWS_REGION), or --media-endpoint",
            "--media needs AWS_ACCESS_KEY_ID in the environment",
            "--media needs AWS_SECRET_ACCESS_KEY in the environment");
    assertThat(bad(KEYS, "--media=s3://Files/x", "--media-region=EU!"))
        .containsExactly(
            "--media s3://Files/x is no s3://bucket/prefix", "--media-region EU! is no region");
  }

  @Test
  void keys_alone_move_no_files() {
    assertThat(ServeOptions.read(List.of(), KEYS))
        .isInstanceOfSatisfying(
            ServeOptions.Result.Good.class, it -> assertThat(it.config().bucket()).isNull());
  }

  @Test
  void an_endpoint_without_a_bucket_is_warned_about() {
    assertThat(ServeOptions.read(List.of("--media-endpoint=http://localhost:9000"), KEYS))
        .isInstanceOfSatisfying(
            ServeOptions.Result.Good.class,
            it ->
                assertThat(it.warnings())
                    .containsExactly("--media-endpoint has no effect without --media s3://…"));
  }

  private static S3Place good(Map<String, String> environment, String... arguments) {
    return switch (ServeOptions.read(List.of(arguments), environment)) {
      case ServeOptions.Result.Good(var config, var warnings) ->
          java.util.Objects.requireNonNull(config.bucket());
      case ServeOptions.Result.Bad(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> bad(Map<String, String> environment, String... arguments) {
    return switch (ServeOptions.read(List.of(arguments), environment)) {
      case ServeOptions.Result.Good good -> throw new AssertionError("taken: " + good);
      case ServeOptions.Result.Bad(var problems) -> problems;
    };
  }
}
