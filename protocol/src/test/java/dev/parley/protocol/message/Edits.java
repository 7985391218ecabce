package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.GoldenFile;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whole bodies made from the golden file of a message, with a few places changed: `footer.text =
/// x*61; C[1] -`. A place is one within `interactive`, where `P` stands for `action.parameters`,
/// `O` for its `order`, `S` for its `payment_settings` and `C` for `action.cards`. `'` stands for
/// `"`, `x*61` for a string of 61 times `x`, and `-` removes.
final class Edits {

  private static final Pattern REPEATED = Pattern.compile("(.+)\\*([0-9]+)");

  private static final Map<String, String> SHORT =
      Map.of(
          "P", "action.parameters",
          "O", "action.parameters.order",
          "S", "action.parameters.payment_settings",
          "C", "action.cards");

  /// One more item of an order.
  static final String AN_ITEM = "{'name':'Olive','amount':{'value':1,'offset':100},'quantity':1}";

  private Edits() {}

  /// The message that is read from the edited body.
  static Message message(String golden, String edits) {
    return switch (SendRequestReader.read(body(golden, edits)).orThrow()) {
      case SendRequest.SendMessage send -> send.message();
      case SendRequest.MarkRead other -> throw new AssertionError(other);
    };
  }

  /// What is wrong with the edited body.
  static List<Problem> problems(String golden, String edits, Strictness strictness) {
    return switch (SendRequestReader.read(body(golden, edits), strictness)) {
      case Reading.Ok<SendRequest>(var request) -> throw new AssertionError("was read: " + request);
      case Reading.Wrong<SendRequest>(var problems) -> problems;
    };
  }

  /// Asserts that exactly this is wrong: `131009 body.text; 131008 P`.
  static void assertRefused(String golden, String edits, String problems) {
    assertRefused(golden, edits, problems, Strictness.LENIENT);
  }

  static void assertRefused(String golden, String edits, String problems, Strictness strictness) {
    var expected =
        Arrays.stream(problems.split(";", -1))
            .map(String::strip)
            .map(each -> each.replaceFirst(" (.*)", ""))
            .toList();
    var places =
        Arrays.stream(problems.split(";", -1))
            .map(each -> "$.interactive." + whole(each.strip().split(" ", -1)[1]))
            .toList();
    var found = problems(golden, edits, strictness);
    assertThat(found).extracting(Problem::path).containsExactlyElementsOf(places);
    assertThat(found)
        .extracting(problem -> Integer.toString(problem.code()))
        .containsExactlyElementsOf(expected);
  }

  /// Asserts that the edits make no other message.
  static void assertSame(String golden, String edits) {
    assertThat(message(golden, edits)).isEqualTo(message(golden, ""));
  }

  static void assertPassesStrictly(String golden) {
    assertThat(SendRequestReader.read(body(golden, ""), Strictness.STRICT))
        .isEqualTo(SendRequestReader.read(body(golden, "")));
  }

  /// The golden message of this name with these edits within `interactive`, in a right envelope.
  static Json body(String golden, String edits) {
    return edited(golden, edits, place -> "interactive." + whole(place));
  }

  /// The same with edits anywhere in the message: `text.body = x*5000`.
  static Json anywhere(String golden, String edits) {
    return edited(golden, edits, place -> place);
  }

  private static Json edited(String golden, String edits, UnaryOperator<String> whole) {
    var message = GoldenFile.read("message/" + golden);
    for (var edit : edits.isBlank() ? List.<String>of() : Arrays.asList(edits.split(";", -1))) {
      message = edited(message, edit.strip(), whole);
    }
    return JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", "individual")
        .put("to", "15550100101")
        .putAll((JsonObject) message)
        .build();
  }

  private static Json edited(Json json, String edit, UnaryOperator<String> whole) {
    if (edit.endsWith(" -")) {
      return set(json, steps(whole.apply(edit.substring(0, edit.length() - 2).strip())), null);
    }
    var parts = edit.split(" = ", 2);
    return set(json, steps(whole.apply(parts[0].strip())), value(parts[1].strip()));
  }

  private static List<String> steps(String place) {
    return Arrays.asList(place.replace("[", ".[").split("\\.", -1));
  }

  /// The place without the short words.
  private static String whole(String place) {
    var first = place.split("[.\\[]", 2)[0];
    return SHORT.getOrDefault(first, first) + place.substring(first.length());
  }

  private static Json value(String text) {
    var repeated = REPEATED.matcher(text);
    return repeated.matches()
        ? new JsonString(repeated.group(1).repeat(Integer.parseInt(repeated.group(2))))
        : JsonReader.read(text.replace('\'', '"')).orThrow();
  }

  private static Json set(@Nullable Json json, List<String> steps, @Nullable Json value) {
    var step = steps.getFirst();
    var rest = steps.subList(1, steps.size());
    if (step.startsWith("[")) {
      return setItem(
          (JsonArray) json, Integer.parseInt(step.replaceAll("[\\[\\]]", "")), rest, value);
    }
    var object = (JsonObject) json;
    var builder = JsonObject.builder();
    boolean found = false;
    for (int i = 0; object != null && i < object.size(); i++) {
      boolean here = object.name(i).equals(step);
      found |= here;
      var member = here ? changed(object.value(i), rest, value) : object.value(i);
      builder.putIfPresent(object.name(i), member);
    }
    return found ? builder.build() : builder.putIfPresent(step, changed(null, rest, value)).build();
  }

  private static Json setItem(
      @Nullable JsonArray array, int index, List<String> rest, @Nullable Json value) {
    var items = new ArrayList<>(array == null ? List.<Json>of() : array.items());
    var item = changed(index < items.size() ? items.get(index) : null, rest, value);
    if (item == null) {
      items.remove(index);
    } else if (index < items.size()) {
      items.set(index, item);
    } else {
      items.add(item);
    }
    return new JsonArray(items);
  }

  private static @Nullable Json changed(
      @Nullable Json old, List<String> rest, @Nullable Json value) {
    return rest.isEmpty() ? value : set(old, rest, value);
  }
}
