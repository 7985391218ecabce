package dev.parley.server.admin;

import dev.parley.account.Business;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.template.SentTemplates;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deletes templates: all languages of a name, one by its id, or several ids, all or none. One with
/// messages under way is gone only after these. Source: reference, templates-and-media.md §5,
/// Delete; observed.md §1 (the one 404).
final class TemplateRemovals {
  /// Ids of one call.
  static final int IDS_MAX = 100;

  private final Templates templates;
  private final SentTemplates sent;
  private final Answers answers;

  TemplateRemovals(Templates templates, SentTemplates sent, Answers answers) {
    this.templates = templates;
    this.sent = sent;
    this.answers = answers;
  }

  Response.Answer delete(Request request, Business business) {
    return answers.withBody(request, body -> delete(body, business));
  }

  private Response.Answer delete(JsonObject body, Business business) {
    String name = text(body.get("name"));
    String id = text(body.get("hsm_id"));
    if (body.has("hsm_ids")) {
      return name == null && id == null
          ? deleteIds(body.get("hsm_ids"), business)
          : invalid("hsm_ids can't come together with name or hsm_id");
    }
    if (id != null) {
      return deleteOne(id, name, business);
    }
    return name == null
        ? invalid("name, hsm_id or hsm_ids must say which template to delete")
        : deleteNamed(name, business);
  }

  Response.Answer deleteNamed(String name, Business business) {
    List<StoredTemplate> named = templates.named(business, name);
    return named.isEmpty() ? nobody(name) : delete(named);
  }

  /// Clients take it as done.
  private Response.Answer nobody(String name) {
    return answers.refused(
        404,
        ApiError.of(
            ErrorCode.INVALID_PARAMETER,
            "name is %s, there is no template of that name".formatted(Fields.quoted(name))));
  }

  private Response.Answer deleteOne(String id, @Nullable String name, Business business) {
    StoredTemplate template = find(id, business).orElse(null);
    if (template == null) {
      return answers.refused(ApiError.noSuchObject("delete", id));
    }
    return name == null || name.equals(template.name())
        ? delete(List.of(template))
        : invalid(
            "name is %s, template %s is called %s"
                .formatted(Fields.quoted(name), id, Fields.quoted(template.name())));
  }

  private Response.Answer deleteIds(@Nullable Json given, Business business) {
    if (!(given instanceof JsonArray(var items)) || items.isEmpty() || items.size() > IDS_MAX) {
      return invalid("hsm_ids must be a list of 1 to %d ids".formatted(IDS_MAX));
    }
    // One that is named twice is deleted, and told of, once.
    var found = new LinkedHashSet<StoredTemplate>();
    for (Json item : items) {
      Optional<StoredTemplate> template =
          Optional.ofNullable(text(item)).flatMap(id -> find(id, business));
      if (template.isEmpty()) {
        return invalid("hsm_ids has %s, no template of this business".formatted(item));
      }
      found.add(template.get());
    }
    return delete(found);
  }

  private Response.Answer delete(Collection<StoredTemplate> all) {
    Optional<StoredTemplate> disabled =
        all.stream().filter(each -> each.status() == TemplateStatus.DISABLED).findFirst();
    if (disabled.isPresent()) {
      return invalid(
          "template %s is disabled, such can't be deleted".formatted(disabled.get().id()));
    }
    templates.delete(all, sent::underWay);
    return Answers.success();
  }

  private Optional<StoredTemplate> find(String id, Business business) {
    return templates.byId(id).filter(template -> template.business().equals(business.id()));
  }

  private static @Nullable String text(@Nullable Json value) {
    return switch (value) {
      case JsonString(var text) when !text.isBlank() -> text;
      case JsonNumber number -> number.toString();
      case null, default -> null;
    };
  }

  private Response.Answer invalid(String details) {
    return answers.refused(ApiError.of(ErrorCode.INVALID_PARAMETER, details));
  }
}
