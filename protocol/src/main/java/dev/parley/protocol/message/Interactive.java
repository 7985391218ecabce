package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// A message with something to press: a header, a body, a footer and an action, of which each kind
/// allows and requires some. Lengths are counted in code points. Source: `messages.md` §7.
public sealed interface Interactive extends Message
    permits ListMessage,
        ButtonMessage,
        LocationRequest,
        Product,
        ProductList,
        CatalogMessage,
        CtaUrl,
        FlowMessage,
        AddressMessage,
        OrderDetails,
        OrderStatus,
        VoiceCall,
        CallPermissionRequest,
        ContactInfoRequest,
        Carousel {

  /// Characters of `body.text`; a list allows more.
  int BODY_MAX_CHARS = 1024;

  /// Characters of `footer.text`.
  int FOOTER_MAX_CHARS = 60;

  @Override
  default String type() {
    return "interactive";
  }

  /// The word in `interactive.type`.
  String kind();

  /// What stands above the body; `null` where this kind has none.
  default @Nullable Header header() {
    return null;
  }

  /// The text; only a single product may come without one.
  @Nullable String body();

  /// The small print below; `null` where this kind has none.
  default @Nullable String footer() {
    return null;
  }
}
