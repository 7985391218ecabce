package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// `interactive.product`: one product of a catalog. No header: the phone shows the product there.
/// Source: `messages.md` §11.
public record Product(
    @Nullable String body, @Nullable String footer, String catalogId, String productRetailerId)
    implements Interactive {

  @Override
  public String kind() {
    return "product";
  }
}
