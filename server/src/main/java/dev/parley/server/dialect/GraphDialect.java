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
import java.util.function.Function;
import java.util.regex.Pattern;

/// Meta's Graph API: any version in front of the path or none, a Bearer token. Source: reference,
/// clients.md 1, 4; responses-and-errors.md §3.
public final class GraphDialect implements Handler {
  /// What is answered when the path names no version.
  static final String NEWEST_VERSION = "v25.0";

  private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");
  private static final Pattern ID = Pattern.compile("\\d{1,32}");

  /// Stands for the id of the token's app: `/app/uploads`, as Meta's Postman collection has it.
  private static final String OWN_APP = "app";

  private static final List<String> MESSAGES = List.of("messages");

  private static final String NOTHING_USED =
      "\":[{\"type\":\"whatsapp\",\"call_count\":0,\"total_cputime\":0,\"total_time\":0,"
          + "\"estimated_time_to_regain_access\":0}]}";

  private final Accounts accounts;
  private final MessagesCall messages;
  private final TraceIds traceIds;
  private final Hints hints;
  private final AnyToken anyToken;
  private final List<Node> nodes;
  private final Function<Request, Optional<Neighbour>> neighbours;
  private final Router words;

  /// Whether a token must be one that the world knows.
  public enum AnyToken {
    REFUSED,
    TAKEN
  }

  /// Somebody else's object on a Graph path, such as a file.
  ///
  /// @param owner whose token is needed; empty when any known token will do
  public record Neighbour(Optional<Business> owner, Handler handler) {}

  private record Node(GraphNode kind, Router router) {}

  /// @param nodes what ids in paths can name, beside the sending of messages
  /// @param neighbours who else answers a request, whose path has no version any more; asked before
  ///   the nodes, but not about an object of theirs
  /// @param words paths that name no object, behind a token as well
  public GraphDialect(
      Accounts accounts,
      Hub hub,
      TraceIds traceIds,
      Hints hints,
      AnyToken anyToken,
      List<GraphNode> nodes,
      Function<Request, Optional<Neighbour>> neighbours,
      List<Route> words) {
    this.accounts = accounts;
    this.messages = new MessagesCall(hub, traceIds);
    this.traceIds = traceIds;
    this.hints = hints;
    this.anyToken = anyToken;
    this.nodes =
        nodes.stream()
            .map(kind ->
                new Node(
                    kind, Router.of(kind.routes(), request -> notSupported(request, kind.what()))))
            .toList();
    this.neighbours = neighbours;
    this.words = Router.of(words.stream().map(this::guarded).toList(), GraphDialect::nothingThere);
  }

  @Override
  public Response handle(Request request) throws Exception {
    List<String> path = new ArrayList<>(request.path());
    String version = NEWEST_VERSION;
    if (!path.isEmpty() && VERSION.matcher(path.getFirst()).matches()) {
      version = path.removeFirst();
    }
    if (!path.isEmpty() && path.getFirst().equals(OWN_APP)) {
      path.set(0, appOf(request));
    }
    Response response = answer(request.withPath(path));
    return response instanceof Response.Answer answer
        ? graphHeaders(answer, version, usage(request))
        : response;
  }

  /// The app whose token this is; the first one where any token is taken, or none will be.
  private String appOf(Request request) {
    return BearerToken.of(request)
        .or(() -> D360Dialect.keyOf(request))
        .flatMap(accounts::byKey)
        .map(owner -> owner.number().business())
        .orElseGet(() -> accounts.businesses().iterator().next())
        .app()
        .id();
  }

  private Response answer(Request request) throws Exception {
    List<String> path = request.path();
    if (!path.isEmpty() && path.subList(1, path.size()).equals(MESSAGES)) {
      return send(request, path.getFirst());
    }
    Optional<Neighbour> neighbour = isNode(path) ? Optional.empty() : neighbours.apply(request);
    if (neighbour.isPresent()) {
      return visit(request, neighbour.get());
    }
    boolean namesObject = !path.isEmpty() && ID.matcher(path.getFirst()).matches();
    return namesObject ? ask(request, path.getFirst()) : words.handle(request);
  }

