package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts templates away and takes them out again, several in one call; each that can't be moved is
/// told with its reason. Source: reference, template-kinds.md §12.
final class TemplateArchive {
  private static final String UNKNOWN = "Template does not exist";

  private final Templates templates;
  private final Answers answers;

  TemplateArchive(Templates templates, Answers answers) {
    this.templates = templates;
    this.answers = answers;
  }

  Response.Answer archive(Request request, Business business) {
    return move(
        request,
        business,
        "archived_templates",
        TemplateArchive::notArchivable,
        templates::archive);
  }

  Response.Answer unarchive(Request request, Business business) {
    return move(
        request,
        business,
        "unarchived_templates",
        TemplateArchive::notArchived,
        templates::unarchive);
  }

  private static Optional<String> notArchivable(StoredTemplate template) {
    return switch (template.status()) {
      case APPROVED, REJECTED -> Optional.empty();
      case PENDING,
          PAUSED,
          DISABLED,
          IN_APPEAL,
          PENDING_DELETION,
          DELETED,
          LIMIT_EXCEEDED,
          FLAGGED,
          LOCKED,
          ARCHIVED ->
          Optional.of("Only approved or rejected templates can be archived");
    };
  }

  private static Optional<String> notArchived(StoredTemplate template) {
    return template.status() == TemplateStatus.ARCHIVED
        ? Optional.empty()
        : Optional.of("Template is not archived");
  }

  private Response.Answer move(
      Request request,
      Business business,
      String movedAs,
      Function<StoredTemplate, Optional<String>> refusal,
      Consumer<StoredTemplate> move) {
    return answers.withBody(
        request,
        body -> {
          Set<String> ids = ids(body.get("hsm_ids"));
          if (ids == null) {
            return answers.refused(
                ApiError.of(
                    ErrorCode.INVALID_PARAMETER,
                    "hsm_ids must be a list of 1 to %d ids".formatted(TemplateRemovals.IDS_MAX)));
          }
          var moved = new ArrayList<Json>();
          var failed = JsonObject.builder();
          for (String id : ids) {
            StoredTemplate template = find(id, business).orElse(null);
            Optional<String> why =
                template == null ? Optional.of(UNKNOWN) : refusal.apply(template);
            if (template == null || why.isPresent()) {
              failed.put(id, why.orElse(UNKNOWN));
            } else {
              move.accept(template);
              moved.add(new JsonString(id));
            }
          }
          return Answers.ok(
              JsonObject.builder()
                  .put(movedAs, JsonArray.from(moved, id -> id))
                  .put("failed_templates", failed.build())
                  .build());
        });
  }

  private Optional<StoredTemplate> find(String id, Business business) {
    return templates.byId(id).filter(template -> template.business().equals(business.id()));
  }

  /// Null where it is no list of so many ids.
  private static @Nullable Set<String> ids(@Nullable Json given) {
    if (!(given instanceof JsonArray(var items))
        || items.isEmpty()
        || items.size() > TemplateRemovals.IDS_MAX) {
      return null;
    }
    var ids = new LinkedHashSet<String>();
    for (Json item : items) {
      switch (item) {
        case JsonString(var text) when !text.isBlank() -> ids.add(text);
        case JsonNumber number -> ids.add(number.toString());
        default -> {
          return null;
        }
      }
    }
    return ids;
  }
}
