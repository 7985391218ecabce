package dev.parley.server.http;

import dev.parley.server.http.Route.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the route for a path and method. Where several patterns match, the one with a literal
/// segment at the first place where they differ wins, if it knows the method.
public final class Router implements Handler {
  private record Entry(Shape shape, Map<String, Handler> byMethod) {}

  private record Match(Entry entry, Map<String, String> parameters) {}

  /// By number of segments, best match first.
  private final Map<Integer, List<Entry>> entries;

  private final Handler fallback;

  private Router(Map<Integer, List<Entry>> entries, Handler fallback) {
    this.entries = entries;
    this.fallback = fallback;
  }

  /// A router over these routes, in any order.
  ///
  /// @param fallback answers every path that no route has
  public static Router of(List<Route> routes, Handler fallback) {
    var byRank = new HashMap<String, Entry>();
    for (var route : routes) {
      var shape = Shape.of(route);
      var entry = byRank.computeIfAbsent(shape.rank(), _ -> new Entry(shape, new HashMap<>()));
      if (!entry.shape().equals(shape)) {
        throw new IllegalArgumentException("same paths under other names: " + route.pattern());
      }
      if (entry.byMethod().put(route.method(), route.handler()) != null) {
        throw new IllegalArgumentException(
            "two routes for %s %s".formatted(route.method(), route.pattern()));
      }
    }
    var entries = new HashMap<Integer, List<Entry>>();
    byRank.values().stream()
        .sorted(Comparator.comparing(entry -> entry.shape().rank()))
        .forEach(entry ->
            entries
                .computeIfAbsent(entry.shape().segments().size(), _ -> new ArrayList<>())
                .add(entry));
    return new Router(entries, fallback);
  }

  /// Answers what has no route at all with 404.
  public static Router of(List<Route> routes) {
    return of(routes, Router::notFound);
  }

  private static Response notFound(Request request) {
    return Response.failure(
        404, "there is nothing at %s %s".formatted(request.method(), request.rawPath()));
  }

  @Override
  public Response handle(Request request) throws Exception {
    var matches = matches(request.path());
    if (matches.isEmpty()) {
      return fallback.handle(request);
    }
    for (var match : matches) {
      var handler = handler(match.entry(), request.method());
      if (handler != null) {
        return handler.handle(request.matched(match.parameters()));
      }
    }
    return otherMethod(request, allowed(matches));
  }

  private List<Match> matches(List<String> path) {
    var matches = new ArrayList<Match>(2);
    for (var entry : entries.getOrDefault(path.size(), List.of())) {
      var parameters = entry.shape().match(path);
      if (parameters != null) {
        matches.add(new Match(entry, parameters));
      }
    }
    return matches;
  }

  private static @Nullable Handler handler(Entry entry, String method) {
    var exact = entry.byMethod().get(method);
    return exact == null && method.equals("HEAD") ? entry.byMethod().get("GET") : exact;
  }

  private static String allowed(List<Match> matches) {
    var methods = new TreeSet<String>(List.of("OPTIONS"));
    for (var match : matches) {
      methods.addAll(match.entry().byMethod().keySet());
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private static Response otherMethod(Request request, String allowed) {
    if (request.method().equals("OPTIONS")) {
      return Response.empty(204).with("Allow", allowed);
    }
    return Response.failure(
            405,
            "%s is not possible at %s, only %s"
                .formatted(request.method(), request.rawPath(), allowed))
        .with("Allow", allowed);
  }
}
