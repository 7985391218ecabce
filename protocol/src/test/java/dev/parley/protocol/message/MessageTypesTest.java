package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.MessageType.Field;
import dev.parley.protocol.message.MessageType.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the page on message types says is what the code does.
class MessageTypesTest {

  @Test
  void the_page_is_up_to_date() throws IOException {
    var page = docs().resolve("message-types.md");
    var text = MessageTypesPage.text();
    if (!Files.exists(page) || !Files.readString(page).equals(text)) {
      var written = docs().resolveSibling("protocol").resolve("target/message-types.md");
      Files.createDirectories(written.getParent());
      Files.writeString(written, text);
      throw new AssertionError(
          "docs/message-types.md is not what the code says; the new text is in %s: copy it over"
              .formatted(written));
    }
  }

  @Test
  void each_type_is_on_the_page() {
    var told = new HashSet<Class<?>>();
    MessageTypes.all().forEach(type -> told.add(type.type()));
    assertThat(told).isEqualTo(leaves(Message.class));
  }

  private static Set<Class<?>> leaves(Class<?> type) {
    var leaves = new HashSet<Class<?>>();
    if (!type.isSealed()) {
      leaves.add(type);
    } else {
      Stream.of(type.getPermittedSubclasses()).forEach(each -> leaves.addAll(leaves(each)));
    }
    return leaves;
  }

  @Test
  void each_code_is_in_the_catalogue() {
    for (var type : MessageTypes.all()) {
      Stream.of(MessageType.READER, type.atOnce(), type.later())
          .flatMap(List::stream)
          .forEach(code -> assertThat(ErrorCode.of(code)).as("code " + code).isPresent());
    }
  }

  @TestFactory
  Stream<DynamicTest> each_limit_is_kept() {
    return MessageTypes.all().stream()
        .flatMap(type ->
            type.fields().stream()
                .map(field ->
                    DynamicTest.dynamicTest(
                        MessageTypesPage.name(type) + " " + field.place(),
                        () -> isKept(type, field))));
  }

  private static void isKept(MessageType type, Field field) {
    var at = "$." + field.first();
    if (field.required()) {
      var without = problems(Edits.anywhere(type.golden(), field.first() + " -"));
      assertThat(without).as("without it").extracting(Problem::path).contains(at);
    }
    switch (field.limit()) {
      case Limit.Chars(int max, var note) ->
          assertThat(sentences(type, field, "x*" + (max + 1)))
              .contains("%s has %d characters, at most %d are allowed".formatted(at, max + 1, max));
      case Limit.Range(long min, long max) -> {
        assertThat(paths(type, field, Long.toString(min - 1))).contains(at);
        assertThat(paths(type, field, Long.toString(min))).doesNotContain(at);
        assertThat(paths(type, field, Long.toString(max))).doesNotContain(at);
        assertThat(paths(type, field, Long.toString(max + 1))).contains(at);
      }
      case Limit.Items(int min, int max, var note) -> {
        assertThat(paths(type, field, items(min - 1))).contains(at);
        assertThat(paths(type, field, items(min))).doesNotContain(at);
        assertThat(paths(type, field, items(max))).doesNotContain(at);
        assertThat(paths(type, field, items(max + 1))).contains(at);
      }
      case Limit.Rule(var words) -> {
        if (words.equals("not allowed")) {
          assertThat(paths(type, field, "{'type':'text','text':'x'}")).contains(at);
        }
      }
    }
  }

  /// So many items, each of them empty.
  private static String items(int count) {
    return Stream.generate(() -> "{}").limit(count).toList().toString();
  }

  private static List<String> paths(MessageType type, Field field, String value) {
    return problems(Edits.anywhere(type.golden(), field.first() + " = " + value)).stream()
        .map(Problem::path)
        .toList();
  }

  private static List<String> sentences(MessageType type, Field field, String value) {
    return problems(Edits.anywhere(type.golden(), field.first() + " = " + value)).stream()
        .map(Problem::sentence)
        .toList();
  }

  private static List<Problem> problems(Json body) {
    return switch (SendRequestReader.read(body)) {
      case Reading.Ok<SendRequest> right -> List.of();
      case Reading.Wrong<SendRequest>(var problems) -> problems;
    };
  }

  private static Path docs() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/architecture.md"))) {
        return at.resolve("docs");
      }
    }
    throw new IllegalStateException("there is no folder docs above the working directory");
  }
}
