package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.server.admin.NumberEdges.Call;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What numbers, businesses and apps can be asked and told on Graph paths. Patterns are without
/// version; the dialect has looked at the token, and found the object, before.
public final class GraphRoutes {
  private static final String NODE = "/{id}";

  private final Accounts accounts;
  private final NumberEdges edges;
  private final Answers answers;
  private final GraphWebhooks webhooks;

  /// @param check asks a callback by the handshake
  /// @param traceIds a new `fbtrace_id` for each error
  public GraphRoutes(
      Accounts accounts, NumberEdges edges, CallbackCheck check, Supplier<String> traceIds) {
    this.accounts = accounts;
    this.edges = edges;
    this.answers = new Answers(traceIds);
    this.webhooks = new GraphWebhooks(accounts, check, answers);
  }

  /// Below a phone number id.
  public List<Route> ofNumbers() {
    var routes = new ArrayList<Route>();
    routes.add(new Route("GET", NODE, number(edges.reads()::number)));
    routes.add(new Route("POST", NODE, number(this::configure)));
    routes.add(new Route("POST", NODE + "/register", number(edges.registration()::register)));
    routes.add(new Route("POST", NODE + "/deregister", number(edges.registration()::deregister)));
    edges
        .shared()
        .forEach(
            edge -> routes.add(new Route(edge.method(), NODE + edge.path(), number(edge.call()))));
    return routes;
  }

  /// Below a WABA id.
  public List<Route> ofBusinesses() {
    String apps = NODE + "/subscribed_apps";
    return List.of(
        new Route("GET", NODE, business(edges.reads()::business)),
        new Route("GET", NODE + "/phone_numbers", business(edges.reads()::numbers)),
        new Route("POST", apps, business(webhooks::subscribe)),
        new Route("GET", apps, business(webhooks::showApps)),
        new Route("DELETE", apps, business(webhooks::unsubscribe)));
  }

  /// Below an app id.
  public List<Route> ofApps() {
    return List.of(
        new Route(
            "GET",
            NODE,
            request ->
                edges
                    .reads()
                    .app(
                        request,
                        accounts.businessOfApp(request.pathParameter("id")).orElseThrow())));
  }

  /// At paths that name no object.
  public List<Route> ofNothing() {
    return List.of(new Route("GET", "/debug_token", new DebugToken(accounts, answers)));
  }

  private Response.Answer configure(Request request, PhoneNumber number) {
    return answers.withBody(request, body -> configure(request, body, number));
  }

  private Response.Answer configure(Request request, JsonObject body, PhoneNumber number) {
    if (body.has("pin")) {
      return edges.registration().setPin(body, number);
    }
    if (body.get("webhook_configuration") instanceof JsonObject settings) {
      return webhooks.configure(request, settings, number);
    }
    return answers.refused(
        List.of(
            Problem.of(
                Path.root().field("webhook_configuration"),
                body.has("webhook_configuration")
                    ? "must be an object"
                    : "is missing; it, or pin, can be set of a number",
                Problem.INVALID)));
  }

  private Handler number(Call call) {
    return request ->
        call.answer(request, accounts.number(request.pathParameter("id")).orElseThrow());
  }

  private interface BusinessCall {
    Response.Answer answer(Request request, Business business);
  }

  private Handler business(BusinessCall call) {
    return request ->
        call.answer(request, accounts.business(request.pathParameter("id")).orElseThrow());
  }
}
