package dev.parley.server.console;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The page, its live stream, and the log of events and calls for tests.
public final class ConsoleRoutes {
  /// How long a caller may wait for an event or a call.
  static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private static final List<String> PARAMETERS =
      List.of("after", "last", "wait", "number", "chat", "wamid", "kind");

  private final Live live;
  private final CallLog calls;
  private final Supplier<EventFeed> feed;
  private final Deliveries deliveries;
  private final Supplier<String> traceIds;
  private final PageFiles files = new PageFiles();

  /// What was delivered to bots lately.
  @FunctionalInterface
  public interface Deliveries {
    /// `{"deliveries":[…]}`, oldest first; null means any.
    JsonObject recent(@Nullable String number, @Nullable String chat);
  }

  public ConsoleRoutes(
      Live live,
      CallLog calls,
      Supplier<EventFeed> feed,
      Deliveries deliveries,
      Supplier<String> traceIds) {
    this.live = live;
    this.calls = calls;
    this.feed = feed;
    this.deliveries = deliveries;
    this.traceIds = traceIds;
    calls.onCall(call -> {
      if (live.isWatched()) {
        live.tell("call", calls.write(call));
      }
    });
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/", files::index),
        new Route("GET", "/assets/{a}", files::asset),
        new Route("GET", "/assets/{a}/{b}", files::asset),
        new Route("GET", "/assets/{a}/{b}/{c}", files::asset),
        new Route("GET", "/console/live", this::live),
        new Route("GET", "/console/deliveries", this::deliveries),
        new Route("GET", "/sandbox/events", this::events),
        new Route("GET", "/sandbox/calls", this::calls));
  }

  private Response live(Request request) {
    String after = request.query().first("after");
    if (after == null || after.isEmpty()) {
      return live.stream(feed.get().end());
    }
    return Position.of(after)
        .map(live::stream)
        .orElseGet(() -> refused("after", "is no token of this server"));
  }

  private Response deliveries(Request request) {
    return json(deliveries.recent(request.query().first("number"), request.query().first("chat")));
  }

  private Response events(Request request) throws InterruptedException {
    for (String name : request.query().values().keySet()) {
      if (!PARAMETERS.contains(name)) {
        return refused(name, "is no parameter here; there are " + String.join(", ", PARAMETERS));
      }
    }
    String after = request.query().first("after");
    String last = request.query().first("last");
    if (last != null && !last.matches("[1-9][0-9]{0,5}")) {
      return refused("last", "is how many events of each stream to go back, 1 to 999999");
    }
    Optional<Position> position =
        after == null || after.isEmpty()
            ? Optional.of(
                last == null ? Position.start() : feed.get().end().back(Long.parseLong(last)))
            : Position.of(after);
    if (position.isEmpty()) {
      return refused("after", "is no token of this server");
    }
    Optional<Duration> wait = waitOf(request);
    if (wait.isEmpty()) {
      return badWait();
    }
    var filter =
        new EventFeed.Filter(
            request.query().first("number"),
            request.query().first("chat"),
            request.query().first("wamid"),
            request.query().first("kind"));
    EventFeed.Page page = feed.get().await(position.get(), filter, wait.get());
    return json(
        Json.object(
            "events", new JsonArray(List.copyOf(page.events())), "next", page.next().token()));
  }

  private Response calls(Request request) throws InterruptedException {
    String after = request.query().first("after");
    long number;
    try {
      number = after == null || after.isEmpty() ? 0 : Long.parseLong(after.replaceFirst("^c-", ""));
    } catch (NumberFormatException notOurs) {
      return refused("after", "is no token of this server");
    }
    Optional<Duration> wait = waitOf(request);
    if (wait.isEmpty()) {
      return badWait();
    }
    List<CallLog.Call> found = calls.after(number, System.nanoTime() + wait.get().toNanos());
    long next = found.isEmpty() ? number : found.getLast().number();
    return json(Json.object("calls", JsonArray.from(found, calls::write), "next", "c-" + next));
  }

  private static Optional<Duration> waitOf(Request request) {
    String wait = request.query().first("wait");
    if (wait == null || wait.isEmpty()) {
      return Optional.of(Duration.ZERO);
    }
    try {
      Duration duration = Duration.parse(wait);
      return duration.isNegative() || duration.compareTo(WAIT_MAX) > 0
          ? Optional.empty()
          : Optional.of(duration);
    } catch (DateTimeParseException | ArithmeticException notADuration) {
      return Optional.empty();
    }
  }

  private Response badWait() {
    return refused("wait", "is a duration such as PT5S, at most " + WAIT_MAX);
  }

  private Response refused(String parameter, String problem) {
    var error =
        ApiError.of(
            List.of(
                Problem.of(
                    Path.root().field(parameter), problem, ErrorCode.INVALID_PARAMETER.number())));
    return Response.json(400, JsonWriter.utf8(GraphErrorWriter.envelope(error, traceIds.get())));
  }

  private static Response json(Json json) {
    return Response.json(200, JsonWriter.utf8(json));
  }
}