  private boolean isNode(List<String> path) {
    return path.size() == 1
        && nodes.stream().anyMatch(node -> node.kind().owner().apply(path.getFirst()).isPresent());
  }

  private Response visit(Request request, Neighbour neighbour) throws Exception {
    Optional<String> token = BearerToken.of(request).or(() -> D360Dialect.keyOf(request));
    Optional<Response.Answer> refusal = refuseToken(request, token);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return neighbour.owner().filter(owner -> !mayUse(token, owner)).isPresent()
        ? messages.refused(noSuchObject(request, request.path().getFirst(), ""))
        : neighbour.handler().handle(request);
  }

  /// A placeholder that was left in the path, `PHONE_NUMBER_ID`, is an unknown id too.
  private Response send(Request request, String id) {
    Optional<String> token = BearerToken.of(request);
    Optional<Response.Answer> refusal = refuseToken(request, token);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<PhoneNumber> number = accounts.number(id).filter(n -> mayUse(token, n.business()));
    if (number.isEmpty()) {
      return messages.refused(noSuchObject(request, id, hints.forUnknownNumber(id)));
    }
    return request.method().equals("POST")
        ? messages.answer(new Sender(number.get()), request)
        : onlyPosted(request);
  }

  private static Response onlyPosted(Request request) {
    String allowed = "OPTIONS, POST";
    return request.method().equals("OPTIONS")
        ? Response.empty(204).with("Allow", allowed)
        : Response.failure(
                405,
                "%s is not possible at %s, only %s"
                    .formatted(request.method(), request.rawPath(), allowed))
            .with("Allow", allowed);
  }

  /// An id that is not there is 400, code 100, subcode 33, on any method and below any edge;
  /// clients take that as a lost number. Source: reference, observed.md §1.
  private Response ask(Request request, String id) throws Exception {
    Optional<String> token = BearerToken.of(request).or(() -> D360Dialect.keyOf(request));
    Optional<Response.Answer> refusal = refuseToken(request, token);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    for (Node node : nodes) {
      if (node.kind().owner().apply(id).filter(owner -> mayUse(token, owner)).isPresent()) {
        return node.router().handle(request);
      }
    }
    return messages.refused(noSuchObject(request, id, hints.forUnknownObject(id)));
  }

  /// The same route, for those who have a token.
  private Route guarded(Route route) {
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          Optional<Response.Answer> refusal = refuseToken(request, BearerToken.of(request));
          return refusal.isPresent() ? refusal.get() : route.handler().handle(request);
        });
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

  private static ApiError noSuchObject(Request request, String id, String hint) {
    ApiError error = ApiError.noSuchObject(request.method(), id);
    return hint.isEmpty() ? error : error.withDetails(hint);
  }

  /// Not subcode 33, which would say that the object is lost.
  private Response notSupported(Request request, String what) {
    return messages.refused(
        ApiError.of(
            ErrorCode.INVALID_PARAMETER,
            "%s %s isn't supported yet; that id is %s."
                .formatted(request.method(), request.rawPath(), what)));
  }

  private static Response nothingThere(Request request) {
    return Response.failure(
        404,
        "there is nothing at %s %s; %s"
            .formatted(request.method(), request.rawPath(), D360Dialect.SERVED));
  }

  /// Headers that some clients read. Source: reference, observed.md §1, §6.
  private Response.Answer graphHeaders(Response.Answer answer, String version, String usage) {
    return answer
        .with("x-fb-request-id", traceIds.facebook())
        .with("x-fb-trace-id", traceIds.shortFacebook())
        .with("x-fb-rev", "1030000001")
        .with("facebook-api-version", version)
        .with("x-business-use-case-usage", usage);
  }

  /// Of the token's business.
  private String usage(Request request) {
    String business =
        BearerToken.of(request)
            .flatMap(accounts::byKey)
            .map(owner -> owner.number().business())
            .or(() -> accounts.businesses().stream().findFirst())
            .map(Business::id)
            .orElse("0");
    return "{\"" + business + NOTHING_USED;
  }
}
