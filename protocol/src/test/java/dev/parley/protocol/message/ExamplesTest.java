package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.protocol.SharedFolder;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The bodies in `shared/examples`: each is read, refused or said to come later as its folder says.
class ExamplesTest {

  /// What only the hub can know: is there such a product, who is the sender, who wrote a message.
  private static final Set<String> DECIDED_LATER =
      Set.of("21-product-unknown-sku", "36-to-is-the-sender", "39-read-outbound-id");

  @TestFactory
  Stream<DynamicTest> public_bodies_are_read_or_said_to_come_later() throws IOException {
    return files("valid").map(file -> DynamicTest.dynamicTest(name(file), () -> isRead(file)));
  }

  @TestFactory
  Stream<DynamicTest> wrong_bodies_are_refused_for_exactly_what_is_wrong() throws IOException {
    return files("invalid")
        .filter(file -> !DECIDED_LATER.contains(name(file)))
        .map(file -> DynamicTest.dynamicTest(name(file), () -> isRefused(file)));
  }

  private static void isRead(Path file) {
    var example = object(readFile(file));
    var payload = JsonWriter.utf8(member(example, "payload"));
    var reading = JsonReader.read(filled(payload)).then(SendRequestReader::read);
    assertThat(reading).isInstanceOf(Reading.Ok.class);
  }

  private static void isRefused(Path file) {
    var example = object(readFile(file));
    var expected = object(member(example, "expect"));
    var reading = JsonReader.read(filled(bytes(example))).then(SendRequestReader::read);
    assertThat(reading).isInstanceOf(Reading.Wrong.class);
    if (reading instanceof Reading.Wrong<SendRequest>(var problems)) {
      var error = ApiError.of(problems);
      assertThat(problems.stream().filter(Problem::isLocated).map(Problem::path))
          .as("paths")
          .isEqualTo(strings(expected, "paths"));
      assertThat(error.code().number()).as("code").isEqualTo(number(expected, "code"));
      assertThat(strings(expected, "contains"))
          .allSatisfy(part -> assertThat(error.details()).contains(part));
    }
  }

  private static byte[] bytes(JsonObject example) {
    return switch (example.get("hex")) {
      case JsonString(var hex) -> HexFormat.of().parseHex(hex);
      case null, default ->
          example.get("raw") instanceof JsonString(var raw)
              ? raw.getBytes(StandardCharsets.UTF_8)
              : JsonWriter.utf8(member(example, "body"));
    };
  }

  /// The placeholders are ASCII; other bytes must stay as they are.
  private static byte[] filled(byte[] body) {
    var text = new String(body, StandardCharsets.ISO_8859_1);
    return text.replace("${TO}", "15550100101")
        .replace("${SENDER}", "15550100001")
        .replaceAll("\\$\\{(OWN_)?MESSAGE_ID\\}", "wamid.SGVsbG8=")
        .replaceAll("\\$\\{MEDIA_ID:[a-z]*\\}", "600000000000001")
        .replace("${CATALOG_ID}", "300000000000001")
        .replaceAll("\\$\\{SKU:([0-9]+)\\}", "sku-0$1")
        .replace("${FLOW_ID}", "700000000000001")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Stream<Path> files(String folder) throws IOException {
    var shared = SharedFolder.find();
    assumeTrue(shared.isPresent(), "no shared folder");
    try (var files = Files.list(shared.orElseThrow().resolve("examples").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  private static Json readFile(Path file) {
    try {
      return JsonReader.read(Files.readAllBytes(file)).orThrow();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".json", "");
  }

  private static Json member(JsonObject object, String name) {
    var value = object.get(name);
    assertThat(value).as(name).isNotNull();
    return java.util.Objects.requireNonNull(value);
  }

  private static JsonObject object(@Nullable Json json) {
    return (JsonObject) java.util.Objects.requireNonNull(json);
  }

  private static List<String> strings(JsonObject object, String name) {
    return ((JsonArray) member(object, name))
        .items().stream().map(item -> ((JsonString) item).value()).toList();
  }

  private static int number(JsonObject object, String name) {
    return (int) ((JsonNumber) member(object, name)).asLong().orElseThrow();
  }
}
