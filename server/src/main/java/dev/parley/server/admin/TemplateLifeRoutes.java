package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.template.Review;
import dev.parley.template.SentTemplates;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateLife;
import dev.parley.template.TemplateQuality;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The sandbox's own way to play Meta's reviewer: `POST /sandbox/templates/{id}` with a status (and
/// the reason of a rejection), a quality, a category, one that is announced, or its pacing, and
/// `POST /sandbox/templates` with how new templates are reviewed, and whether their number within
/// an hour is limited. Whether somebody may call it at all is decided before.
public final class TemplateLifeRoutes {
  private static final String LIST = "/sandbox/templates";
  private static final String TEMPLATE = LIST + "/{id}";
  private static final Set<String> STATUSES = words(TemplateStatus.values());
  private static final Set<String> QUALITIES = words(TemplateQuality.values());
  private static final Set<String> CATEGORIES = words(TemplateCategory.values());
  private static final Set<String> REVIEWS = words(Review.Policy.values());

  private static final List<String> SETTABLE =
      List.of("status", "quality", "category", PacingOrders.CORRECT_CATEGORY, PacingOrders.PACING);

  /// Why Meta changes a status. Source: reference, webhooks.md §5.
  private static final Set<String> REASONS =
      Set.of(
          "abusive_content",
          "category_not_available",
          "incorrect_category",
          "invalid_format",
          "none",
          "promotional",
          "scam",
          "tag_content_mismatch");

  private final Templates templates;
  private final SentTemplates sent;
  private final PacingOrders orders;
  private final Accounts accounts;
  private final Answers answers;
  private final InstantSource clock;

  /// @param sent what the network still has of their messages
  /// @param traceIds a new one for each error
  public TemplateLifeRoutes(
      Templates templates,
      SentTemplates sent,
      Accounts accounts,
      InstantSource clock,
      Supplier<String> traceIds) {
    this.templates = templates;
    this.sent = sent;
    this.orders = new PacingOrders(templates);
    this.accounts = accounts;
    this.answers = new Answers(traceIds);
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", LIST, request -> list()),
        new Route("POST", LIST, this::set),
        new Route("GET", TEMPLATE, request -> with(request, found -> Answers.ok(shown(found)))),
        new Route("POST", TEMPLATE, request -> with(request, found -> drive(request, found))));
  }

  private Response.Answer list() {
    return Answers.ok(
        Json.object(
            "review",
            templates.review().name().toLowerCase(Locale.ROOT),
            "creations_limited",
            templates.creationsLimited(),
            "templates",
            JsonArray.from(
                accounts.businesses().stream()
                    .flatMap(business -> templates.of(business).stream())
                    .toList(),
                this::shown)));
  }

  private Response.Answer set(Request request) {
    return answers.withBody(request, body -> answers.with(Settings.read(body), this::set));
  }

  private Response.Answer set(Settings settings) {
    Review.Policy review = settings.review();
    Boolean limited = settings.creationsLimited();
    if (review != null) {
      templates.review(review);
    }
    if (limited != null) {
      templates.limitCreations(limited);
    }
    return list();
  }

  /// What can be set of all templates; null stays as it is.
  private record Settings(Review.@Nullable Policy review, @Nullable Boolean creationsLimited) {
    private static final String LIMITED = "creations_limited";

    static Reading<Settings> read(JsonObject body) {
      var problems = new Problems(body);
      Fields fields = Fields.of(body, problems);
      if (fields == null) {
        return problems.reading(null);
      }
      String word = fields.optionalWord("review", REVIEWS, Problem.INVALID);
      Boolean limited = fields.has(LIMITED) ? fields.optionalBool(LIMITED, true) : null;
      if (!fields.has("review") && !fields.has(LIMITED)) {
        fields.missing("review", "is missing; review and creations_limited can be set");
      }
      return problems.reading(
          new Settings(
              word == null ? null : Review.Policy.valueOf(word.toUpperCase(Locale.ROOT)), limited));
    }
  }

  private Response with(Request request, Function<StoredTemplate, Response.Answer> then) {
    String id = request.pathParameter("id");
    StoredTemplate template = templates.byId(id).orElse(null);
    return template == null
        ? answers.refused(404, ApiError.noSuchObject(request.method(), id))
        : then.apply(template);
  }

  private JsonObject shown(StoredTemplate template) {
    TemplateCategory correct = template.correctCategory();
    TemplateLife life = template.life();
    return Json.object(
        "id", template.id(),
        "name", template.name(),
        "language", template.language(),
        "category", template.category().name(),
        "status", template.status().name(),
        "rejected_reason", template.rejectedReason(),
        "quality", template.quality().name(),
        "paused_until", text(template.pausedUntil()),
        "correct_category", correct == null ? null : correct.name(),
        "category_update_at", text(life.categoryDue()),
        "pacing", life.pacing().shown(),
        "held", sent.held(template),
        "deletion_at", text(life.deletionDue()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private Response.Answer drive(Request request, StoredTemplate template) {
    return answers.withBody(
        request,
        body ->
            answers.with(
                read(body, template),
                changed -> {
                  templates.save(changed);
                  if (template.holds() && !changed.holds()) {
                    sent.letGo(changed);
                  }
                  return Answers.ok(shown(templates.byId(template.id()).orElse(changed)));
                }));
  }

  private Reading<StoredTemplate> read(JsonObject body, StoredTemplate before) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    String status = fields.optionalWord("status", STATUSES, Problem.INVALID);
    String reason = fields.optionalWord("reason", REASONS, Problem.INVALID);
    String quality = fields.optionalWord("quality", QUALITIES, Problem.INVALID);
    String category = fields.optionalWord("category", CATEGORIES, Problem.INVALID);
    if (reason != null && !fields.has("status")) {
      fields.missing("status", "is missing, a reason is one of a status");
    } else if (SETTABLE.stream().noneMatch(fields::has)) {
      fields.missing("status", "is missing; %s can be set".formatted(String.join(", ", SETTABLE)));
    }
    StoredTemplate changed = before;
    if (category != null && !before.fits(TemplateCategory.of(category).orElseThrow())) {
      fields.note(
          "category",
          "is %s, the template's components break rules of that category".formatted(category),
          Problem.INVALID);
    } else if (category != null) {
      changed = changed.in(TemplateCategory.of(category).orElseThrow());
    }
    if (status != null) {
      changed = changed.with(TemplateStatus.of(status).orElseThrow(), reasonOf(status, reason));
    }
    boolean disliked = before.holds() && "red".equals(quality);
    if (quality != null && !disliked) {
      changed = changed.with(TemplateQuality.of(quality).orElseThrow(), clock.instant());
    }
    changed = orders.announced(fields, changed, clock.instant());
    Business owner = accounts.business(before.business()).orElseThrow();
    return problems.reading(orders.paced(fields, owner, changed, disliked, clock.instant()));
  }

  private static String reasonOf(String status, @Nullable String reason) {
    if (reason != null) {
      return reason.toUpperCase(Locale.ROOT);
    }
    return status.equals("rejected") ? "INVALID_FORMAT" : StoredTemplate.NO_REASON;
  }

  private static Set<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
