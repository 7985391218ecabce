package dev.parley.server.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The headers of a request in the order sent; names are compared without regard to case.
public record Headers(List<Header> all) {
  public Headers {
    all = List.copyOf(all);
  }

  /// The first value under this name.
  public @Nullable String first(String name) {
    for (var header : all) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /// Every value under this name.
  public List<String> values(String name) {
    return all.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
  }

  /// The content type without its parameters, in lower case; empty where none was sent.
  public String mediaType() {
    String type = first("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
