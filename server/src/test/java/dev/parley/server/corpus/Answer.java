package dev.parley.server.corpus;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.net.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server answered.
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonObject json() {
    return Sandbox.object(Sandbox.read(body));
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// The id of the message that was accepted.
  public String wamid() {
    return member("messages.0.id");
  }

  /// `error.code`; 0 where there is no error.
  public long code() {
    return find("error.code") instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
  }

  /// `error.error_subcode`; 0 where there is none.
  public long subcode() {
    return find("error.error_subcode") instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
  }

  public String message() {
    return member("error.message");
  }

  /// `error_data.details`; empty where there are none.
  public String details() {
    return member("error.error_data.details");
  }

  /// `131009 $.text.body` of each problem.
  public List<String> problems() {
    return each().stream()
        .map(problem -> problem.get("code") + " " + Sandbox.string(problem.get("path")))
        .toList();
  }

  public List<String> paths() {
    return each().stream().map(problem -> Sandbox.string(problem.get("path"))).toList();
  }

  private List<JsonObject> each() {
    return find("error.error_data.problems") instanceof JsonArray array
        ? array.items().stream().map(Sandbox::object).toList()
        : List.of();
  }

  /// The string at a place such as `messages.0.id`; empty where there is none.
  public String member(String place) {
    return find(place) instanceof JsonString(var text) ? text : "";
  }

  private @Nullable Json find(String place) {
    Json here = Sandbox.read(body);
    for (String step : place.split("\\.", -1)) {
      here =
          switch (here) {
            case JsonObject object -> object.get(step);
            case JsonArray array when array.size() > Integer.parseInt(step) ->
                array.get(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    return here;
  }
}
