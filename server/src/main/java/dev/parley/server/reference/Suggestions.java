package dev.parley.server.reference;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.json.Remedy;
import java.util.List;
import java.util.Optional;

/// What to write instead of what is wrong, where that can be known: the rule's own remedy, or else
/// what stands there says it.
final class Suggestions {
  private final Json body;

  Suggestions(Json body) {
    this.body = body;
  }

  List<Finding> to(List<Problem> problems) {
    return problems.stream()
        .map(problem -> new Finding(problem, suggestion(problem).orElse(null)))
        .toList();
  }

  private Optional<String> suggestion(Problem problem) {
    return Spot.at(body, problem.path()).flatMap(spot -> suggestion(problem, spot));
  }

  private static Optional<String> suggestion(Problem problem, Spot spot) {
    var value = spot.value();
    return switch (problem.remedy()) {
      case Remedy.Shorten(int max) when value instanceof JsonString(var text) ->
          Optional.of("shorten it, to " + new JsonString(cut(text, max)));
      case Remedy.OneOf(var words) when value instanceof JsonString(var word) ->
          Spelling.nearest(word, words).map(meant -> "did you mean \"%s\"?".formatted(meant));
      case Remedy.Rename(var known) ->
          Optional.of(
              Spelling.nearest(spot.name(), known)
                  .map(meant -> "did you mean \"%s\"?".formatted(meant))
                  .orElse("leave it out"));
      case Remedy.OfType(var wanted) when value != null -> ofType(wanted, value, spot);
      case null, default ->
          value == null || isEmpty(value) ? missing(spot) : instead(spot.name(), value);
    };
  }

  private static boolean isEmpty(Json value) {
    return value.equals(new JsonString(""))
        || (value instanceof JsonArray array && array.size() == 0)
        || value == dev.parley.protocol.json.JsonNull.NULL;
  }

  /// Cut where a limit of characters lies, at a word's end if one is near.
  private static String cut(String text, int max) {
    if (Fields.codePoints(text) <= max) {
      // Too long in UTF-16 units only.
      return text.substring(0, Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max);
    }
    var cut = text.substring(0, text.offsetByCodePoints(0, max));
    int space = cut.lastIndexOf(' ');
    return space > cut.length() * 2 / 3 ? cut.substring(0, space) : cut.stripTrailing();
  }

  private static Optional<String> ofType(String wanted, Json value, Spot spot) {
    return switch (wanted) {
      case "a string" ->
          switch (value) {
            case JsonNumber number -> write(new JsonString(number.literal()));
            case JsonBool bool -> write(new JsonString(bool.toString()));
            case JsonObject object when object.size() == 1 && isText(object.value(0)) ->
                write(object.value(0));
            default -> Optional.empty();
          };
      case "a boolean" ->
          value instanceof JsonString(var text) && text.matches("(?i)true|false")
              ? write(JsonBool.of(Boolean.parseBoolean(text)))
              : Optional.empty();
      case "a number" ->
          value instanceof JsonString(var text) && JsonNumber.isNumber(text.strip())
              ? write(new JsonNumber(text.strip()))
              : Optional.empty();
      case "an object" -> asObject(value, spot);
      case "an array" ->
          switch (value) {
            case JsonObject object -> Optional.of("put it into an array: [" + shown(object) + "]");
            case JsonString(var text) -> inside(text);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /// An object of which only the one text was written, or which was written as text.
  private static Optional<String> asObject(Json value, Spot spot) {
    if (!(value instanceof JsonString(var text))) {
      return Optional.empty();
    }
    var json = inside(text);
    return json.isPresent()
        ? json
        : Skeletons.onlyText(spot.parentName(), spot.name())
            .flatMap(member -> write(Json.object(member, text)));
  }

  /// JSON that was written into a string.
  private static Optional<String> inside(String text) {
    return JsonReader.read(text) instanceof Reading.Ok<Json>(var json)
            && (json instanceof JsonObject || json instanceof JsonArray)
        ? Optional.of("write it as JSON, not as a string: " + shown(json))
        : Optional.empty();
  }

  private static boolean isText(Json value) {
    return value instanceof JsonString;
  }

  private static Optional<String> missing(Spot spot) {
    var parent = spot.parent();
    if (parent == null) {
      return Optional.empty();
    }
    var misspelled = misspelled(parent, spot.name());
    if (misspelled.isPresent()) {
      return misspelled.map(
          name -> "is %s meant? Its name is \"%s\"".formatted(new JsonString(name), spot.name()));
    }
    return Skeletons.of(spot.parentName(), spot.name())
        .map(skeleton -> "add \"%s\": %s".formatted(spot.name(), skeleton));
  }

  /// A member whose name is nearly this one.
  private static Optional<String> misspelled(JsonObject object, String name) {
    for (int i = 0; i < object.size(); i++) {
      var other = object.name(i);
      if (!other.equals(name)
          && !Skeletons.isKnown(other)
          && Spelling.nearest(other, List.of(name)).isPresent()) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /// What stands there, made right.
  private static Optional<String> instead(String name, Json value) {
    if (!(value instanceof JsonString(var text))) {
      return Optional.empty();
    }
    var plain = text.strip();
    boolean isLink = name.equals("url") || name.equals("link");
    if (isLink && plain.matches("(?i)(www\\.|[a-z0-9-]+\\.[a-z]{2,})\\S*")) {
      return write(new JsonString("https://" + plain));
    }
    if (isLink && plain.matches("//\\S+")) {
      return write(new JsonString("https:" + plain));
    }
    return plain.isEmpty() || plain.equals(text) ? Optional.empty() : write(new JsonString(plain));
  }

  private static Optional<String> write(Json json) {
    return Optional.of("write " + shown(json));
  }

  private static String shown(Json json) {
    var text = json.toString();
    return text.length() <= Skeletons.SHOWN_MAX_CHARS
        ? text
        : text.substring(0, Skeletons.SHOWN_MAX_CHARS) + "…";
  }
}
