package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import dev.parley.server.admin.Projection.Selection;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told of templates. Source: reference, templates-and-media.md §5; platform.md §2;
/// observed.md §3.
final class TemplateReads {
  private static final List<String> ID = List.of("id");

  /// Fields of Meta's page "Message Template API" (September 2026) about ads, links and devices.
  private static final List<String> UNKNOWN =
      List.of(
          "ad_account_id",
          "ad_adset_id",
          "ad_campaign_id",
          "ad_id",
          "bid_spec",
          "cta_url_link_tracking_opted_out",
          "degrees_of_freedom_spec",
          "is_primary_device_delivery_only",
          "is_sms_fallback_enabled",
          "last_updated_time");

  private final Templates templates;
  private final Answers answers;
  private final Pages pages;
  private final Projection<StoredTemplate> fields;

  TemplateReads(
      Templates templates, Accounts accounts, TemplateFiles files, Answers answers, Pages pages) {
    this.templates = templates;
    this.answers = answers;
    this.pages = pages;
    this.fields = withUnknown(fields(files, accounts));
  }

  Response.Answer one(Request request, StoredTemplate template) {
    return switch (fields.select(request, ID)) {
      case Selection.Known<StoredTemplate>(var shown) -> Answers.ok(shown.apply(template));
      case Selection.Unknown<StoredTemplate>(var error) -> answers.refused(error);
    };
  }

  Response.Answer list(Request request, Business business) {
    return switch (fields.select(request, ID)) {
      case Selection.Unknown<StoredTemplate>(var error) -> answers.refused(error);
      case Selection.Known<StoredTemplate>(var shown) ->
          switch (TemplateFilter.of(request.query()::first)) {
            case TemplateFilter.Unreadable(var error) -> answers.refused(error);
            case TemplateFilter.Wanted(var wanted) ->
                answers.page(
                    pages.cut(
                        request,
                        templates.of(business).stream().filter(wanted).toList(),
                        StoredTemplate::id,
                        shown));
          };
    };
  }

  private static Projection<StoredTemplate> fields(TemplateFiles files, Accounts accounts) {
    return new Projection<StoredTemplate>("WhatsAppMessageTemplate")
        .usual("name", template -> new JsonString(template.name()))
        .usual(
            "parameter_format",
            template -> new JsonString(template.definition().parameterFormat().name()))
        .usual(
            "components",
            template -> TemplateDefinitionWriter.shown(template.definition(), files::link))
        .usual("language", template -> new JsonString(template.language()))
        .usual("status", template -> new JsonString(template.status().name()))
        .usual("category", template -> new JsonString(template.category().name()))
        .usual("sub_category", template -> text(template.definition().subCategory()))
        .usual("library_template_name", template -> text(template.definition().libraryName()))
        .onDemand("id", template -> new JsonString(template.id()))
        .onDemand(
            "health_status",
            template ->
                HealthStatus.of(template, accounts.business(template.business()).orElseThrow()))
        .onDemand("quality_score", TemplateReads::quality)
        .onDemand("rejected_reason", template -> new JsonString(template.rejectedReason()))
        .onDemand("previous_category", template -> category(template.previousCategory()))
        .onDemand("correct_category", template -> category(template.correctCategory()))
        .onDemand("message_send_ttl_seconds", TemplateReads::ttl)
        .onDemand("display_format", template -> text(template.definition().displayFormat()))
        .onDemand("source", template -> new JsonString(TemplateFilter.SOURCE));
  }

  /// Of these nothing is known here, so that a read has none of them.
  private static Projection<StoredTemplate> withUnknown(Projection<StoredTemplate> fields) {
    UNKNOWN.forEach(name -> fields.onDemand(name, template -> null));
    return fields;
  }

  private static @Nullable Json text(@Nullable String text) {
    return text == null ? null : new JsonString(text);
  }

  private static @Nullable Json category(@Nullable TemplateCategory category) {
    return category == null ? null : new JsonString(category.name());
  }

  private static JsonObject quality(StoredTemplate template) {
    return Json.object(
        "score", template.quality().name(), "date", template.qualityAt().getEpochSecond());
  }

  private static @Nullable Json ttl(StoredTemplate template) {
    Integer seconds = template.definition().sendTtlSeconds();
    return seconds == null ? null : JsonNumber.of(seconds);
  }
}
