package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.server.sandbox.SandboxClock.ImpossibleMove;
import java.util.List;
import java.util.function.Supplier;

/// The control API of a sandbox: what people do on their phones, and the world around them. Whether
/// somebody may call it at all is decided before.
public final class SandboxApi {
  private static final String HANDSETS = "/sandbox/handsets";
  private static final String HANDSET = HANDSETS + "/{wa_id}";
  private static final String CHATS = HANDSET + "/chats";
  private static final String CHAT = CHATS + "/{number}";
  private static final String MESSAGES = CHAT + "/messages";
  private static final String MESSAGE = MESSAGES + "/{wamid}";

  private final SandboxClock clock;
  private final Runnable reset;
  private final ApiAnswers answers;
  private final WorldView world;
  private final HandsetCalls handsets;
  private final ChatCalls chats;
  private final AnswerCalls replies;

  /// @param graphVersion the newest that is spoken, `v25.0`
  /// @param reset makes the world what its seed says; the answer is sent afterwards
  /// @param traceIds a new one for each error
  public SandboxApi(
      SandboxNetwork network,
      Accounts accounts,
      SandboxClock clock,
      String graphVersion,
      Runnable reset,
      Supplier<String> traceIds) {
    this.clock = clock;
    this.reset = reset;
    answers = new ApiAnswers(traceIds);
    world = new WorldView(network, accounts, clock, graphVersion);
    handsets = new HandsetCalls(network, accounts, world, answers);
    chats = new ChatCalls(network, accounts, handsets, answers);
    replies = new AnswerCalls(network, chats, answers);
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/sandbox", request -> answers.ok(world.show())),
        new Route("GET", HANDSETS, handsets::list),
        new Route("POST", HANDSETS, handsets::add),
        new Route("GET", HANDSET, handsets::show),
        new Route("PATCH", HANDSET, handsets::change),
        new Route("DELETE", HANDSET, handsets::remove),
        new Route("GET", CHATS, chats::list),
        new Route("GET", CHAT, chats::show),
        new Route("POST", MESSAGES, chats::write),
        new Route("DELETE", MESSAGE, chats::delete),
        new Route("POST", MESSAGE + "/reaction", chats::react),
        new Route("POST", MESSAGE + "/read", chats::read),
        new Route("POST", MESSAGE + "/played", chats::play),
        new Route("POST", MESSAGE + "/tap", replies::tap),
        new Route("POST", MESSAGE + "/location", replies::sendLocation),
        new Route("POST", MESSAGE + "/order", replies::order),
        new Route("POST", MESSAGE + "/link", replies::openLink),
        new Route("POST", MESSAGE + "/address", replies::sendAddress),
        new Route("POST", MESSAGE + "/call_permission", replies::answerCallRequest),
        new Route("POST", MESSAGE + "/contact", replies::shareContact),
        new Route("POST", MESSAGE + "/flow", replies::completeFlow),
        new Route("GET", "/sandbox/clock", request -> answers.ok(ClockCall.show(clock))),
        new Route("POST", "/sandbox/clock", this::moveClock),
        new Route("POST", "/sandbox/reset", this::reset));
  }

  /// As `GET /sandbox` shows them.
  public JsonObject numbersJson() {
    return world.numbers();
  }

  /// As `GET /sandbox/handsets` shows them.
  public JsonObject handsetsJson() {
    return world.handsets();
  }

  /// As `GET /sandbox/clock` shows it.
  public static JsonObject clockJson(SandboxClock clock) {
    return ClockCall.show(clock);
  }

  private Response moveClock(Request request) {
    return answers.withBody(request, body -> answers.with(ClockCall.read(body), this::move));
  }

  private Response move(ClockCall call) {
    try {
      clock.move(call::from);
      return answers.ok(ClockCall.show(clock));
    } catch (ImpossibleMove impossible) {
      return answers.badRequest(
          List.of(
              Problem.badValue(
                  Path.root().field(call.member()), "can't be done: " + impossible.getMessage())));
    }
  }

  private Response reset(Request request) {
    reset.run();
    return answers.done();
  }
}
