package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a template message and its components.
public final class TemplateWriter {
  private TemplateWriter() {}

  static JsonObject write(Template template) {
    return Json.object(
        "name",
        template.name(),
        "language",
        Json.object("code", template.language()),
        "components",
        template.components().isEmpty() ? null : components(template.components()));
  }

  private static JsonArray components(List<TemplateComponent> components) {
    return JsonArray.from(components, TemplateWriter::write);
  }

  /// `{"type":"body","parameters":[…]}`
  public static JsonObject write(TemplateComponent component) {
    return switch (component) {
      case TemplateComponent.Part part ->
          Json.object("type", part.type(), "parameters", parameters(part.parameters()));
      case TemplateComponent.Button(var kind, var index, var parameters) ->
          Json.object(
              "type", component.type(),
              "sub_type", kind.wire(),
              "index", index == null ? null : index.toString(),
              "parameters", parameters(parameters));
      case TemplateComponent.Carousel(var cards) ->
          Json.object(
              "type", component.type(), "cards", JsonArray.from(cards, TemplateWriter::card));
    };
  }

  private static JsonObject card(TemplateComponent.Card card) {
    return Json.object("card_index", card.index(), "components", components(card.components()));
  }

  private static @Nullable JsonArray parameters(List<TemplateParameter> parameters) {
    return parameters.isEmpty() ? null : JsonArray.from(parameters, TemplateWriter::write);
  }

  /// `{"type":"text","text":"Ada"}`
  public static JsonObject write(TemplateParameter parameter) {
    var type = parameter.type();
    return switch (parameter) {
      case TemplateParameter.Words(var name, var text, var preview) ->
          Json.object(
              "type", type,
              "parameter_name", name,
              "text", text,
              "payment_link_preview", preview ? true : null);
      case TemplateParameter.Currency(var name, var fallback, var code, var amount) ->
          Json.object(
              "type",
              type,
              "parameter_name",
              name,
              type,
              Json.object("fallback_value", fallback, "code", code, "amount_1000", amount));
      case TemplateParameter.DateTime(var name, var fallback, var calendar) ->
          Json.object(
              "type",
              type,
              "parameter_name",
              name,
              type,
              JsonObject.builder().put("fallback_value", fallback).putAll(calendar).build());
      case TemplateParameter.Media media -> Json.object("type", type, type, media(media));
      case TemplateParameter.Place(var location) ->
          Json.object("type", type, type, MessageWriter.location(location));
      case TemplateParameter.Item(var retailerId, var catalogId) ->
          Json.object(
              "type",
              type,
              type,
              Json.object("product_retailer_id", retailerId, "catalog_id", catalogId));
      case TemplateParameter.Payload(var payload) -> Json.object("type", type, type, payload);
      case TemplateParameter.CouponCode(var code) -> Json.object("type", type, type, code);
      case TemplateParameter.Action(var action) -> Json.object("type", type, type, action);
      case TemplateParameter.Offer(var end) ->
          Json.object("type", type, type, Json.object("expiration_time_ms", end));
      case TemplateParameter.TtlMinutes(var minutes) -> Json.object("type", type, type, minutes);
      case TemplateParameter.OrderUpdate(var status) -> Json.object("type", type, type, status);
      case TemplateParameter.TapTargets(var targets) ->
          Json.object(
              "type",
              type,
              type,
              JsonArray.from(
                  targets, target -> Json.object("url", target.url(), "title", target.title())));
    };
  }

  private static JsonObject media(TemplateParameter.Media media) {
    return switch (media.source()) {
      case MediaSource.Uploaded(var id) -> Json.object("id", id, "filename", media.filename());
      case MediaSource.Linked(var link) -> Json.object("link", link, "filename", media.filename());
    };
  }
}
