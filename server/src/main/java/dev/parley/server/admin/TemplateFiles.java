package dev.parley.server.admin;

import dev.parley.media.MediaFile;
import dev.parley.media.MediaHandles;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplatePart;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The example files in the headers of templates: a creator names them by handle, readers get an
/// address. Source: reference, templates-and-media.md §3; observed.md §3.
///
/// @param links where a file can be had
record TemplateFiles(MediaHandles handles, Function<MediaFile, String> links) {
  private static final Path COMPONENTS = Path.root().field("components");

  /// Behind it stands what differs each time an address is given.
  private static final String UNTIL = "&ext=";

  /// The address of a file; the handle itself where the file is gone.
  String link(String handle) {
    return handles.ofHandle(handle).map(links).orElse(handle);
  }

  /// What is wrong with the handles of a template.
  Optional<Problem> problemOf(TemplateDefinition template) {
    return problemOf(COMPONENTS, template.parts(), List.of());
  }

  /// @param at where the components stand, which are those of the request in its order
  /// @param known headers that need no check
  private Optional<Problem> problemOf(Path at, List<TemplatePart> parts, List<Header> known) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> problemOf(at.index(i), parts.get(i), known))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Problem> problemOf(Path at, TemplatePart part, List<Header> known) {
    if (part instanceof Header.OfMedia header) {
      return known.contains(header)
          ? Optional.empty()
          : problemOf(at.field("example").field("header_handle"), header);
    }
    if (part instanceof TemplatePart.Carousel(var cards)) {
      return IntStream.range(0, cards.size())
          .mapToObj(i ->
              problemOf(
                  at.field("cards").index(i).field("components"), cards.get(i).parts(), known))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private Optional<Problem> problemOf(Path at, Header.OfMedia header) {
    MediaFile file = handles.ofHandle(header.handle()).orElse(null);
    if (file == null) {
      return Optional.of(
          Problem.of(
              at,
              "is %s, which no resumable upload has answered"
                  .formatted(Fields.quoted(header.handle())),
              Problem.INVALID));
    }
    String kind =
        switch (header.format()) {
          case IMAGE -> "image/";
          case VIDEO, GIF -> "video/";
          case DOCUMENT -> "";
        };
    return file.plainType().startsWith(kind)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                at,
                "is of a header of the format %s, but its file is %s"
                    .formatted(header.format(), file.plainType()),
                ErrorSubcode.TEMPLATE_HEADER.number()));
  }

  /// An edit that was made of what a read showed has the addresses of files: their handles again.
  TemplateDefinition withHandlesOf(TemplateDefinition edited, TemplateDefinition before) {
    List<String> known =
        before.headers().stream()
            .filter(Header.OfMedia.class::isInstance)
            .map(header -> ((Header.OfMedia) header).handle())
            .toList();
    return edited.withHandles(given ->
        known.stream()
            .filter(handle -> given.equals(handle) || lasting(link(handle)).equals(lasting(given)))
            .findFirst()
            .orElse(given));
  }

  private static String lasting(String link) {
    int until = link.indexOf(UNTIL);
    String address = until < 0 ? link : link.substring(0, until);
    int path = address.indexOf("/whatsapp_business/");
    return path < 0 ? address : address.substring(path);
  }

  /// Those that were there before the edit need no check: their files may be gone.
  Optional<Problem> problemOf(TemplateDefinition edited, TemplateDefinition before) {
    return problemOf(COMPONENTS, edited.parts(), before.headers());
  }
}
