package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Secret;
import dev.parley.protocol.event.WebhookVersion;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Graph's way to set webhooks: `subscribed_apps` of a WABA, `webhook_configuration` of a number.
/// The callback is asked by the handshake first. Source: reference, webhooks.md §6; verified.md §3.
final class GraphWebhooks {
  private final Accounts accounts;
  private final CallbackCheck check;
  private final Answers answers;

  GraphWebhooks(Accounts accounts, CallbackCheck check, Answers answers) {
    this.accounts = accounts;
    this.check = check;
    this.answers = answers;
  }

  Response.Answer subscribe(Request request, Business business) {
    return answers.withBody(
        request,
        body ->
            set(
                business,
                Endpoint.Scope.BUSINESS,
                business.id(),
                version(request),
                body,
                Path.root()));
  }

  Response.Answer unsubscribe(Request request, Business business) {
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, business.id())
        .ifPresent(endpoint -> accounts.remove(business, endpoint));
    return Answers.success();
  }

  Response.Answer showApps(Request request, Business business) {
    Business.App app = business.app();
    var entry =
        JsonObject.builder()
            .put(
                "whatsapp_business_api_data",
                Json.object("id", app.id(), "link", Reads.appLink(app), "name", Reads.APP_NAME));
    accounts
        .endpoint(Endpoint.Scope.BUSINESS, business.id())
        .ifPresent(endpoint -> entry.put("override_callback_uri", endpoint.url().toString()));
    return Answers.ok(Json.object("data", JsonArray.of(entry.build())));
  }

  /// What `webhook_configuration` of a number says.
  Response.Answer configure(Request request, JsonObject settings, PhoneNumber number) {
    return set(
        number.business(),
        Endpoint.Scope.NUMBER,
        number.id(),
        version(request),
        settings,
        Path.root().field("webhook_configuration"));
  }

  /// The version in front of the path decides what the endpoint's webhooks look like.
  private static WebhookVersion version(Request request) {
    return Stream.of(request.rawPath().split("/", -1))
        .flatMap(step -> WebhookVersion.of(step).stream())
        .findFirst()
        .orElse(WebhookVersion.NEWEST);
  }

  /// Without a callback, or with an empty one, the override is removed.
  private Response.Answer set(
      Business business,
      Endpoint.Scope scope,
      String owner,
      WebhookVersion version,
      JsonObject body,
      Path at) {
    var problems = new ArrayList<Problem>();
    String callback = WebhookSettings.text(body, "override_callback_uri", at, problems);
    String token = WebhookSettings.text(body, "verify_token", at, problems);
    if (!problems.isEmpty()) {
      return answers.refused(problems);
    }
    if (callback == null || callback.isEmpty()) {
      accounts.endpoint(scope, owner).ifPresent(endpoint -> accounts.remove(business, endpoint));
      return Answers.success();
    }
    Path callbackAt = at.field("override_callback_uri");
    return switch (CallbackUrl.read(callback, callbackAt)) {
      case Reading.Wrong<CallbackUrl>(var wrong) -> answers.refused(wrong);
      case Reading.Ok<CallbackUrl>(var url) -> {
        Secret secret =
            token == null || token.isBlank() ? business.app().verifyToken() : new Secret(token);
        Optional<String> refusal = check.refusal(url.url(), secret);
        if (refusal.isPresent()) {
          yield answers.refused(List.of(Problem.of(callbackAt, refusal.get(), Problem.INVALID)));
        }
        accounts.save(
            business, new Endpoint(scope, owner, url.url(), url.headers(), secret, version));
        yield Answers.success();
      }
    };
  }
}
