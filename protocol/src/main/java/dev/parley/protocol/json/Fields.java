package dev.parley.protocol.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the members of one object and notes whatever is wrong with each.
///
/// A method gives `null` where it noted a problem, and the `optional` ones also where the member is
/// absent; which of both tells `Problems`. A JSON null counts as absent everywhere. Lengths are
/// counted in code points, in UTF-16 units where the reading is strict.
public final class Fields {

  /// Characters of a foreign value that a sentence shows.
  private static final int SHOWN_MAX_CHARS = 60;

  private final JsonObject object;
  private final Path path;
  private final Problems problems;

  /// The members that a reader asked for, there or not; `null` where nobody minds the others.
  private final @Nullable Set<String> asked;

  private Fields(JsonObject object, Path path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
    this.asked = problems.isStrict() ? new LinkedHashSet<>() : null;
  }

  /// The members of an object within the body.
  private static Fields within(JsonObject object, Path path, Problems problems) {
    var fields = new Fields(object, path, problems);
    if (problems.isStrict()) {
      problems.watch(fields);
    }
    return fields;
  }

  /// The members of the whole body; `null` (and a problem) where it is no object.
  public static @Nullable Fields of(Json body, Problems problems) {
    if (body instanceof JsonObject object) {
      return new Fields(object, Path.root(), problems);
    }
    wrongType(problems, Path.root(), body, "an object");
    return null;
  }

  public Path path() {
    return path;
  }

  /// The place of this member.
  public Path at(String name) {
    return path.field(name);
  }

  /// The whole object, whatever is in it: each of its members counts as known.
  public JsonObject json() {
    var known = asked;
    if (known != null) {
      object.forEach((name, value) -> known.add(name));
    }
    return object;
  }

  /// Whether this is an object without members.
  public boolean isEmpty() {
    return object.isEmpty();
  }

  /// Whether the stricter reading holds where the sources disagree.
  public boolean strict() {
    return problems.isStrict();
  }

  /// Notes each member that no reader asked for.
  void noteUnknown() {
    var known = asked;
    if (known == null) {
      return;
    }
    var lacking = known.stream().filter(name -> !object.has(name)).toList();
    object.forEach((name, value) -> {
      if (!known.contains(name)) {
        note(name, "is no member that is known here", Problem.INVALID, new Remedy.Rename(lacking));
      }
    });
  }

  /// Whether the member is there and not null.
  public boolean has(String name) {
    return member(name) != null;
  }

  /// Whether the member says anything: neither absent nor null nor `""` nor `{}` nor `[]`.
  public boolean says(String name) {
    return switch (member(name)) {
      case null -> false;
      case JsonString(var text) -> !text.isEmpty();
      case JsonObject members -> !members.isEmpty();
      case JsonArray items -> items.size() > 0;
      case JsonNumber number -> true;
      case JsonBool bool -> true;
      case JsonNull nothing -> false;
    };
  }

  /// Notes a value that breaks a rule.
  public void badValue(String name, String problem) {
    note(name, problem, Problem.BAD_VALUE);
  }

  public void note(String name, String problem, int code) {
    problems.add(at(name), problem, code);
  }

  /// Notes a problem, and what would make it right.
  public void note(String name, String problem, int code, Remedy remedy) {
    problems.add(at(name), Problem.of(at(name), problem, code).with(remedy));
  }

  /// Notes a problem whose wording is known. Its path is that of this member.
  public void note(
      String name, String problem, int code, @Nullable String message, @Nullable String details) {
    problems.add(at(name), new Problem(at(name).toString(), problem, code, message, details));
  }

