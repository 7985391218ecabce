package dev.parley.protocol.event;

import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.message.ContactWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a user's message as a webhook carries it. Source: `webhooks.md` §2.
public final class InboundWriter {
  private InboundWriter() {}

  /// `{"type":"text","text":{"body":"hi"}}`, with `context` before it where there is one.
  public static JsonObject write(InboundMessage message) {
    return JsonObject.builder()
        .putIfPresent("context", context(message.context()))
        .putIfPresent("referral", referral(message.referral()))
        .putAll(content(message.content()))
        .build();
  }

  static @Nullable JsonObject context(@Nullable MessageContext context) {
    if (context == null) {
      return null;
    }
    var id = context.id();
    var written =
        JsonObject.builder()
            .putIfPresent("from", context.from())
            .putIfPresent("id", id == null ? null : id.value());
    if (context.forwarded() != Forwarded.NOT) {
      written.put(
          context.forwarded() == Forwarded.FREQUENTLY ? "frequently_forwarded" : "forwarded", true);
    }
    var product = context.referredProduct();
    if (product != null) {
      written.put(
          "referred_product",
          Json.object(
              "catalog_id", product.catalogId(),
              "product_retailer_id", product.productRetailerId()));
    }
    return written.build();
  }

  static @Nullable JsonObject referral(@Nullable Referral referral) {
    if (referral == null) {
      return null;
    }
    var welcome = referral.welcome();
    var written =
        JsonObject.builder()
            .put("source_url", referral.sourceUrl())
            .put("source_id", referral.sourceId())
            .put("source_type", referral.sourceType().wire())
            .putIfPresent("body", referral.body())
            .putIfPresent("headline", referral.headline());
    switch (referral.media()) {
      case null -> {}
      case Referral.Media.Image image ->
          written.put("media_type", image.type()).put("image_url", image.url());
      case Referral.Media.Video video ->
          written
              .put("media_type", video.type())
              .put("video_url", video.url())
              .putIfPresent("thumbnail_url", video.thumbnailUrl());
    }
    return written
        .putIfPresent("ctwa_clid", referral.clickId())
        .putIfPresent("welcome_message", welcome == null ? null : Json.object("text", welcome))
        .build();
  }

  /// `type`, and for all but one the member that is named like it.
  static JsonObject content(InboundContent content) {
    return switch (content) {
      case InboundContent.RequestWelcome welcome -> Json.object("type", welcome.type());
      case InboundContent.Unsupported unsupported -> unsupported(unsupported);
      case InboundContent.Text(var words) -> typed(content, Json.object("body", words));
      case InboundContent.Image(var file, var caption) ->
          typed(content, file(file, "caption", caption));
      case InboundContent.Video(var file, var caption) ->
          typed(content, file(file, "caption", caption));
      case InboundContent.Audio(var file, var voice) -> typed(content, file(file, "voice", voice));
      case InboundContent.Document(var file, var filename, var caption) ->
          typed(content, file(file, "filename", filename, "caption", caption));
      case InboundContent.Sticker(var file, var animated) ->
          typed(content, file(file, "animated", animated));
      case InboundContent.ListReply reply -> typed(content, ReplyWriter.write(reply));
      case InboundContent.ButtonReply reply -> typed(content, ReplyWriter.write(reply));
      case InboundContent.FormReply reply -> typed(content, ReplyWriter.write(reply));
      case InboundContent.CallPermissionReply reply -> typed(content, ReplyWriter.write(reply));
      case InboundContent.TemplateButton(var payload, var text) ->
          typed(content, Json.object("payload", payload, "text", text));
      case InboundContent.Location location -> typed(content, location(location));
      case InboundContent.Reaction(var target, var emoji) ->
          typed(content, Json.object("message_id", target.value(), "emoji", emoji));
      case InboundContent.Order order -> typed(content, order(order));
      case InboundContent.Contacts(var cards) ->
          typed(content, JsonArray.from(cards, InboundWriter::card));
      case InboundContent.SystemNote note -> typed(content, system(note));
      case InboundContent.Edit(var original, var message) ->
          typed(
              content,
              Json.object("original_message_id", original.value(), "message", write(message)));
      case InboundContent.Revoke(var original) ->
          typed(content, Json.object("original_message_id", original.value()));
    };
  }

  private static JsonObject typed(InboundContent content, Json body) {
    return Json.object("type", content.type(), content.type(), body);
  }

  /// The file's own members, and what its message says beside them.
  private static JsonObject file(InboundFile file, @Nullable Object... more) {
    return JsonObject.builder()
        .putAll(Json.object(more))
        .put("mime_type", file.mimeType())
        .put("sha256", file.sha256())
        .put("id", file.id())
        .putIfPresent("url", file.url())
        .build();
  }

  private static JsonObject card(SharedContact card) {
    var origin = card.origin();
    return JsonObject.builder()
        .putAll(ContactWriter.write(card.contact()))
        .putIfPresent("origin", origin == null ? null : origin.wire())
        .putIfPresent("vcard", card.vcard())
        .build();
  }

  private static JsonObject system(InboundContent.SystemNote note) {
    var waId = note.waId();
    var userId = note.userId();
    return Json.object(
        "body", note.body(),
        "wa_id", waId == null ? null : waId.value(),
        "user_id", userId == null ? null : userId.value(),
        "identity", note.identity(),
        "type", note.kind().name().toLowerCase(Locale.ROOT));
  }

  private static JsonObject unsupported(InboundContent.Unsupported unsupported) {
    var cause = unsupported.cause();
    var error =
        Json.object(
            "code", cause.code().number(),
            "title", cause.title(),
            "message", cause.title(),
            "error_data", Json.object("details", cause.details()));
    return Json.object(
        "errors", JsonArray.of(error),
        "type", unsupported.type(),
        "unsupported", Json.object("type", unsupported.kind()));
  }

  private static JsonObject location(InboundContent.Location location) {
    return Json.object(
        "latitude", JsonNumber.of(location.latitude()),
        "longitude", JsonNumber.of(location.longitude()),
        "name", location.name(),
        "address", location.address(),
        "url", location.url());
  }

  private static JsonObject order(InboundContent.Order order) {
    return Json.object(
        "catalog_id", order.catalogId(),
        "text", order.text(),
        "product_items",
            JsonArray.from(
                order.items(),
                item ->
                    Json.object(
                        "product_retailer_id", item.productRetailerId(),
                        "quantity", item.quantity(),
                        "item_price", JsonNumber.of(item.itemPrice()),
                        "currency", item.currency())));
  }
}
