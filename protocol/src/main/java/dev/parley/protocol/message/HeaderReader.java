package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `interactive.header`. An empty object counts as absent (`clients.md` 7).
final class HeaderReader {

  private static final Set<String> TEXT = Set.of("text");

  private static final Set<String> ALL =
      Arrays.stream(Header.Kind.values())
          .map(Header.Kind::wire)
          .collect(Collectors.collectingAndThen(Collectors.toSet(), HeaderReader::withText));

  private HeaderReader() {}

  private static Set<String> withText(Set<String> media) {
    media.add("text");
    return Set.copyOf(media);
  }

  /// A header of any kind, or none.
  static @Nullable Header any(Fields interactive) {
    return header(interactive, ALL);
  }

  /// A line of text, or none.
  static Header.@Nullable Title title(Fields interactive) {
    return header(interactive, TEXT) instanceof Header.Title title ? title : null;
  }

  /// A header of one of these kinds, or none.
  static @Nullable Header of(Fields interactive, Set<Header.Kind> kinds) {
    return header(interactive, wires(kinds));
  }

  /// A header of one of these kinds that must be there.
  static Header.@Nullable Media requiredMedia(Fields card, Set<Header.Kind> kinds) {
    if (!card.says("header")) {
      card.missing("header", "is missing");
      return null;
    }
    return header(card, wires(kinds)) instanceof Header.Media media ? media : null;
  }

  private static Set<String> wires(Set<Header.Kind> kinds) {
    return kinds.stream().map(Header.Kind::wire).collect(Collectors.toSet());
  }

  /// A line of text that must be there.
  static Header.@Nullable Title requiredTitle(Fields interactive) {
    if (!interactive.says("header")) {
      interactive.missing("header", "is missing");
      return null;
    }
    return title(interactive);
  }

  /// Notes a header where none may be.
  static void none(Fields interactive, String kind) {
    if (interactive.says("header")) {
      interactive.badValue("header", "is not allowed in an interactive " + kind);
    }
  }

  private static @Nullable Header header(Fields interactive, Set<String> kinds) {
    var header = interactive.optionalObject("header");
    if (header == null || header.isEmpty()) {
      return null;
    }
    var type = header.word("type", kinds, Problem.BAD_VALUE);
    if (type == null) {
      return null;
    }
    return type.equals("text") ? text(header) : media(header, kindOf(type));
  }

  private static Header.Kind kindOf(String type) {
    for (var kind : Header.Kind.values()) {
      if (kind.wire().equals(type)) {
        return kind;
      }
    }
    throw new IllegalStateException("a header of type " + type);
  }

  /// Wording from live bodies, `responses-and-errors.md` §6.
  private static Header.@Nullable Title text(Fields header) {
    if (!header.says("text")) {
      header.note(
          "text",
          header.has("text") ? "is empty" : "is missing",
          Problem.BAD_VALUE,
          null,
          "Text cannot be null for header type text");
      return null;
    }
    var text = header.text("text", Header.Title.TEXT_MAX_CHARS);
    return text == null ? null : new Header.Title(text);
  }

  private static @Nullable Header media(Fields header, Header.Kind kind) {
    if (!header.has(kind.wire())) {
      header.badValue(kind.wire(), "is missing, though the header is of this type");
      return null;
    }
    var media = header.optionalObject(kind.wire());
    var source = media == null ? null : MediaReader.source(header, kind.wire(), media);
    if (media == null || source == null) {
      return null;
    }
    var filename =
        kind == Header.Kind.DOCUMENT
            ? media.optionalText("filename", Header.Media.FILENAME_MAX_CHARS)
            : null;
    return new Header.Media(kind, source, filename);
  }
}
