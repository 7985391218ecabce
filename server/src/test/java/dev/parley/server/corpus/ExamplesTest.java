package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.protocol.MetaOpenApi;
import dev.parley.protocol.SharedFolder;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The bodies of `shared/examples` over HTTP: taken, or refused, as their folder says.
class ExamplesTest extends Running {
  private @Nullable Filling filling;
  private final Optional<MetaOpenApi> meta = MetaOpenApi.load();

  @BeforeAll
  void fill() {
    filling = new Filling(sandbox());
  }

  private byte[] filled(byte[] body) {
    return Objects.requireNonNull(filling).fill(body);
  }

  @TestFactory
  Stream<DynamicTest> public_bodies_are_taken() {
    return files("valid")
        .map(file -> DynamicTest.dynamicTest(name(file), () -> taken(name(file), read(file))));
  }

  private void taken(String name, JsonObject example) {
    byte[] body = filled(JsonWriter.utf8(member(example, "payload")));
    Answer answer = sandbox().send(body);
    if (name.startsWith("template-") && !isHelloWorld(body)) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo(132001);
      assertThat(answer.details()).startsWith("template name (").contains(") does not exist in ");
      return;
    }
    if (name.startsWith("read-")) {
      assertThat(answer.body()).isEqualTo("{\"success\":true}");
    } else {
      assertThat(answer.body()).isEqualTo(receipt(body, answer.wamid()));
      meta("MessageResponsePayload", answer.body());
    }
    assertThat(answer.status()).isEqualTo(200);
  }

  /// Whole and in the documented order; with `message_status` for templates only.
  private static String receipt(byte[] body, String wamid) {
    String status = isTemplate(body) ? ",\"message_status\":\"accepted\"" : "";
    return """
    {"messaging_product":"whatsapp","contacts":[{"input":"%s","wa_id":"%s"}],\
    "messages":[{"id":"%s"%s}]}\
    """
        .formatted(Sandbox.ADA, Sandbox.ADA, wamid, status);
  }

  private static boolean isTemplate(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).contains("\"type\":\"template\"");
  }

  private static boolean isHelloWorld(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).contains("\"hello_world\"");
  }

  private void meta(String schema, String json) {
    meta.ifPresent(document -> assertThat(document.problems(schema, json)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> wrong_bodies_are_refused_for_exactly_what_is_wrong() {
    return files("invalid")
        .map(file -> DynamicTest.dynamicTest(name(file), () -> refused(read(file))));
  }

  private void refused(JsonObject example) {
    var expected = Sandbox.object(member(example, "expect"));
    var journal = sandbox().journal();
    Answer answer = sandbox().send(filled(bytes(example)));
    assertThat(numbers(expected, "http")).contains((long) answer.status());
    assertThat(answer.code()).isEqualTo(number(member(expected, "code")));
    assertThat(answer.paths()).isEqualTo(strings(expected, "paths"));
    assertThat(strings(expected, "contains"))
        .allSatisfy(part -> assertThat(answer.details()).contains(part));
    assertThat(journal.news()).as("written to the journal").isZero();
  }

  private static byte[] bytes(JsonObject example) {
    if (example.get("hex") instanceof JsonString(var hex)) {
      return HexFormat.of().parseHex(hex);
    }
    return example.get("raw") instanceof JsonString(var raw)
        ? raw.getBytes(StandardCharsets.UTF_8)
        : JsonWriter.utf8(member(example, "body"));
  }

  private static Stream<Path> files(String folder) {
    var shared = SharedFolder.find();
    assumeTrue(shared.isPresent(), "no folder \"shared\" with examples beside the checkout");
    try (var files = Files.list(shared.orElseThrow().resolve("examples").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject read(Path file) {
    try {
      return Sandbox.object(Sandbox.read(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".json", "");
  }

  private static Json member(JsonObject object, String name) {
    return Objects.requireNonNull(object.get(name), name);
  }

  private static List<String> strings(JsonObject object, String name) {
    return ((JsonArray) member(object, name)).items().stream().map(Sandbox::string).toList();
  }

  private static List<Long> numbers(JsonObject object, String name) {
    return ((JsonArray) member(object, name)).items().stream().map(ExamplesTest::number).toList();
  }

  private static long number(Json json) {
    return ((JsonNumber) json).asLong().orElseThrow();
  }
}
