package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.template.ShownTemplate;
import dev.parley.protocol.template.ShownTemplateWriter;
import dev.parley.protocol.template.TemplateCheck;
import dev.parley.protocol.template.TemplateRendering;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.template.StoredTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `POST /templates/preview`: what a phone would show of a template message, without sending it.
/// The body is that of `POST /messages`, or `{"template":{…}}` alone. Any template of the business
/// is shown, whether it can be sent or not.
public final class PreviewCall {
  private final Accounts accounts;
  private final KnownTemplates templates;
  private final ApiAnswers answers;

  /// @param traceIds a new one for each error
  public PreviewCall(SandboxNetwork network, Accounts accounts, Supplier<String> traceIds) {
    this.accounts = accounts;
    var world = network.world();
    this.templates = new KnownTemplates(world.templates(), new OfferedGoods(world));
    this.answers = new ApiAnswers(traceIds);
  }

  public List<Route> routes() {
    return List.of(new Route("POST", "/templates/preview", this::preview));
  }

  private Response preview(Request request) {
    String asked = request.query().first("number");
    Optional<PhoneNumber> number =
        asked == null ? accounts.numbers().stream().findFirst() : accounts.number(asked);
    if (number.isEmpty()) {
      return answers.notFound("There is no number " + asked + ".");
    }
    return answers.withBody(
        request,
        body -> answers.with(message(number.get(), body), read -> show(number.get(), read)));
  }

  private static Reading<Template> message(PhoneNumber number, Json body) {
    return SendRequestReader.read(inEnvelope(number, body))
        .then(request ->
            request instanceof SendMessage send && send.message() instanceof Template template
                ? new Reading.Ok<>(template)
                : new Reading.Wrong<>(
                    List.of(
                        Problem.of(
                            Path.root().field("type"),
                            "is not template, and nothing else is made from one",
                            Problem.INVALID))));
  }

  /// Whom it would go to makes no difference, so that a body may leave it out.
  private static Json inEnvelope(PhoneNumber number, Json body) {
    if (!(body instanceof JsonObject given)) {
      return body;
    }
    return JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("to", number.waId().value())
        .put("type", "template")
        .putAll(given)
        .build();
  }

  private Response show(PhoneNumber number, Template message) {
    StoredTemplate known = templates.find(number, message).orElse(null);
    if (known == null) {
      ApiError error = ApiError.of(List.of(templates.unknown(number, message)));
      return answers.error(error.code().httpStatus(), error);
    }
    List<Problem> problems = TemplateCheck.problems(known.definition(), message);
    if (!problems.isEmpty()) {
      return answers.badRequest(problems);
    }
    ShownTemplate shown = TemplateRendering.of(known.definition(), message);
    return answers.ok(
        Json.object(
            "id", known.id(),
            "name", known.name(),
            "language", known.language(),
            "category", known.category().name(),
            "status", known.status().name(),
            "rendered", ShownTemplateWriter.write(shown)));
  }
}
