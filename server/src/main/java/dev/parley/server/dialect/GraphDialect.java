package dev.parley.server.dialect;

import dev.parley.Hub;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.server.http.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Meta's Graph API: any version in front of the path or none, a Bearer token. Source: reference,
/// clients.md 1, 4; responses-and-errors.md §3.
public final class GraphDialect implements Handler {
  /// What is answered when the path names no version.
  static final String NEWEST_VERSION = "v25.0";

  private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");
  private static final Pattern ID = Pattern.compile("\\d{1,32}");

  private static final String NOTHING_USED =
      "\":[{\"type\":\"whatsapp\",\"call_count\":0,\"total_cputime\":0,\"total_time\":0,"
          + "\"estimated_time_to_regain_access\":0}]}";

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
    routes.add(new Route("DELETE", "/{id}", this::unknown)); // of a file that is gone, for example
    more.forEach(route -> routes.add(guarded(route)));
    this.router = Router.of(routes, this::unknown);
  }

  @Override
  public Response handle(Request request) throws Exception {
    List<String> path = new ArrayList<>(request.path());
    String version = NEWEST_VERSION;
    if (!path.isEmpty() && VERSION.matcher(path.getFirst()).matches()) {
      version = path.removeFirst();
    }
    Request plain = request.withPath(path);
    boolean word = path.size() == 1 && !ID.matcher(path.getFirst()).matches();
    Response response = word ? unknown(plain) : router.handle(plain);
    return response instanceof Response.Answer answer ? graphHeaders(answer, version) : response;
  }

  private Response send(Request request) {
    Optional<Response.Answer> refusal = refuseToken(request, BearerToken.of(request));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String id = request.pathParameter("id");
    Optional<PhoneNumber> number =
        accounts.number(id).filter(n -> mayUse(BearerToken.of(request), n.business()));
    return number.isPresent()
        ? messages.answer(new Sender(number.get()), request)
        : messages.refused(noSuchObject(request, id, hints.forUnknownNumber(id)));
  }

  /// The same route, for those whose token is good for the object in its path.
  private Route guarded(Route route) {
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          Optional<Response.Answer> refusal = refuse(request, request.pathParameter("id"));
          return refusal.isPresent() ? refusal.get() : route.handler().handle(request);
        });
  }

  private Optional<Response.Answer> refuse(Request request, String id) {
    Optional<String> token = BearerToken.of(request).or(() -> D360Dialect.keyOf(request));
    return refuseToken(request, token)
        .or(() ->
            ownerOf(id).filter(owner -> mayUse(token, owner)).isPresent()
                ? Optional.empty()
                : Optional.of(
                    messages.refused(noSuchObject(request, id, hints.forUnknownObject(id)))));
  }

  /// @param token the key of 360dialog's header is one where its clients rely on that: for all but
  ///   sending. Source: reference, verified.md §12, other paths
  private Optional<Response.Answer> refuseToken(Request request, Optional<String> token) {
    if (token.isEmpty()) {
      return Optional.of(
          messages.refused(
              new ApiError(
                  ErrorCode.NO_TOKEN,
                  "An access token is required to request this resource",
                  D360Dialect.keyOf(request).isPresent()
                      ? "The key came as D360-API-KEY, which is for POST /messages; at this path it"
                          + " must come as Authorization: Bearer."
                      : null,
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
  private boolean mayUse(Optional<String> token, Business business) {
    return anyToken == AnyToken.TAKEN
        || token
            .flatMap(accounts::byKey)
            .filter(owner -> owner.number().business().id().equals(business.id()))
            .isPresent();
  }

  /// The business that the object is, or belongs to.
  private Optional<Business> ownerOf(String id) {
    return accounts.business(id).or(() -> accounts.number(id).map(PhoneNumber::business));
  }

  private static ApiError noSuchObject(Request request, String id, String hint) {
    ApiError error = ApiError.noSuchObject(request.method(), id);
    return hint.isEmpty() ? error : error.withDetails(hint);
  }

  /// An id that is not there is 400, code 100, subcode 33, on any method; clients take that as a
  /// lost number, so an edge that we lack is told otherwise. Source: reference, observed.md §1.
  private Response unknown(Request request) {
    if (request.path().isEmpty() || !ID.matcher(request.path().getFirst()).matches()) {
      return Response.failure(
          404,
          "there is nothing at %s %s; %s"
              .formatted(request.method(), request.rawPath(), D360Dialect.SERVED));
    }
    return refuse(request, request.path().getFirst())
        .orElseGet(() ->
            messages.refused(
                ApiError.of(
                    ErrorCode.INVALID_PARAMETER,
                    "%s %s isn't supported yet.".formatted(request.method(), request.rawPath()))));
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
    String business = accounts.businesses().stream().findFirst().map(Business::id).orElse("0");
    return "{\"" + business + NOTHING_USED;
  }
}
