package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.List;

/// Writes an entry as `GET /message_template_library` shows it. Source: reference,
/// templates-and-media.md §4, Entry. `header_format` is ours: how a file on top is shown is not
/// said.
public final class LibraryEntryWriter {
  private LibraryEntryWriter() {}

  public static JsonObject write(LibraryEntry entry) {
    return Json.object(
        "name", entry.name(),
        "language", entry.language(),
        "category", entry.category().name(),
        "topic", entry.topic(),
        "usecase", entry.usecase(),
        "industry", texts(entry.industries()),
        "header", entry.header(),
        "header_format", entry.withDocument() ? "DOCUMENT" : null,
        "body", entry.body().text(),
        "body_params",
            texts(entry.body().variables().stream().map(TemplateText.Variable::example).toList()),
        "body_param_types", texts(entry.types().stream().map(ValueType::wire).toList()),
        "buttons",
            entry.buttons().isEmpty()
                ? null
                : JsonArray.from(entry.buttons(), LibraryEntryWriter::button),
        "id", entry.id());
  }

  private static JsonObject button(LibraryEntry.Button button) {
    return switch (button.kind()) {
      case QUICK_REPLY -> Json.object("type", "QUICK_REPLY", "text", button.text());
      case URL -> Json.object("type", "URL", "text", button.text(), "url", button.sample());
      case PHONE_NUMBER ->
          Json.object(
              "type", "PHONE_NUMBER", "text", button.text(), "phone_number", button.sample());
      case OTP -> Json.object("type", "OTP", "otp_type", "COPY_CODE", "text", button.text());
    };
  }

  private static JsonArray texts(List<String> texts) {
    return JsonArray.from(texts, JsonString::new);
  }
}
