package dev.parley.protocol.message;

import org.jspecify.annotations.Nullable;

/// `interactive.catalog_message`: a button that opens the whole catalog of the number. Source:
/// `messages.md` §11.
///
/// @param thumbnail retailer id of the product that is shown; null for the first of the catalog
public record CatalogMessage(String body, @Nullable String footer, @Nullable String thumbnail)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "catalog_message";

  @Override
  public String kind() {
    return "catalog_message";
  }
}
