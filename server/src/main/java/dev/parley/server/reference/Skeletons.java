package dev.parley.server.reference;

import java.util.Map;
import java.util.Optional;

/// What members look like, for those who left one out. Named by the member, or by the one that
/// holds it where it differs: `text.body` is a text, `interactive.body` an object.
final class Skeletons {
  /// Characters of JSON that a suggestion shows.
  static final int SHOWN_MAX_CHARS = 2_000;

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("messaging_product", "\"whatsapp\""),
          Map.entry("to", "\"15550100101\""),
          Map.entry("type", "\"text\""),
          Map.entry("text", "{\"body\":\"…\"}"),
          Map.entry("body", "{\"text\":\"…\"}"),
          Map.entry("text.body", "\"…\""),
          Map.entry("body.text", "\"…\""),
          Map.entry("footer.text", "\"…\""),
          Map.entry("header.text", "\"…\""),
          Map.entry("header", "{\"type\":\"text\",\"text\":\"…\"}"),
          Map.entry("header.type", "\"text\""),
          Map.entry("footer", "{\"text\":\"…\"}"),
          Map.entry(
              "interactive",
              "{\"type\":\"button\",\"body\":{\"text\":\"…\"},\"action\":{\"buttons\":"
                  + "[{\"type\":\"reply\",\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"}}]}}"),
          Map.entry("interactive.type", "\"list\""),
          Map.entry(
              "action",
              "{\"button\":\"…\",\"sections\":[{\"rows\":[{\"id\":\"1\",\"title\":\"…\"}]}]}"),
          Map.entry("button", "\"…\""),
          Map.entry(
              "buttons", "[{\"type\":\"reply\",\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"}}]"),
          Map.entry("buttons.type", "\"reply\""),
          Map.entry("reply", "{\"id\":\"yes\",\"title\":\"Yes\"}"),
          Map.entry("sections", "[{\"rows\":[{\"id\":\"1\",\"title\":\"…\"}]}]"),
          Map.entry("rows", "[{\"id\":\"1\",\"title\":\"…\"}]"),
          Map.entry("id", "\"…\""),
          Map.entry("title", "\"…\""),
          Map.entry("display_text", "\"…\""),
          Map.entry("url", "\"https://example.com/\""),
          Map.entry("link", "\"https://example.com/picture.jpg\""),
          Map.entry("image", "{\"link\":\"https://example.com/picture.jpg\"}"),
          Map.entry("video", "{\"link\":\"https://example.com/film.mp4\"}"),
          Map.entry("audio", "{\"link\":\"https://example.com/sound.mp3\"}"),
          Map.entry("document", "{\"link\":\"https://example.com/paper.pdf\"}"),
          Map.entry("sticker", "{\"link\":\"https://example.com/sticker.webp\"}"),
          Map.entry("location", "{\"latitude\":52.5163,\"longitude\":13.3777}"),
          Map.entry("latitude", "52.5163"),
          Map.entry("longitude", "13.3777"),
          Map.entry(
              "contacts",
              "[{\"name\":{\"formatted_name\":\"Ada Lovelace\",\"first_name\":\"Ada\"}}]"),
          Map.entry(
              "contacts.name", "{\"formatted_name\":\"Ada Lovelace\",\"first_name\":\"Ada\"}"),
          Map.entry("formatted_name", "\"Ada Lovelace\""),
          Map.entry("reaction", "{\"message_id\":\"wamid.…\",\"emoji\":\"👍\"}"),
          Map.entry("emoji", "\"👍\""),
          Map.entry("message_id", "\"wamid.…\""),
          Map.entry("template", "{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}"),
          Map.entry("template.name", "\"hello_world\""),
          Map.entry("language", "{\"code\":\"en_US\"}"),
          Map.entry("code", "\"en_US\""),
          Map.entry("status", "\"read\""),
          Map.entry("catalog_id", "\"300000000000001\""),
          Map.entry("product_retailer_id", "\"sku-01\""),
          Map.entry("product_items", "[{\"product_retailer_id\":\"sku-01\"}]"));

  /// Objects that hold nothing but one text, mostly.
  private static final Map<String, String> ONLY_TEXT =
      Map.of(
          "text", "body",
          "interactive.body", "text",
          "footer", "text",
          "language", "code",
          "context", "message_id",
          "image", "link",
          "video", "link",
          "audio", "link",
          "document", "link",
          "sticker", "link");

  private Skeletons() {}

  static Optional<String> of(String parent, String name) {
    return Optional.ofNullable(BY_NAME.getOrDefault(parent + "." + name, BY_NAME.get(name)));
  }

  /// The member in which a text goes that was written instead of this object.
  static Optional<String> onlyText(String parent, String name) {
    return Optional.ofNullable(ONLY_TEXT.getOrDefault(parent + "." + name, ONLY_TEXT.get(name)));
  }

  /// Whether members of this name exist somewhere, so that it is hardly a slip.
  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name);
  }
}
