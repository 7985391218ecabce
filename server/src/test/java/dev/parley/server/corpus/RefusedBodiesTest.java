package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Our own wrong bodies, `refused.json`: `body` or `raw` as it is, `members` below
/// `messaging_product` and `to`; `problems` all that is wrong, each with its code, in order; `says`
/// what the details name.
class RefusedBodiesTest extends Running {
  private @Nullable Filling filling;
  private Sandbox.@Nullable Journal journal;

  @BeforeAll
  void fill() {
    filling = new Filling(sandbox());
    journal = sandbox().journal();
  }

  @TestFactory
  Stream<DynamicTest> refused() throws IOException {
    try (var file = RefusedBodiesTest.class.getResourceAsStream("refused.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return ((JsonArray) Sandbox.read(text))
          .items().stream()
              .map(Sandbox::object)
              .map(each ->
                  DynamicTest.dynamicTest(Sandbox.string(each.get("why")), () -> isRefused(each)));
    }
  }

  private void isRefused(JsonObject wanted) {
    Answer answer = sandbox().send(Objects.requireNonNull(filling).fill(body(wanted)));
    List<String> problems = strings(wanted.get("problems"));
    assertThat(answer.problems()).isEqualTo(problems);
    assertThat(answer.problems().getFirst()).startsWith(answer.code() + " ");
    assertThat(answer.status()).isEqualTo(answer.code() == 132001 ? 404 : 400);
    assertThat(strings(wanted.get("says")))
        .allSatisfy(part -> assertThat(answer.details() + answer.message()).contains(part));
    assertThat(answer.details()).contains(answer.paths().getFirst());
    assertThat(Objects.requireNonNull(journal).news()).as("written to the journal").isZero();
  }

  private static byte[] body(JsonObject wanted) {
    if (wanted.get("raw") instanceof JsonString(var raw)) {
      return raw.getBytes(StandardCharsets.UTF_8);
    }
    Json whole = wanted.get("body");
    if (whole != null) {
      return bytes(whole);
    }
    var body = JsonObject.builder().put("messaging_product", "whatsapp").put("to", Sandbox.ADA);
    Sandbox.object(Objects.requireNonNull(wanted.get("members"))).forEach(body::put);
    return bytes(body.build());
  }

  private static byte[] bytes(Json json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> strings(@Nullable Json array) {
    return array instanceof JsonArray items
        ? items.items().stream().map(Sandbox::string).toList()
        : List.of();
  }

  @Test
  void the_known_wordings_are_there() {
    assertThat(refusal("'type':'text'").details()).startsWith("The parameter text is required.");
    assertThat(refusal("'type':'text','text':'hi'").message())
        .isEqualTo("(#100) Param text must be a JSON object.");
    assertThat(refusal("'type':'text','text':{'body':'" + "x".repeat(4097) + "'}").message())
        .isEqualTo("(#100) Param text['body'] must be at most 4096 characters long.");
    assertThat(
            refusal("'type':'template','template':{'name':'x','language':{'code':'es'}}").message())
        .isEqualTo("(#132001) Template name does not exist in the translation");
    assertThat(sandbox().send("{\"to\":\"15550100101\"}").message())
        .isEqualTo("(#100) The parameter messaging_product is required.");
    assertThat(sandbox().send("{").message()).isEqualTo("(#100) Invalid JSON in request body");
  }

  private Answer refusal(String members) {
    return sandbox()
        .send(
            ("{'messaging_product':'whatsapp','to':'15550100101'," + members + "}")
                .replace('\'', '"'));
  }
}
