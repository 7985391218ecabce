package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaHandles;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.template.SentTemplates;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What can be asked and told of templates: as Graph paths, whose patterns are without version and
/// whose token was looked at before; 360dialog's calls do the same work.
public final class TemplateEdges {
  private static final String NODE = "/{id}";
  private static final String LIST = NODE + "/message_templates";
  private static final String LIBRARY = "/message_template_library";

  private final Templates templates;
  private final Accounts accounts;
  private final Answers answers;
  private final TemplateFiles files;
  private final TemplateReads reads;
  private final TemplateCalls calls;
  private final TemplateRemovals removals;
  private final LibraryReads library;
  private final AuthenticationCalls authentication;
  private final TemplateArchive archive;

  /// @param sent what the network still has of their messages
  /// @param links where the example file of a header can be had
  /// @param publicUrl base of links to further pages; null for the host that the caller named
  /// @param traceIds a new `fbtrace_id` for each error
  public TemplateEdges(
      Templates templates,
      SentTemplates sent,
      Accounts accounts,
      InstantSource clock,
      MediaHandles handles,
      Function<MediaFile, String> links,
      @Nullable URI publicUrl,
      Supplier<String> traceIds) {
    this.templates = templates;
    this.accounts = accounts;
    this.answers = new Answers(traceIds);
    this.files = new TemplateFiles(handles, links);
    this.reads = new TemplateReads(templates, accounts, files, answers, new Pages(publicUrl));
    this.calls = new TemplateCalls(templates, accounts, files, answers, clock);
    this.removals = new TemplateRemovals(templates, sent, answers);
    this.archive = new TemplateArchive(templates, answers);
    this.library = new LibraryReads(answers, new Pages(publicUrl));
    this.authentication = new AuthenticationCalls(templates, calls, answers, clock);
  }

  /// Below a WABA id.
  public List<Route> ofBusinesses() {
    return List.of(
        new Route("GET", LIST, business(reads::list)),
        new Route("POST", LIST, business(calls::create)),
        new Route("DELETE", LIST, business(removals::delete)),
        new Route("POST", LIST + "/archive", business(archive::archive)),
        new Route("POST", LIST + "/unarchive", business(archive::unarchive)),
        new Route("POST", NODE + "/upsert_message_templates", business(authentication::upsert)),
        new Route(
            "GET",
            NODE + "/message_template_previews",
            business((request, business) -> authentication.previews(request))),
        new Route("GET", NODE + LIBRARY, business((request, business) -> library.list(request))));
  }

  /// At paths that name no object.
  public List<Route> ofNothing() {
    return List.of(new Route("GET", LIBRARY, library::list));
  }

  /// Below a template's id.
  public List<Route> ofTemplates() {
    return List.of(
        new Route("GET", NODE, template(reads::one)),
        new Route("POST", NODE, template(calls::edit)),
        new Route("POST", NODE + "/unpause", template((request, found) -> unpause(found))));
  }

  /// What it answers no source says. Source: reference, template-kinds.md §9.
  private Response.Answer unpause(StoredTemplate template) {
    templates.unpause(template);
    return Answers.success();
  }

  TemplateReads reads() {
    return reads;
  }

  Templates templates() {
    return templates;
  }

  TemplateFiles files() {
    return files;
  }

  TemplateCalls calls() {
    return calls;
  }

  TemplateRemovals removals() {
    return removals;
  }

  Answers answers() {
    return answers;
  }

  private interface BusinessCall {
    Response.Answer answer(Request request, Business business);
  }

  private Handler business(BusinessCall call) {
    return request ->
        call.answer(request, accounts.business(request.pathParameter("id")).orElseThrow());
  }

  private interface TemplateCall {
    Response.Answer answer(Request request, StoredTemplate template);
  }

  private Handler template(TemplateCall call) {
    return request ->
        call.answer(request, templates.byId(request.pathParameter("id")).orElseThrow());
  }
}
