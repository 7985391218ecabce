package dev.parley.server.dialect;

import dev.parley.Hub;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.server.http.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Meta's Graph API: any version in front of the path or none, `//` and a slash at the end as some
/// clients send them, a Bearer token. Source: reference, clients.md 1, 4; responses-and-errors.md
/// §3.
public final class GraphDialect implements Handler {
  /// What is answered when the path names no version.
  static final String NEWEST_VERSION = "v25.0";

  private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");
  private static final Pattern ID = Pattern.compile("\\d{1,32}");

  private final Accounts accounts;
  private final MessagesCall messages;
  private final TraceIds traceIds;
  private final Hints hints;
  private final AnyToken anyToken;
  private final Router router;

  /// Whether a token must be one that the world knows.
  public enum AnyToken {
    REFUSED,
    TAKEN
  }

  /// @param more what else lies below Graph paths; patterns without version, behind the same token
  public GraphDialect(
      Accounts accounts,
      Hub hub,
      TraceIds traceIds,
      Hints hints,
      AnyToken anyToken,
      List<Route> more) {
    this.accounts = accounts;
    this.messages = new MessagesCall(hub, traceIds);
    this.traceIds = traceIds;
    this.hints = hints;
    this.anyToken = anyToken;
    var routes = new ArrayList<Route>();
    routes.add(new Route("POST", "/{id}/messages", this::send));
    more.forEach(route -> routes.add(guarded(route)));
    this.router = Router.of(routes, this::unknown);
  }

  @Override
  public Response handle(Request request) throws Exception {
    List<String> path = new ArrayList<>(request.path());
    path.removeIf(String::isEmpty);
    String version = NEWEST_VERSION;
    if (!path.isEmpty() && VERSION.matcher(path.getFirst()).matches()) {
      version = path.removeFirst();
    }
    Response response = router.handle(request.withPath(path));
    return response instanceof Response.Answer answer ? graphHeaders(answer, version) : response;
  }

  private Response send(Request request) {
    Optional<Response.Answer> refusal = refuseToken(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String id = request.pathParameter("id");
    Optional<PhoneNumber> number = accounts.number(id).filter(n -> mayUse(request, n));
    if (number.isEmpty()) {
      return messages.refused(noSuchNumber(request, id));
    }
    return messages.answer(new Sender(number.get()), request);
  }

  private Route guarded(Route route) {
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          Optional<Response.Answer> refusal = refuseToken(request);
          return refusal.isPresent() ? refusal.get() : route.handler().handle(request);
        });
  }

  private Optional<Response.Answer> refuseToken(Request request) {
    Optional<String> token = BearerToken.of(request);
    if (token.isEmpty()) {
      return Optional.of(
          messages.refused(
              new ApiError(
                  ErrorCode.NO_TOKEN,
                  "An access token is required to request this resource.",
                  null,
                  null,
                  List.of())));
    }
    if (anyToken == AnyToken.TAKEN || accounts.byKey(token.get()).isPresent()) {
      return Optional.empty();
    }
    String hint = hints.forUnknownKey();
    return Optional.of(
        messages.refused(
            new ApiError(
                ErrorCode.ACCESS_TOKEN_EXPIRED,
                "Invalid OAuth access token - Cannot parse access token",
                hint.isEmpty() ? null : hint,
                null,
                List.of())));
  }

  /// A token belongs to a business, so it is good for all of its numbers.
  private boolean mayUse(Request request, PhoneNumber number) {
    return anyToken == AnyToken.TAKEN
        || BearerToken.of(request)
            .flatMap(accounts::byKey)
            .filter(owner -> owner.number().business().id().equals(number.business().id()))
            .isPresent();
  }

  private ApiError noSuchNumber(Request request, String id) {
    ApiError error = ApiError.noSuchObject(request.method(), id);
    String hint = hints.forUnknownNumber(id);
    return hint.isEmpty() ? error : error.withDetails(hint);
  }

  /// An id that is not there, or an edge that it does not have, is 400, code 100, subcode 33, on
  /// any method; other paths are nobody's. Source: reference, observed.md §1.
  private Response unknown(Request request) {
    if (request.path().isEmpty() || !ID.matcher(request.path().getFirst()).matches()) {
      return Response.failure(
          404, "there is nothing at %s %s".formatted(request.method(), request.rawPath()));
    }
    Optional<Response.Answer> refusal = refuseToken(request);
    return refusal.isPresent()
        ? refusal.get()
        : messages.refused(noSuchNumber(request, request.path().getFirst()));
  }

  /// Headers that some clients read. Source: reference, observed.md §1, §6.
  private Response.Answer graphHeaders(Response.Answer answer, String version) {
    return answer
        .with("x-fb-request-id", traceIds.facebook())
        .with("x-fb-trace-id", traceIds.shortFacebook())
        .with("x-fb-rev", "1030000001")
        .with("facebook-api-version", version)
        .with("x-business-use-case-usage", usage());
  }

  private String usage() {
    var usage =
        accounts.businesses().stream().findFirst().map(dev.parley.account.Business::id).orElse("0");
    return Json.object(
            usage,
            JsonArray.of(
                Json.object(
                    "type", "whatsapp",
                    "call_count", 0,
                    "total_cputime", 0,
                    "total_time", 0,
                    "estimated_time_to_regain_access", 0)))
        .toString();
  }
}
