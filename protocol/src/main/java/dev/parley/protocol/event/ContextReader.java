package dev.parley.protocol.event;

import dev.parley.protocol.event.MessageContext.Forwarded;
import dev.parley.protocol.event.MessageContext.ReferredProduct;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.message.WamidReader;
import org.jspecify.annotations.Nullable;

/// Reads `context` of a user's message.
final class ContextReader {

  private static final int FROM_MAX_CHARS = 64;
  private static final int PRODUCT_ID_MAX_CHARS = 100;

  private ContextReader() {}

  static @Nullable MessageContext read(Fields body) {
    var context = body.optionalObject("context");
    if (context == null) {
      return null;
    }
    var from = context.optionalText("from", FROM_MAX_CHARS);
    var id = WamidReader.optional(context, "id");
    var forwarded = forwarded(context);
    var product = referredProduct(context);
    boolean empty = from == null && id == null && forwarded == Forwarded.NOT && product == null;
    return empty ? null : new MessageContext(from, id, forwarded, product);
  }

  private static Forwarded forwarded(Fields context) {
    if (context.optionalBool("frequently_forwarded", false)) {
      return Forwarded.FREQUENTLY;
    }
    return context.optionalBool("forwarded", false) ? Forwarded.FORWARDED : Forwarded.NOT;
  }

  private static @Nullable ReferredProduct referredProduct(Fields context) {
    var product = context.optionalObject("referred_product");
    if (product == null) {
      return null;
    }
    var catalogId = product.metaId("catalog_id", PRODUCT_ID_MAX_CHARS);
    var retailerId = product.text("product_retailer_id", PRODUCT_ID_MAX_CHARS);
    return catalogId == null || retailerId == null
        ? null
        : new ReferredProduct(catalogId, retailerId);
  }
}
