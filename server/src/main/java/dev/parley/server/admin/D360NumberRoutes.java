package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The number's calls as 360dialog has them: no id in the path, the key names the number. Source:
/// reference, platform.md (head, §4, §5, §6); verified.md §12.
public final class D360NumberRoutes {
  private final NumberEdges edges;
  private final Accounts accounts;
  private final D360Callers callers;

  /// @param callers who asks, by the key
  /// @param unknownKey the answer to somebody with a wrong key
  /// @param traceIds a new `360dialog_trace_id` for each error
  public D360NumberRoutes(
      NumberEdges edges,
      Accounts accounts,
      Function<Request, Optional<Sender>> callers,
      Supplier<Response> unknownKey,
      Supplier<String> traceIds) {
    this.edges = edges;
    this.accounts = accounts;
    this.callers = new D360Callers(callers, unknownKey, new D360Errors(traceIds));
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    edges
        .shared()
        .forEach(
            edge -> routes.add(new Route(edge.method(), edge.path(), callers.known(edge.call()))));
    routes.add(new Route("GET", "/health_status", callers.known(edges.reads()::health)));
    routes.add(new Route("GET", "/v1/configs", callers.known(this::showConfiguration)));
    String older = "/v1/settings/business/profile";
    routes.add(new Route("GET", older, callers.known(edges.profile()::show)));
    routes.add(new Route("POST", older, callers.known(edges.profile()::change)));
    return routes;
  }

  /// Clients rely on the path, no source shows its answer: this is ours.
  private Response.Answer showConfiguration(Request request, PhoneNumber number) {
    var webhook = JsonObject.builder();
    accounts
        .endpoint(Endpoint.Scope.NUMBER, number.id())
        .ifPresent(endpoint -> webhook.put("url", endpoint.url().toString()));
    return Answers.ok(
        Json.object(
            "phone_number_id", number.id(),
            "display_phone_number", number.display(),
            "waba_id", number.business().id(),
            "webhook", webhook.build()));
  }
}
