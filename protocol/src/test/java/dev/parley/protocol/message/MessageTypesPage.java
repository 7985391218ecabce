package dev.parley.protocol.message;

import dev.parley.protocol.GoldenFile;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.MessageType.Field;
import dev.parley.protocol.message.MessageType.Limit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of `docs/message-types.md`.
final class MessageTypesPage {
  private MessageTypesPage() {}

  private static final String HEAD =
      """
      # Message types

      What a business can send, written by the tests from the code: the limits are the constants of the records in
      `dev.parley.protocol.message`, and a test breaks each of them. Characters are Unicode code points. A number can be set to
      read strictly: then lengths count UTF-16 units, and the narrower of the documented rules holds where "strictly" is said.

      A body is refused at once with 100 (wrong JSON type, unknown type), 131008 (something is missing) or 131009 (a value
      breaks a rule or a limit), always with all problems and their paths. Further codes are in the table; those under "later"
      come in a `failed` status. All types are in the sandbox: they are drawn on the phone, and the user answers as told here.

      | Type | At once, besides 100, 131008, 131009 | Later | In the sandbox the user answers with |
      |---|---|---|---|
      """;

  static String text() {
    var types = MessageTypes.all();
    return HEAD
        + types.stream().map(MessageTypesPage::row).collect(Collectors.joining())
        + types.stream().map(MessageTypesPage::section).collect(Collectors.joining());
  }

  private static String row(MessageType type) {
    var anchor = name(type).toLowerCase(Locale.ROOT).replace(' ', '-');
    return "| [%s](#%s) | %s | %s | %s |\n"
        .formatted(name(type), anchor, codes(type.atOnce()), codes(type.later()), type.answer());
  }

  /// `text`, `interactive list`.
  static String name(MessageType type) {
    var golden = (JsonObject) GoldenFile.read("message/" + type.golden());
    var word = ((JsonString) member(golden, "type")).value();
    return word.equals("interactive")
        ? word + " " + ((JsonString) member((JsonObject) member(golden, word), "type")).value()
        : word;
  }

  private static Json member(JsonObject object, String name) {
    return Objects.requireNonNull(object.get(name), name);
  }

  private static String codes(List<Integer> codes) {
    return codes.stream().map(code -> Integer.toString(code)).collect(Collectors.joining(", "));
  }

  private static String section(MessageType type) {
    var rows =
        Stream.concat(
            Stream.of("\n## " + name(type) + "\n", "| Field | Required | Limit |", "|---|---|---|"),
            type.fields().stream().map(MessageTypesPage::row));
    return rows.collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Field field) {
    return "| `%s` | %s | %s |"
        .formatted(field.place(), field.required() ? "yes" : "", limit(field.limit()));
  }

  private static String limit(Limit limit) {
    return switch (limit) {
      case Limit.Chars(int max, var note) -> noted("at most %d characters".formatted(max), note);
      case Limit.Range(long min, long max) -> "%d to %d".formatted(min, max);
      case Limit.Items(int min, int max, var note) ->
          noted("%d to %d items".formatted(min, max), note);
      case Limit.Rule(var words) -> words;
    };
  }

  private static String noted(String limit, String note) {
    return note.isEmpty() ? limit : limit + "; " + note;
  }
}
