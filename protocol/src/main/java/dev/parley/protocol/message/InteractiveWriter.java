package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
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

  private static @Nullable JsonObject header(@Nullable Header header) {
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
    };
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
