package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// An approved template of text without variables or buttons.
///
/// @param category `utility`, `marketing` or `authentication`; decides the price
public record SandboxTemplate(
    String name,
    String language,
    String category,
    @Nullable String header,
    String body,
    @Nullable String footer) {
  public static final int HEADER_MAX_CHARS = 60;
  public static final int BODY_MAX_CHARS = 1024;
  public static final int FOOTER_MAX_CHARS = 60;
  public static final int LANGUAGE_MAX_CHARS = 10;

  /// Its name and language, which together are unique.
  String key() {
    return name + "/" + language;
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .put("language", language)
        .put("category", category)
        .putAll(rendered())
        .build();
  }

  /// As the phone shows it.
  JsonObject rendered() {
    return Json.object("header", header, "body", body, "footer", footer);
  }
}
