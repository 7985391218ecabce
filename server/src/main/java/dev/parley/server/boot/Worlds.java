package dev.parley.server.boot;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Further worlds beside the first one, each below `/w/{name}`, for tests that run side by side and
/// must share nothing. Ids and keys are the same in each. They live in this process only and are
/// gone with it.
final class Worlds implements AutoCloseable {
  /// A world takes a database, a few threads and about 2 MB.
  static final int WORLDS_MAX = 64;

  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final Function<String, World> maker;
  private final Function<String, String> baseUrl;
  private final Supplier<String> traceIds;
  private final Map<String, World> worlds = new TreeMap<>();
  private int made;

  /// @param maker makes a world of this name that no store holds yet
  /// @param baseUrl of the world of a name
  Worlds(
      Function<String, World> maker, Function<String, String> baseUrl, Supplier<String> traceIds) {
    this.maker = maker;
    this.baseUrl = baseUrl;
    this.traceIds = traceIds;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/sandbox/worlds", this::list),
        new Route("POST", "/sandbox/worlds", this::make),
        new Route("DELETE", "/sandbox/worlds/{name}", this::remove));
  }

  synchronized @Nullable World find(String name) {
    return worlds.get(name);
  }

  private synchronized Response list(Request request) {
    return json(
        200, Json.object("worlds", JsonArray.from(List.copyOf(worlds.keySet()), this::shown)));
  }

  private synchronized Response make(Request request) {
    byte[] body = request.body(BODY_BYTES_MAX);
    Reading<Json> read =
        body.length == 0 ? new Reading.Ok<>(JsonObject.empty()) : JsonReader.read(body);
    return switch (read) {
      case Reading.Wrong<Json>(var problems) -> refused(400, problems);
      case Reading.Ok<Json>(JsonObject object) -> make(object.get("name"));
      case Reading.Ok<Json>(var other) ->
          refused(400, List.of(Problem.ofDocument("is " + other.kind() + ", not an object")));
    };
  }

  private Response make(@Nullable Json given) {
    Path at = Path.root().field("name");
    String name =
        switch (given) {
          case null -> nextName();
          case JsonNull none -> nextName();
          case JsonString(var text) -> text;
          case Json other -> "";
        };
    if (!NAME.matcher(name).matches()) {
      return refused(
          400,
          List.of(
              Problem.badValue(
                  at, "must be 1 to 40 of a-z, 0-9 and -, and start with a letter or digit")));
    }
    if (worlds.containsKey(name)) {
      return refused(
          409, List.of(Problem.badValue(at, "is \"" + name + "\", which exists already")));
    }
    if (worlds.size() >= WORLDS_MAX) {
      return refused(
          409,
          List.of(
              Problem.badValue(
                  at, "can't be made: there are %d worlds, the most".formatted(WORLDS_MAX))));
    }
    worlds.put(name, maker.apply(name));
    return json(201, shown(name));
  }

  private String nextName() {
    String name;
    do {
      name = "world-" + ++made;
    } while (worlds.containsKey(name));
    return name;
  }

  private Response remove(Request request) {
    String name = request.pathParameter("name");
    World world;
    synchronized (this) {
      world = worlds.remove(name);
    }
    if (world == null) {
      return Response.failure(404, "there is no world " + name);
    }
    world.close();
    return json(200, Json.object("success", true));
  }

  private JsonObject shown(String name) {
    return Json.object("name", name, "base_url", baseUrl.apply(name));
  }

  private Response refused(int status, List<Problem> problems) {
    return json(status, GraphErrorWriter.envelope(ApiError.of(problems), traceIds.get()));
  }

  private static Response json(int status, Json body) {
    return Response.json(status, JsonWriter.utf8(body));
  }

  @Override
  public synchronized void close() {
    worlds.values().forEach(World::close);
    worlds.clear();
  }
}
