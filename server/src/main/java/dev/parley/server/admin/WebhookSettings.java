package dev.parley.server.admin;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A body that sets an endpoint, as JSON, as a form, or in the query, as Graph takes it.
final class WebhookSettings {
  static final int BYTES_MAX = 64 * 1024;
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

  /// The body's members; an empty body has none.
  static Reading<JsonObject> read(Request request) {
    byte[] bytes = request.body(BYTES_MAX);
    String type = String.valueOf(request.headers().first("Content-Type")).toLowerCase(Locale.ROOT);
    if (bytes.length == 0 || type.startsWith("application/x-www-form-urlencoded")) {
      return new Reading.Ok<>(fields(request, bytes));
    }
    return JsonReader.read(bytes)
        .then(json ->
            json instanceof JsonObject object
                ? new Reading.Ok<>(object)
                : new Reading.Wrong<>(
                    List.of(Problem.ofDocument("is " + json.kind() + ", not an object"))));
  }

  private static JsonObject fields(Request request, byte[] form) {
    var object = JsonObject.builder();
    request.query().values().forEach((name, values) -> object.put(name, value(values.getFirst())));
    for (String pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        object.put(decode(pair.substring(0, equals)), value(decode(pair.substring(equals + 1))));
      }
    }
    return object.build();
  }

  private static Json value(String text) {
    if (text.startsWith("{")
        && JsonReader.read(text.getBytes(StandardCharsets.UTF_8))
            instanceof Reading.Ok<Json>(var json)) {
      return json;
    }
    return new JsonString(text);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badPercent) {
      return text;
    }
  }

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

  /// The endpoint's own headers.
  static Map<String, String> headers(JsonObject body, List<Problem> problems) {
    Path at = Path.root().field("headers");
    var headers = new LinkedHashMap<String, String>();
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
