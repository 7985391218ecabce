package dev.parley.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `interactive.product_list`: several products of one catalog. Source: `messages.md` §11.
public record ProductList(
    Header.Title header,
    String body,
    @Nullable String footer,
    String catalogId,
    List<Section> sections)
    implements Interactive {

  public static final int SECTIONS_MAX = 10;

  /// Products over all sections.
  public static final int PRODUCTS_MAX = 30;

  public ProductList {
    sections = List.copyOf(sections);
  }

  /// Products under a heading, which may be absent when there is one section only.
  public record Section(@Nullable String title, List<String> productRetailerIds) {

    public static final int TITLE_MAX_CHARS = 24;

    public Section {
      productRetailerIds = List.copyOf(productRetailerIds);
    }
  }

  @Override
  public String kind() {
    return "product_list";
  }
}
