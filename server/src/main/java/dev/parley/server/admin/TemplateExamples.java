package dev.parley.server.admin;

import dev.parley.media.MediaHandles;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.message.MediaSource;
import dev.parley.protocol.template.ShownTemplateWriter;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import dev.parley.protocol.template.TemplateExample;
import dev.parley.protocol.template.TemplateRendering;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.util.List;
import java.util.function.Supplier;

/// What a reviewer is shown: `GET /sandbox/templates/{id}/example`, the template with its examples
/// in place of the variables, whatever its status. Whether somebody may ask is decided before.
public final class TemplateExamples {
  private final Templates templates;
  private final MediaHandles handles;
  private final Answers answers;

  /// @param traceIds a new one for each error
  public TemplateExamples(Templates templates, MediaHandles handles, Supplier<String> traceIds) {
    this.templates = templates;
    this.handles = handles;
    this.answers = new Answers(traceIds);
  }

  public List<Route> routes() {
    return List.of(new Route("GET", "/sandbox/templates/{id}/example", this::example));
  }

  private Response example(Request request) {
    String id = request.pathParameter("id");
    StoredTemplate template = templates.byId(id).orElse(null);
    return template == null
        ? answers.refused(404, ApiError.noSuchObject(request.method(), id))
        : Answers.ok(shown(template));
  }

  private Json shown(StoredTemplate template) {
    var definition = template.definition();
    return Json.object(
        "id", template.id(),
        "name", template.name(),
        "language", template.language(),
        "category", template.category().name(),
        "components", TemplateDefinitionWriter.shown(definition, handle -> handle),
        "rendered",
            ShownTemplateWriter.write(
                TemplateRendering.of(definition, TemplateExample.of(definition, this::file))));
  }

  /// A file that is gone leads nowhere, as its handle does.
  private MediaSource file(String handle) {
    return handles
        .ofHandle(handle)
        .<MediaSource>map(file -> new MediaSource.Uploaded(file.id().toString()))
        .orElseGet(() -> new MediaSource.Linked(handle));
  }
}
