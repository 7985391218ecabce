package dev.parley.server.admin;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The members that set an endpoint.
final class WebhookSettings {
  static final int HEADERS_MAX = 30;
  static final int HEADER_CHARS_MAX = 4_000;

  /// Headers that delivery itself sets.
  private static final Set<String> OURS =
      Set.of(
          "content-type",
          "content-length",
          "host",
          "transfer-encoding",
          "connection",
          "x-hub-signature-256",
          "user-agent",
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature");

  private WebhookSettings() {}

  /// A text member; null where it is absent or null.
  static @Nullable String text(JsonObject body, String name, Path at, List<Problem> problems) {
    return switch (body.get(name)) {
      case null -> null;
      case JsonNull nothing -> null;
      case JsonString(var text) -> text;
      case Json other -> {
        problems.add(
            Problem.of(at.field(name), "is " + other.kind() + ", not a string", Problem.INVALID));
        yield null;
      }
    };
  }

  static boolean flag(JsonObject body, String name, List<Problem> problems) {
    return switch (body.get(name)) {
      case null -> false;
      case JsonNull nothing -> false;
      case JsonBool bool -> bool.value();
      case JsonString(var text) when text.equals("true") || text.equals("false") ->
          text.equals("true");
      case Json other -> {
        problems.add(
            Problem.of(
                Path.root().field(name),
                "is " + other.kind() + ", not a boolean",
                Problem.INVALID));
        yield false;
      }
    };
  }

  /// The endpoint's own headers; names are compared without regard to case.
  static Map<String, String> headers(JsonObject body, List<Problem> problems) {
    Path at = Path.root().field("headers");
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    switch (body.get("headers")) {
      case null -> {}
      case JsonNull nothing -> {}
      case JsonObject object -> {
        if (object.size() > HEADERS_MAX) {
          problems.add(
              Problem.of(
                  at,
                  "has %d headers, at most %d are allowed".formatted(object.size(), HEADERS_MAX),
                  Problem.INVALID));
        }
        object.forEach((name, value) -> header(name, value, at.field(name), headers, problems));
      }
      case Json other ->
          problems.add(Problem.of(at, "is " + other.kind() + ", not an object", Problem.INVALID));
    }
    return headers;
  }

  private static void header(
      String name, Json value, Path at, Map<String, String> into, List<Problem> problems) {
    var wrong = new ArrayList<String>();
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}")) {
      wrong.add("is no name of a header");
    } else if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      wrong.add("is a header that each delivery sets itself");
    } else if (into.containsKey(name)) {
      wrong.add("is there already in other letters");
    }
    if (!(value instanceof JsonString(var text))) {
      wrong.add("is " + value.kind() + ", not a string");
    } else if (text.length() > HEADER_CHARS_MAX || text.chars().anyMatch(c -> c < ' ' || c > 126)) {
      wrong.add("takes at most %d characters of plain ASCII".formatted(HEADER_CHARS_MAX));
    } else {
      into.put(name, text);
    }
    wrong.forEach(problem -> problems.add(Problem.of(at, problem, Problem.INVALID)));
  }
}
