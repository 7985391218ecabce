package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A ready-made template in one language. Source: reference, templates-and-media.md §4, Entry.
///
/// @param name that of all its languages
/// @param topic null for codes, as the use case
/// @param header null where it has none, or has a file there
/// @param withDocument whether its header is a PDF
/// @param types one for each variable of the body
/// @param contact what `add_contact_number` adds to the body, with a place for the number; null
///   where it adds nothing
public record LibraryEntry(
    String id,
    String name,
    String language,
    TemplateCategory category,
    @Nullable String topic,
    @Nullable String usecase,
    List<String> industries,
    @Nullable String header,
    boolean withDocument,
    TemplateText body,
    List<ValueType> types,
    List<Button> buttons,
    @Nullable String contact) {

  public LibraryEntry {
    industries = List.copyOf(industries);
    types = List.copyOf(types);
    buttons = List.copyOf(buttons);
  }

  /// @param sample the address or number in its place; null where it has neither
  public record Button(Kind kind, String text, @Nullable String sample) {
    /// As it stands in `type`.
    public enum Kind {
      QUICK_REPLY,
      URL,
      PHONE_NUMBER,
      OTP;

      /// Whether who makes a template of the entry must say something about it.
      boolean needsInput() {
        return switch (this) {
          case QUICK_REPLY -> false;
          case URL, PHONE_NUMBER, OTP -> true;
        };
      }
    }
  }

  /// Whether a text stands in what a reader sees of it, or in its name. Case does not count.
  public boolean holds(String part) {
    var wanted = part.toLowerCase(Locale.ROOT);
    return List.of(name, header == null ? "" : header, body.text()).stream()
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// An entry of the data file.
  static LibraryEntry read(JsonObject entry) {
    var samples = texts(entry, "body_params");
    var variables = new ArrayList<TemplateText.Variable>();
    for (int i = 0; i < samples.size(); i++) {
      variables.add(new TemplateText.Variable(Integer.toString(i + 1), samples.get(i)));
    }
    return new LibraryEntry(
        DataFile.text(entry, "id"),
        DataFile.text(entry, "name"),
        DataFile.text(entry, "language"),
        TemplateCategory.valueOf(DataFile.text(entry, "category")),
        optional(entry, "topic"),
        optional(entry, "usecase"),
        texts(entry, "industry"),
        optional(entry, "header"),
        entry.has("header_format"),
        new TemplateText(DataFile.text(entry, "body"), variables),
        texts(entry, "body_param_types").stream()
            .map(word -> ValueType.of(word).orElseThrow())
            .toList(),
        entry.has("buttons")
            ? ((JsonArray) DataFile.member(entry, "buttons"))
                .items().stream().map(item -> button((JsonObject) item)).toList()
            : List.of(),
        optional(entry, "contact"));
  }

  private static Button button(JsonObject button) {
    var url = optional(button, "url");
    return new Button(
        Button.Kind.valueOf(DataFile.text(button, "type")),
        DataFile.text(button, "text"),
        url == null ? optional(button, "phone_number") : url);
  }

  private static List<String> texts(JsonObject entry, String name) {
    return ((JsonArray) DataFile.member(entry, name))
        .items().stream().map(item -> ((JsonString) item).value()).toList();
  }

  private static @Nullable String optional(JsonObject entry, String name) {
    return entry.get(name) instanceof JsonString(var text) ? text : null;
  }
}
