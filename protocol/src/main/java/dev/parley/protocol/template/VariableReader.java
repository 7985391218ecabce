package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplateText.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the variables of a text, and the example of each. Source: reference,
/// templates-and-media.md §1, Parameters; template-kinds.md §1, `body_text`; §11.
final class VariableReader {
  private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final String BODY_TEXT = "body_text";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

  /// Digits are not excluded by any source.
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  private final ParameterFormat format;

  VariableReader(ParameterFormat format) {
    this.format = format;
  }

  /// Where the examples of a text stand: `header_text` and `header_text_named_params`.
  record Place(String positional, ErrorSubcode ifMalformed) {
    static final Place HEADER = new Place("header_text", ErrorSubcode.TEMPLATE_HEADER);
    static final Place BODY = new Place(BODY_TEXT, ErrorSubcode.TEMPLATE_BODY);

    String named() {
      return positional + "_named_params";
    }
  }

  /// The text of the component's member `text`, which was found to be this one.
  @Nullable TemplateText read(Fields component, String text, Place place) {
    var names = names(component, "text", text, place.ifMalformed().number());
    if (names == null) {
      return null;
    }
    if (names.isEmpty()) {
      return TemplateText.plain(text);
    }
    var example = component.object("example");
    if (example == null) {
      return null;
    }
    var variables =
        switch (format) {
          case NAMED -> named(example, place.named(), names);
          case POSITIONAL -> positional(example, place.positional(), names);
        };
    return variables == null ? null : new TemplateText(text, variables);
  }

  /// The names of a text's variables, each once; null (and a problem) where one is malformed.
  @Nullable List<String> names(Fields component, String member, String text, int ifMalformed) {
    var all = TOKEN.matcher(text).results().map(token -> token.group(1)).toList();
    var problem = problemOf(text, all);
    if (problem != null) {
      component.note(member, problem, ifMalformed);
      return null;
    }
    Set<String> once = new LinkedHashSet<>(all);
    return switch (format) {
      case NAMED -> List.copyOf(once);
      case POSITIONAL -> once.stream().sorted(VariableReader::byNumber).toList();
    };
  }

  private static int byNumber(String one, String other) {
    return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
  }

  private @Nullable String problemOf(String text, List<String> names) {
    var rest = without(text);
    if (rest.contains("{{") || rest.contains("}}")) {
      return "has braces that don't belong together";
    }
    var shape = format == ParameterFormat.NAMED ? NAME : NUMBER;
    for (var name : names) {
      if (!shape.matcher(name).matches()) {
        return "has the variable %s; in the %s format a variable is called like {{%s}}"
            .formatted(
                Fields.quoted("{{" + name + "}}"),
                format.lower(),
                format == ParameterFormat.NAMED ? "first_name" : "1");
      }
    }
    return format == ParameterFormat.NAMED ? twice(names) : gap(names);
  }

  private static @Nullable String twice(List<String> names) {
    var seen = new LinkedHashSet<String>();
    for (var name : names) {
      if (!seen.add(name)) {
        return "has the variable {{%s}} twice; names are unique".formatted(name);
      }
    }
    return null;
  }

  private static @Nullable String gap(List<String> names) {
    var count = Set.copyOf(names).size();
    for (int i = 1; i <= count; i++) {
      if (!names.contains(Integer.toString(i))) {
        return "has %d variables, but no {{%d}}; they are numbered from 1 without gaps"
            .formatted(count, i);
      }
    }
    return null;
  }

  /// The text without its variables.
  static String without(String text) {
    return TOKEN.matcher(text).replaceAll("");
  }

  /// Where variables stand in a text.
  static List<MatchResult> tokens(String text) {
    return TOKEN.matcher(text).results().toList();
  }

  private static @Nullable List<Variable> positional(
      Fields example, String member, List<String> names) {
    // A sample of Meta's has the example of its header under the body's name.
    var given = example.has(member) ? example.member(member) : example.member(BODY_TEXT);
    if (given == null) {
      example.missing(member, "is missing, every variable needs an example");
      return null;
    }
    List<Json> values =
        switch (given) {
          case JsonString one -> List.of(one);
          case JsonNumber one -> List.of(one);
          case JsonArray sets when sets.size() > 0 && sets.get(0) instanceof JsonArray first ->
              items(first);
          case JsonArray flat -> items(flat);
          default -> List.of();
        };
    if (values.size() != names.size()) {
      example.note(
          member,
          "has %d examples for %d variables, each needs one".formatted(values.size(), names.size()),
          Problem.INVALID);
      return null;
    }
    var variables = new ArrayList<Variable>();
    for (int i = 0; i < names.size(); i++) {
      var text = words(values.get(i));
      if (text == null || text.isBlank()) {
        example.note(
            member,
            "has no text as the example of {{%s}}".formatted(names.get(i)),
            Problem.INVALID);
        return null;
      }
      variables.add(new Variable(names.get(i), text));
    }
    return variables;
  }

  /// A number stands for its digits.
  private static @Nullable String words(Json value) {
    return switch (value) {
      case JsonString(var text) -> text;
      case JsonNumber(var literal) -> literal;
      default -> null;
    };
  }

  private static List<Json> items(JsonArray array) {
    var items = new ArrayList<Json>();
    for (int i = 0; i < array.size(); i++) {
      items.add(array.get(i));
    }
    return items;
  }

  /// One table of Meta's shows `param_name` in braces, every sample without.
  private static @Nullable List<Variable> named(Fields example, String member, List<String> names) {
    Map<String, String> given = new LinkedHashMap<>();
    for (var item : example.optionalObjects(member)) {
      var name = item.text("param_name");
      var value =
          item.member("example") instanceof JsonNumber(var digits) ? digits : item.text("example");
      if (name != null && value != null) {
        given.put(name.replaceAll("[{}]", ""), value);
      }
    }
    var variables = new ArrayList<Variable>();
    for (var name : names) {
      var value = given.get(name);
      if (value == null) {
        example.note(member, "has no example of {{%s}}".formatted(name), Problem.INVALID);
        return null;
      }
      variables.add(new Variable(name, value));
    }
    return variables;
  }

  /// How the examples are written.
  JsonObject write(TemplateText text, Place place) {
    return switch (format) {
      case NAMED ->
          Json.object(
              place.named(),
              JsonArray.from(
                  text.variables(),
                  each -> Json.object("param_name", each.name(), "example", each.example())));
      case POSITIONAL -> {
        var values = JsonArray.from(text.variables(), each -> new JsonString(each.example()));
        yield Json.object(
            place.positional(), place.equals(Place.BODY) ? JsonArray.of(values) : values);
      }
    };
  }
}
