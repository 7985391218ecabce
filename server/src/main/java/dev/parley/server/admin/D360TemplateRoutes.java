package dev.parley.server.admin;

import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.template.StoredTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// 360dialog's way to manage templates: the key names the number, and that its business. An edit is
/// not offered. Source: reference, platform.md §2; verified.md §12 (201, both forms of deletion).
public final class D360TemplateRoutes {
  private static final String LIST = "/v1/configs/templates";

  /// Graph's own calls, without version and WABA id, and in Graph's shapes. Source: reference,
  /// template-kinds.md §15, platform.md (the rule at its top).
  private static final String GRAPH_LIST = "/message_templates";

  /// Templates on a page; a greater limit counts as this one. The sample's.
  static final int LIMIT_MAX = 1_000;

  /// By what a list can be sorted; with a `-` in front, downwards.
  private static final Map<String, Comparator<StoredTemplate>> SORTS =
      Map.of(
          "id", Comparator.comparing(StoredTemplate::id),
          "name", Comparator.comparing(StoredTemplate::name).thenComparing(StoredTemplate::id),
          "language",
              Comparator.comparing(StoredTemplate::language).thenComparing(StoredTemplate::id),
          "status", Comparator.comparing(StoredTemplate::status).thenComparing(StoredTemplate::id));

  private final TemplateEdges edges;
  private final D360Callers callers;

  /// @param callers who asks, by the key
  /// @param unknownKey the answer to somebody with a wrong key
  /// @param traceIds a new `360dialog_trace_id` for each error
  public D360TemplateRoutes(
      TemplateEdges edges,
      Function<Request, Optional<Sender>> callers,
      Supplier<Response> unknownKey,
      Supplier<String> traceIds) {
    this.edges = edges;
    this.callers = new D360Callers(callers, unknownKey, new D360Errors(traceIds));
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", LIST, callers.known(this::list)),
        new Route("POST", LIST, callers.known(this::create)),
        new Route(
            "DELETE",
            LIST,
            callers.known(
                (request, number) -> edges.removals().delete(request, number.business()))),
        new Route("DELETE", LIST + "/{name}", callers.known(this::delete)),
        new Route(
            "GET",
            GRAPH_LIST,
            callers.known((request, number) -> edges.reads().list(request, number.business()))),
        new Route(
            "POST",
            GRAPH_LIST,
            callers.known((request, number) -> edges.calls().create(request, number.business()))),
        new Route(
            "DELETE",
            GRAPH_LIST,
            callers.known(
                (request, number) -> edges.removals().delete(request, number.business()))));
  }

  private Response.Answer create(Request request, PhoneNumber number) {
    return edges
        .calls()
        .create(request, number.business(), created -> Answers.json(201, shown(created)));
  }

  private Response.Answer delete(Request request, PhoneNumber number) {
    return edges.removals().deleteNamed(request.pathParameter("name"), number.business());
  }

  private Response.Answer list(Request request, PhoneNumber number) {
    String filters = given(request, "filters", "{}");
    if (!(JsonReader.read(filters) instanceof Reading.Ok<Json>(JsonObject asked))) {
      return refused("filters", filters, "an object such as {\"status\":\"approved\"}");
    }
    String sort = given(request, "sort", "id");
    Comparator<StoredTemplate> order = SORTS.get(sort.replaceFirst("^-", ""));
    if (order == null) {
      return refused(
          "sort", sort, "one of " + String.join(", ", SORTS.keySet().stream().sorted().toList()));
    }
    Integer limit = count(given(request, "limit", String.valueOf(LIMIT_MAX)));
    Integer offset = count(given(request, "offset", "0"));
    if (limit == null || offset == null) {
      return refused(
          limit == null ? "limit" : "offset",
          given(request, limit == null ? "limit" : "offset", ""),
          "a whole number");
    }
    return switch (TemplateFilter.of(name -> text(asked, name))) {
      case TemplateFilter.Unreadable(var error) -> edges.answers().refused(error);
      case TemplateFilter.Wanted(var wanted) -> {
        List<StoredTemplate> all =
            edges.templates().of(number.business()).stream()
                .filter(wanted)
                .sorted(sort.startsWith("-") ? order.reversed() : order)
                .toList();
        List<StoredTemplate> page =
            all.stream().skip(offset).limit(Math.min(limit, LIMIT_MAX)).toList();
        yield Answers.ok(
            Json.object(
                "waba_templates", JsonArray.from(page, this::shown),
                "count", page.size(),
                "total", all.size(),
                "limit", Math.min(limit, LIMIT_MAX),
                "offset", offset,
                "filters", asked,
                "sort", JsonArray.of(new JsonString(sort))));
      }
    };
  }

  /// A status in lower case, as their filters write it.
  private JsonObject shown(StoredTemplate template) {
    return Json.object(
        "id", template.id(),
        "name", template.name(),
        "language", template.language(),
        "category", template.category().name(),
        "status", template.status().name().toLowerCase(Locale.ROOT),
        "rejected_reason", template.rejectedReason(),
        "waba_account_id", template.business(),
        "components", TemplateDefinitionWriter.shown(template.definition(), edges.files()::link));
  }

  private static String given(Request request, String name, String otherwise) {
    String value = request.query().first(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private static @Nullable Integer count(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable String text(JsonObject asked, String name) {
    return asked.get(name) instanceof JsonString(var text) ? text : null;
  }

  private Response.Answer refused(String name, String value, String wanted) {
    return edges
        .answers()
        .refused(
            ApiError.of(
                ErrorCode.INVALID_PARAMETER,
                "%s is %s, must be %s".formatted(name, Fields.quoted(value), wanted)));
  }
}
