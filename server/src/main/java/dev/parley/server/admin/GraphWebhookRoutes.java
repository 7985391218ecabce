package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Secret;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Graph's way to set webhooks: `subscribed_apps` of a WABA, `webhook_configuration` of a number.
/// The callback is asked by the handshake first. Source: reference, webhooks.md §6; verified.md §3.
public final class GraphWebhookRoutes {
  private final Accounts accounts;
  private final CallbackCheck check;
  private final Supplier<String> traceIds;

  public GraphWebhookRoutes(Accounts accounts, CallbackCheck check, Supplier<String> traceIds) {
    this.accounts = accounts;
    this.check = check;
    this.traceIds = traceIds;
  }

  /// Patterns without version; the dialect guards them with the token.
  public List<Route> routes() {
    return List.of(
        new Route("POST", "/{id}/subscribed_apps", this::subscribe),
        new Route("GET", "/{id}/subscribed_apps", this::showApps),
        new Route("DELETE", "/{id}/subscribed_apps", this::unsubscribe),
        new Route("POST", "/{id}", this::configureNumber),
        new Route("GET", "/{id}", this::showNumber));
  }

  private Response subscribe(Request request) {
    Optional<Business> business = accounts.business(request.pathParameter("id"));
    if (business.isEmpty()) {
      return noSuchObject(request);
    }
    String owner = business.get().id();
    return switch (WebhookSettings.read(request)) {
      case Reading.Wrong<JsonObject>(var problems) -> refused(ApiError.of(problems));
      case Reading.Ok<JsonObject>(var body) ->
          set(business.get(), Endpoint.Scope.BUSINESS, owner, body, Path.root());
    };
  }

  private Response configureNumber(Request request) {
    Optional<PhoneNumber> number = accounts.number(request.pathParameter("id"));
    if (number.isEmpty()) {
      return noSuchObject(request);
    }
    return switch (WebhookSettings.read(request)) {
      case Reading.Wrong<JsonObject>(var problems) -> refused(ApiError.of(problems));
      case Reading.Ok<JsonObject>(var body)
          when body.get("webhook_configuration") instanceof JsonObject settings ->
          set(
              number.get().business(),
              Endpoint.Scope.NUMBER,
              number.get().id(),
              settings,
              Path.root().field("webhook_configuration"));
      case Reading.Ok<JsonObject>(var other) ->
          refused(
              ApiError.of(
                  List.of(
                      Problem.of(
                          Path.root().field("webhook_configuration"),
                          other.has("webhook_configuration")
                              ? "must be an object"
                              : "is missing; nothing else can be set of a number yet",
                          Problem.INVALID))));
    };
  }

  /// Without a callback, or with an empty one, the override is removed.
  private Response set(
      Business business, Endpoint.Scope scope, String owner, JsonObject body, Path at) {
    var problems = new ArrayList<Problem>();
    String callback = WebhookSettings.text(body, "override_callback_uri", at, problems);
    String token = WebhookSettings.text(body, "verify_token", at, problems);
    if (!problems.isEmpty()) {
      return refused(ApiError.of(problems));
    }
    if (callback == null || callback.isEmpty()) {
      accounts.endpoint(scope, owner).ifPresent(endpoint -> accounts.remove(business, endpoint));
      return success();
    }
    Path callbackAt = at.field("override_callback_uri");
    return switch (CallbackUrl.read(callback, callbackAt)) {
      case Reading.Wrong<CallbackUrl>(var wrong) -> refused(ApiError.of(wrong));
      case Reading.Ok<CallbackUrl>(var url) -> {
        Secret secret =
            token == null || token.isBlank() ? business.app().verifyToken() : new Secret(token);
        Optional<String> refusal = check.refusal(url.url(), secret);
        if (refusal.isPresent()) {
          yield refused(
              ApiError.of(List.of(Problem.of(callbackAt, refusal.get(), Problem.INVALID))));
        }
        accounts.save(business, new Endpoint(scope, owner, url.url(), url.headers(), secret));
        yield success();
      }
    };
  }

  private Response showApps(Request request) {
    Optional<Business> business = accounts.business(request.pathParameter("id"));
    if (business.isEmpty()) {
      return noSuchObject(request);
    }
    Business.App app = business.get().app();
    var entry =
        JsonObject.builder()
            .put(
                "whatsapp_business_api_data",
                Json.object(
                    "id",
                    app.id(),
                    "link",
                    "https://www.facebook.com/games/?app_id=" + app.id(),
                    "name",
                    "Parley"));
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, business.get().id())
        .ifPresent(endpoint -> entry.put("override_callback_uri", endpoint.url().toString()));
    return json(Json.object("data", JsonArray.of(entry.build())));
  }

  private Response unsubscribe(Request request) {
    Optional<Business> business = accounts.business(request.pathParameter("id"));
    if (business.isEmpty()) {
      return noSuchObject(request);
    }
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, business.get().id())
        .ifPresent(endpoint -> accounts.remove(business.get(), endpoint));
    return success();
  }

  private Response showNumber(Request request) {
    Optional<PhoneNumber> found = accounts.number(request.pathParameter("id"));
    if (found.isEmpty()) {
      return noSuchObject(request);
    }
    PhoneNumber number = found.get();
    String fields = request.query().first("fields");
    List<String> wanted =
        fields == null || fields.isBlank()
            ? List.of("verified_name", "display_phone_number")
            : List.of(fields.replace(" ", "").split(",", -1));
    var answer = JsonObject.builder();
    if (wanted.contains("verified_name")) {
      answer.put("verified_name", number.name());
    }
    if (wanted.contains("display_phone_number")) {
      answer.put("display_phone_number", number.display());
    }
    if (wanted.contains("webhook_configuration")) {
      answer.put("webhook_configuration", configuration(number));
    }
    return json(answer.put("id", number.id()).build());
  }

  /// Keys are absent when unset.
  private JsonObject configuration(PhoneNumber number) {
    var json = JsonObject.builder();
    accounts
        .endpoint(Endpoint.Scope.NUMBER, number.id())
        .ifPresent(endpoint -> json.put("phone_number", endpoint.url().toString()));
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, number.business().id())
        .ifPresent(endpoint -> json.put("whatsapp_business_account", endpoint.url().toString()));
    return json.build();
  }

  private Response noSuchObject(Request request) {
    String id = request.pathParameter("id");
    String about = "%s %s isn't supported yet; ".formatted(request.method(), request.rawPath());
    // Clients take code 100 with subcode 33 as a lost number, so an id of another kind is told
    // otherwise.
    return refused(
        accounts
            .number(id)
            .map(
                number -> about + "that id is a phone number of business " + number.business().id())
            .or(() -> accounts.business(id).map(business -> about + "that id is a business"))
            .map(details -> ApiError.of(ErrorCode.INVALID_PARAMETER, details + "."))
            .orElseGet(() -> ApiError.noSuchObject(request.method(), id)));
  }

  private Response refused(ApiError error) {
    ErrorCode code = error.code();
    return Response.json(
        code.httpStatus(), JsonWriter.utf8(GraphErrorWriter.envelope(error, traceIds.get())));
  }

  private static Response success() {
    return json(Json.object("success", true));
  }

  private static Response json(Json json) {
    return Response.json(200, JsonWriter.utf8(json));
  }
}