  /// A required string with something in it.
  public @Nullable String text(String name) {
    var text = string(name);
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      missing(name, "is empty");
      return null;
    }
    if (isBlank(text)) {
      badValue(name, "holds only white space");
      return null;
    }
    return text;
  }

  /// A required string with something in it, of at most so many characters.
  public @Nullable String text(String name, int maxChars) {
    return fits(name, text(name), maxChars, null);
  }

  /// The same, with the wording that is known for a longer one.
  public @Nullable String text(String name, int maxChars, String detailsIfLonger) {
    return fits(name, text(name), maxChars, detailsIfLonger);
  }

  /// A string that may be absent; an empty or blank one counts as absent.
  public @Nullable String optionalText(String name, int maxChars) {
    var text = optionalString(name);
    return text == null || isBlank(text) ? null : fits(name, text, maxChars, null);
  }

  /// A required string that comes back to the business as it is: no space at either end.
  public @Nullable String id(String name, int maxChars) {
    var id = text(name, maxChars);
    if (id == null) {
      return null;
    }
    if (isSpace(id.codePointAt(0)) || isSpace(id.codePointBefore(id.length()))) {
      badValue(name, "is %s, spaces at its ends are not allowed".formatted(quoted(id)));
      return null;
    }
    return id;
  }

  /// A required id of Meta's making. Some clients send such as a number (`clients.md` 3); the
  /// OpenAPI document has strings only.
  public @Nullable String metaId(String name, int maxChars) {
    if (!strict()
        && member(name) instanceof JsonNumber number
        && number.asLong().isPresent()
        && number.asLong().getAsLong() >= 0) {
      return Long.toString(number.asLong().getAsLong());
    }
    return text(name, maxChars);
  }

  /// The same for an id that may be absent; an empty one counts as absent.
  public @Nullable String optionalMetaId(String name, int maxChars) {
    return says(name) ? metaId(name, maxChars) : null;
  }

  /// A required string, whatever is in it.
  public @Nullable String string(String name) {
    var value = value(name);
    if (value instanceof JsonString(var text)) {
      return text;
    }
    if (isAbsent(name, value)) {
      return null;
    }
    return optionalString(name);
  }

  /// Notes a required member that is absent or null.
  private boolean isAbsent(String name, @Nullable Json value) {
    if (value == null || value == JsonNull.NULL) {
      missing(name, value == null ? "is missing" : "is null");
      return true;
    }
    return false;
  }

  /// A string that may be absent, whatever is in it.
  public @Nullable String optionalString(String name) {
    return switch (member(name)) {
      case null -> null;
      case JsonString(var text) -> text;
      case Json other -> {
        wrongType(problems, at(name), other, "a string");
        yield null;
      }
    };
  }

  /// A required word of these, in lower case; written in either case (`clients.md` 6).
  public @Nullable String word(String name, Set<String> words, int codeIfOther) {
    var word = text(name);
    return word == null ? null : oneOf(name, word, words, codeIfOther);
  }

  /// A word of these that may be absent.
  public @Nullable String optionalWord(String name, Set<String> words, int codeIfOther) {
    var word = optionalString(name);
    return word == null || word.isEmpty() ? null : oneOf(name, word, words, codeIfOther);
  }

  private @Nullable String oneOf(String name, String word, Set<String> words, int codeIfOther) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (words.contains(lower)) {
      return lower;
    }
    note(
        name,
        "is %s, must be %s".formatted(quoted(word), choices(words)),
        codeIfOther,
        Remedy.OneOf.of(words));
    return null;
  }

  /// A required whole number within these bounds.
  public @Nullable Long whole(String name, long min, long max) {
    if (value(name) instanceof JsonString(var text) && text.isEmpty()) {
      missing(name, "is empty");
      return null;
    }
    return isAbsent(name, value(name)) ? null : optionalWhole(name, min, max);
  }

  /// A whole number within these bounds that may be absent; in digits within a string too, as many
  /// clients write it, unless the reading is strict.
  public @Nullable Long optionalWhole(String name, long min, long max) {
    var value = member(name);
    if (value == null || (value instanceof JsonString(var text) && text.isEmpty())) {
      return null;
    }
    var number =
        switch (value) {
          case JsonNumber written -> written;
          case JsonString(var text) when !strict() && JsonNumber.isNumber(text) ->
              new JsonNumber(text);
          case Json other -> null;
        };
    if (number == null) {
      wrongType(problems, at(name), value, "a whole number");
      return null;
    }
    var whole = number.asLong();
    if (whole.isEmpty() || whole.getAsLong() < min || whole.getAsLong() > max) {
      badValue(name, "is %s, must be a whole number from %d to %d".formatted(number, min, max));
      return null;
    }
    return whole.getAsLong();
  }

  /// A boolean that may be absent.
  public boolean optionalBool(String name, boolean otherwise) {
    return switch (member(name)) {
      case null -> otherwise;
      case JsonBool bool -> bool.value();
      case Json other -> {
        wrongType(problems, at(name), other, "a boolean");
        yield otherwise;
      }
    };
  }

  /// A required object.
  public @Nullable Fields object(String name) {
    return isAbsent(name, value(name)) ? null : optionalObject(name);
  }

  /// An object that may be absent.
  public @Nullable Fields optionalObject(String name) {
    return switch (member(name)) {
      case null -> null;
      case JsonObject members -> within(members, at(name), problems);
      case Json other -> {
        wrongType(problems, at(name), other, "an object");
        yield null;
      }
    };
  }

  /// The objects of a required array with at least one item. Items of another type are noted and
  /// left out; how many the array has tells `size`.
  public @Nullable List<Fields> objects(String name) {
    var value = value(name);
    if (isAbsent(name, value)) {
      return null;
    }
    if (value instanceof JsonArray array && array.size() == 0) {
      badValue(name, "is empty, at least one item is required");
      return null;
    }
    return optionalObjects(name);
  }

  /// The objects of an array that may be absent or empty; an absent one has none.
  public List<Fields> optionalObjects(String name) {
    return switch (member(name)) {
      case null -> List.of();
      case JsonArray array -> objects(array, at(name));
      case Json other -> {
        wrongType(problems, at(name), other, "an array");
        yield List.of();
      }
    };
  }

  private List<Fields> objects(JsonArray array, Path at) {
    var fields = new ArrayList<Fields>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject item) {
        fields.add(within(item, at.index(i), problems));
      } else {
        wrongType(problems, at.index(i), array.get(i), "an object");
      }
    }
    return fields;
  }

  /// How many items this array has; 0 where it is none.
  public int size(String name) {
    return member(name) instanceof JsonArray array ? array.size() : 0;
  }

  /// The member; `null` where it is absent or null.
  public @Nullable Json member(String name) {
    var value = value(name);
    return value == JsonNull.NULL ? null : value;
  }

  /// The member as it is; `null` where it is absent.
  private @Nullable Json value(String name) {
    if (asked != null) {
      asked.add(name);
    }
    return object.get(name);
  }

  /// Notes that this member must be there. Wording from a live body, `verified.md` §10, which also
  /// answers an empty string so.
  public void missing(String name, String problem) {
    note(
        name,
        problem,
        Problem.MISSING,
        null,
        "The parameter " + at(name).inGraphWords() + " is required.");
  }

  /// Notes that this member has the wrong type.
  public void wrongType(String name, String wanted) {
    var value = value(name);
    wrongType(problems, at(name), value == null ? JsonNull.NULL : value, wanted);
  }

  /// Wording from a live body, `responses-and-errors.md` §6.
  private static void wrongType(Problems problems, Path at, Json value, String wanted) {
    var name = at.inGraphWords();
    var known =
        switch (wanted) {
          case "an object" -> "a JSON object";
          case "an array" -> "a JSON array";
          default -> wanted;
        };
    problems.add(
        at,
        new Problem(
            at.toString(),
            "is %s, must be %s".formatted(shown(value), wanted),
            Problem.INVALID,
            name.isEmpty() ? null : "(#100) Param %s must be %s.".formatted(name, known),
            null,
            new Remedy.OfType(wanted)));
  }

  private @Nullable String fits(
      String name, @Nullable String text, int maxChars, @Nullable String detailsIfLonger) {
    return text == null
            || noteIfLonger(name, text, maxChars, Problem.BAD_VALUE, null, detailsIfLonger)
        ? null
        : text;
  }

  /// Notes a text of more characters under this code, with the wording that is known; says whether
  /// it did.
  public boolean noteIfLonger(
      String name,
      String text,
      int maxChars,
      int code,
      @Nullable String message,
      @Nullable String details) {
    if (text.length() <= maxChars) {
      return false;
    }
    int chars = strict() ? text.length() : codePoints(text);
    if (chars <= maxChars) {
      return false;
    }
    var at = at(name);
    problems.add(
        at,
        new Problem(
            at.toString(),
            tooLong(chars, maxChars),
            code,
            message,
            details,
            new Remedy.Shorten(maxChars)));
    return true;
  }

  /// `has 31 characters, at most 24 are allowed`
  public static String tooLong(String text, int maxChars) {
    return tooLong(codePoints(text), maxChars);
  }

  private static String tooLong(int chars, int maxChars) {
    return "has " + chars + " characters, at most " + maxChars + " are allowed";
  }

  public static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /// A foreign value in a sentence: in quotes, cut when it is long.
  public static String quoted(String text) {
    int shown = Math.min(codePoints(text), SHOWN_MAX_CHARS);
    var cut = text.substring(0, text.offsetByCodePoints(0, shown));
    return JsonWriter.compact(new JsonString(cut.length() < text.length() ? cut + "…" : cut));
  }

  private static String shown(Json value) {
    return switch (value) {
      case JsonString(var text) -> "the string " + quoted(text);
      case JsonNumber(var literal) -> "the number " + literal;
      case JsonBool bool -> bool.toString();
      case JsonNull nothing -> "null";
      case JsonObject members -> "an object";
      case JsonArray items -> "an array";
    };
  }

  private static String choices(Collection<String> words) {
    var sorted = words.stream().sorted().map(word -> '"' + word + '"').toList();
    return sorted.size() == 1
        ? sorted.getFirst()
        : String.join(", ", sorted.subList(0, sorted.size() - 1)) + " or " + sorted.getLast();
  }

  private static boolean isBlank(String text) {
    return text.isEmpty()
        || (isSpace(text.charAt(0)) && text.codePoints().allMatch(Fields::isSpace));
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
