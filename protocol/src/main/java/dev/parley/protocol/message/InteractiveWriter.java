package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes `interactive`.
final class InteractiveWriter {
  private InteractiveWriter() {}

  static JsonObject write(Interactive interactive) {
    return JsonObject.builder()
        .put("type", interactive.kind())
        .putIfPresent("header", header(interactive.header()))
        .putIfPresent("body", text(interactive.body()))
        .putIfPresent("footer", text(interactive.footer()))
        .put("action", action(interactive))
        .build();
  }

  private static @Nullable JsonObject text(@Nullable String text) {
    return text == null ? null : Json.object("text", text);
  }

  static @Nullable JsonObject header(@Nullable Header header) {
    return switch (header) {
      case null -> null;
      case Header.Title(var text) -> Json.object("type", "text", "text", text);
      case Header.Media(var kind, var source, var filename) ->
          Json.object("type", kind.wire(), kind.wire(), media(source, filename));
    };
  }

  private static JsonObject media(MediaSource source, @Nullable String filename) {
    return switch (source) {
      case MediaSource.Uploaded(var id) -> Json.object("id", id, "filename", filename);
      case MediaSource.Linked(var link) -> Json.object("link", link, "filename", filename);
    };
  }

  private static JsonObject action(Interactive interactive) {
    return switch (interactive) {
      case ListMessage list ->
          Json.object(
              "button", list.button(),
              "sections", JsonArray.from(list.sections(), InteractiveWriter::section));
      case ButtonMessage buttons ->
          Json.object("buttons", JsonArray.from(buttons.buttons(), InteractiveWriter::button));
      case LocationRequest request -> Json.object("name", LocationRequest.ACTION_NAME);
      case Product product ->
          Json.object(
              "catalog_id", product.catalogId(),
              "product_retailer_id", product.productRetailerId());
      case ProductList products ->
          Json.object(
              "catalog_id", products.catalogId(),
              "sections", JsonArray.from(products.sections(), InteractiveWriter::products));
      case CtaUrl link ->
          Json.object(
              "name",
              CtaUrl.ACTION_NAME,
              "parameters",
              Json.object("display_text", link.displayText(), "url", link.url()));
      case CatalogMessage catalog ->
          named(
              CatalogMessage.ACTION_NAME,
              catalog.thumbnail() == null
                  ? null
                  : Json.object("thumbnail_product_retailer_id", catalog.thumbnail()));
      case FlowMessage flow -> named(FlowMessage.ACTION_NAME, flow(flow));
      case AddressMessage address -> named(AddressMessage.ACTION_NAME, address(address));
      case OrderDetails order -> named(OrderDetails.ACTION_NAME, order.parameters());
      case OrderStatus status ->
          named(
              OrderStatus.ACTION_NAME,
              Json.object(
                  "reference_id",
                  status.referenceId(),
                  "order",
                  Json.object("status", status.stage().wire(), "description", status.description()),
                  "payment",
                  payment(status.payment())));
      case VoiceCall call -> named(VoiceCall.ACTION_NAME, call(call));
      case CallPermissionRequest request -> named(CallPermissionRequest.ACTION_NAME, null);
      case ContactInfoRequest request -> named(ContactInfoRequest.ACTION_NAME, null);
      case Carousel carousel -> CarouselWriter.action(carousel);
    };
  }

  private static JsonObject named(String name, @Nullable JsonObject parameters) {
    return JsonObject.builder().put("name", name).putIfPresent("parameters", parameters).build();
  }

  private static JsonObject flow(FlowMessage flow) {
    var payload = flow.payload();
    return JsonObject.builder()
        .put("flow_message_version", FlowMessage.MESSAGE_VERSION)
        .putAll(
            switch (flow.flow()) {
              case FlowMessage.FlowName.Id(var id) -> Json.object("flow_id", id);
              case FlowMessage.FlowName.Name(var name) -> Json.object("flow_name", name);
            })
        .put("flow_cta", flow.cta())
        .put("mode", flow.mode().wire())
        .putIfPresent("flow_token", flow.token())
        .put("flow_action", flow.opening().wire())
        .putIfPresent(
            "flow_action_payload",
            payload == null
                ? null
                : Json.object("screen", payload.screen(), "data", payload.data()))
        .build();
  }

  private static JsonObject address(AddressMessage address) {
    var parameters = JsonObject.builder().put("country", address.country());
    if (!address.values().isEmpty()) {
      parameters.put("values", texts(address.values()));
    }
    if (!address.savedAddresses().isEmpty()) {
      parameters.put(
          "saved_addresses",
          JsonArray.from(
              address.savedAddresses(),
              saved -> Json.object("id", saved.id(), "value", saved.value())));
    }
    if (!address.validationErrors().isEmpty()) {
      parameters.put("validation_errors", texts(address.validationErrors()));
    }
    return parameters.build();
  }

  private static @Nullable JsonObject payment(OrderStatus.@Nullable Payment payment) {
    return payment == null
        ? null
        : Json.object("status", payment.paid().wire(), "timestamp", payment.timestamp());
  }

  private static JsonObject texts(Map<String, String> texts) {
    var object = JsonObject.builder();
    texts.forEach(object::put);
    return object.build();
  }

  private static @Nullable JsonObject call(VoiceCall call) {
    var parameters =
        Json.object(
            "display_text", call.displayText(),
            "ttl_minutes", call.ttlMinutes(),
            "payload", call.payload());
    return parameters.isEmpty() ? null : parameters;
  }

  private static JsonObject section(ListMessage.Section section) {
    return Json.object(
        "title", section.title(),
        "rows", JsonArray.from(section.rows(), InteractiveWriter::row));
  }

  private static JsonObject row(ListMessage.Row row) {
    return Json.object("id", row.id(), "title", row.title(), "description", row.description());
  }

  private static JsonObject button(ButtonMessage.Button button) {
    return Json.object(
        "type", "reply", "reply", Json.object("id", button.id(), "title", button.title()));
  }

  private static JsonObject products(ProductList.Section section) {
    return Json.object(
        "title", section.title(),
        "product_items",
            JsonArray.from(
                section.productRetailerIds(), id -> Json.object("product_retailer_id", id)));
  }
}
