package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// 360dialog's way to set webhooks: of one number (`/v1/configs/webhook`) or of all numbers of the
/// WABA (`/waba_webhook`). No handshake; the bot knows us by its own headers. Source: reference,
/// webhooks.md §7; verified.md §12.
public final class D360WebhookRoutes {
  private final Accounts accounts;
  private final Function<Request, Optional<Sender>> callers;
  private final Supplier<Response> unknownKey;
  private final Answers answers;
  private final D360Errors errors;

  /// @param callers who asks, by the key
  /// @param unknownKey the answer to somebody with a wrong key
  public D360WebhookRoutes(
      Accounts accounts,
      Function<Request, Optional<Sender>> callers,
      Supplier<Response> unknownKey,
      Supplier<String> traceIds,
      Supplier<String> d360TraceIds) {
    this.accounts = accounts;
    this.callers = callers;
    this.unknownKey = unknownKey;
    this.answers = new Answers(traceIds);
    this.errors = new D360Errors(d360TraceIds);
  }

  public List<Route> routes() {
    return List.of(
        new Route("POST", "/v1/configs/webhook", known(this::setNumber)),
        new Route("GET", "/v1/configs/webhook", known(this::showNumber)),
        new Route("DELETE", "/v1/configs/webhook", known(this::removeNumber)),
        new Route("POST", "/waba_webhook", known(this::setBusiness)),
        new Route("GET", "/waba_webhook", known(this::showBusiness)));
  }

  /// One call of somebody whose key is known.
  private interface Call {
    Response answer(Request request, PhoneNumber number);
  }

  private Handler known(Call call) {
    return request -> {
      Optional<Sender> sender = callers.apply(request);
      return sender.isPresent() ? call.answer(request, sender.get().number()) : unknownKey.get();
    };
  }

  private Response setNumber(Request request, PhoneNumber number) {
    return switch (endpoint(request, Endpoint.Scope.NUMBER, number.id())) {
      case Reading.Wrong<Setting>(var problems) -> refused(problems);
      case Reading.Ok<Setting>(var setting) -> {
        accounts.save(number.business(), setting.endpoint());
        yield json(shown(setting.endpoint()));
      }
    };
  }

  private Response showNumber(Request request, PhoneNumber number) {
    return json(
        accounts
            .endpoint(Endpoint.Scope.NUMBER, number.id())
            .map(D360WebhookRoutes::shown)
            .orElseGet(JsonObject::empty));
  }

  private Response removeNumber(Request request, PhoneNumber number) {
    accounts
        .endpoint(Endpoint.Scope.NUMBER, number.id())
        .ifPresent(endpoint -> accounts.remove(number.business(), endpoint));
    return json(Json.object("success", true));
  }

  private Response setBusiness(Request request, PhoneNumber number) {
    Business business = number.business();
    return switch (endpoint(request, Endpoint.Scope.BUSINESS, business.id())) {
      case Reading.Wrong<Setting>(var problems) -> refused(problems);
      case Reading.Ok<Setting>(var setting) -> {
        accounts.save(business, setting.endpoint());
        if (setting.overrideAll()) {
          overrideNumbers(business);
        }
        yield json(Json.object("message", "Webhook config will be set"));
      }
    };
  }

  /// The numbers' own endpoints go, so that the business's takes their place.
  private void overrideNumbers(Business business) {
    for (PhoneNumber number : accounts.numbersOf(business)) {
      accounts
          .endpoint(Endpoint.Scope.NUMBER, number.id())
          .ifPresent(endpoint -> accounts.remove(business, endpoint));
    }
  }

  private Response showBusiness(Request request, PhoneNumber number) {
    Business business = number.business();
    JsonObject.Builder answer = JsonObject.builder();
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, business.id())
        .ifPresent(endpoint -> answer.putAll(shown(endpoint)));
    return json(
        answer
            .put("waba_id", new JsonNumber(business.id()))
            .put(
                "numbers_on_this_waba",
                JsonArray.from(
                    accounts.numbersOf(business), other -> new JsonString(other.waId().value())))
            .build());
  }

  private record Setting(Endpoint endpoint, boolean overrideAll) {}

  private static Reading<Setting> endpoint(Request request, Endpoint.Scope scope, String owner) {
    return CallBody.read(request).then(body -> endpoint(body, scope, owner));
  }

  private static Reading<Setting> endpoint(JsonObject body, Endpoint.Scope scope, String owner) {
    var problems = new ArrayList<Problem>();
    Path at = Path.root().field("url");
    String text = WebhookSettings.text(body, "url", Path.root(), problems);
    if (text == null && problems.isEmpty()) {
      problems.add(Problem.of(at, "is missing", Problem.INVALID));
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Optional<CallbackUrl> url = Optional.empty();
    if (text != null) {
      switch (CallbackUrl.read(text, at)) {
        case Reading.Ok<CallbackUrl>(var good) -> {
          url = Optional.of(good);
          headers.putAll(good.headers());
        }
        case Reading.Wrong<CallbackUrl>(var wrong) -> problems.addAll(wrong);
      }
    }
    headers.putAll(WebhookSettings.headers(body, problems));
    boolean overrideAll = WebhookSettings.flag(body, "override_all", problems);
    if (url.isEmpty() || !problems.isEmpty()) {
      return new Reading.Wrong<>(problems);
    }
    return new Reading.Ok<>(
        new Setting(new Endpoint(scope, owner, url.get().url(), headers, null), overrideAll));
  }

  private static JsonObject shown(Endpoint endpoint) {
    var headers = JsonObject.builder();
    endpoint.headers().forEach(headers::put);
    return Json.object("url", endpoint.url().toString(), "headers", headers.build());
  }

  private Response refused(List<Problem> problems) {
    return errors.wrapped(answers.refused(problems));
  }

  private static Response json(Json json) {
    return Answers.ok(json);
  }
}
