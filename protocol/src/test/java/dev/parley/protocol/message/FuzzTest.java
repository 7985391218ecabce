package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Right bodies, broken in a random place: the reader always answers, and what it complains about
/// is in the body, or missing from it.
class FuzzTest {

  private static final List<Json> WRONG =
      List.of(
          JsonNull.NULL,
          JsonNumber.of(7),
          new JsonString(""),
          new JsonString("  "),
          new JsonString("x".repeat(5_000)),
          JsonObject.empty(),
          new JsonArray(List.of()),
          JsonArray.of(JsonNull.NULL, JsonNumber.of(1)));

  @Provide
  Arbitrary<Message> messages() {
    return Messages.any();
  }

  @Property(tries = 1_500)
  void broken_bytes_never_make_it_throw(@ForAll("messages") Message message, @ForAll long seed) {
    var random = new Random(seed);
    var bytes = JsonWriter.utf8(MessageRoundTripTest.request(message));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) "{}[]\",:\\0n".charAt(random.nextInt(10));
    }
    if (JsonReader.read(bytes).then(SendRequestReader::read)
        instanceof Reading.Wrong<SendRequest>(var problems)) {
      assertThat(ApiError.of(problems).details()).isNotBlank();
    }
  }

  @Property(tries = 1_500)
  void a_broken_member_is_complained_about_where_it_is(
      @ForAll("messages") Message message, @ForAll long seed) {
    var random = new Random(seed);
    var body = broken(MessageRoundTripTest.request(message), random);
    if (random.nextBoolean()) {
      body = broken(body, random);
    }
    var strictness = random.nextBoolean() ? Strictness.STRICT : Strictness.LENIENT;
    if (SendRequestReader.read(body, strictness)
        instanceof Reading.Wrong<SendRequest>(var problems)) {
      for (var problem : problems) {
        assertThat(isThereOrMissing(body, problem)).as(problem.sentence() + " in " + body).isTrue();
      }
      assertThat(problems).extracting(Problem::path).doesNotHaveDuplicates();
    }
  }

  /// The same value with one thing in it replaced or left out.
  static Json broken(Json json, Random random) {
    return switch (json) {
      case JsonObject object when object.size() > 0 && random.nextInt(8) > 0 -> {
        int chosen = random.nextInt(object.size());
        boolean leftOut = random.nextInt(6) == 0;
        var builder = JsonObject.builder();
        for (int i = 0; i < object.size(); i++) {
          if (i != chosen) {
            builder.put(object.name(i), object.value(i));
          } else if (!leftOut) {
            builder.put(object.name(i), broken(object.value(i), random));
          }
        }
        yield builder.build();
      }
      case JsonArray array when array.size() > 0 && random.nextInt(8) > 0 -> {
        int chosen = random.nextInt(array.size());
        var items = new java.util.ArrayList<>(array.items());
        items.set(chosen, broken(array.get(chosen), random));
        if (random.nextInt(6) == 0) {
          items.addAll(array.items());
        }
        yield new JsonArray(items);
      }
      case Json other -> WRONG.get(random.nextInt(WRONG.size()));
    };
  }

  /// Whether the path leads to a value, or its last step is a member that an object lacks.
  private static boolean isThereOrMissing(Json body, Problem problem) {
    var steps = problem.path().replaceFirst("^\\$\\.?", "").split("[.\\[]", 0);
    @Nullable Json here = body;
    for (int i = 0; i < steps.length; i++) {
      var step = steps[i];
      if (step.isEmpty()) {
        continue;
      }
      if (here instanceof JsonObject object && !step.endsWith("]")) {
        here = object.get(step);
        if (here == null) {
          return i == steps.length - 1;
        }
      } else if (here instanceof JsonArray array && step.endsWith("]")) {
        here = array.get(Integer.parseInt(step.substring(0, step.length() - 1)));
      } else {
        return false;
      }
    }
    return true;
  }
}
