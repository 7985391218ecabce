package dev.parley.server.admin;

import dev.parley.media.MediaFile;
import dev.parley.media.MediaHandles;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The example files in the headers of templates: a creator names them by handle, readers get an
/// address. Source: reference, templates-and-media.md §3; observed.md §3.
///
/// @param links where a file can be had
record TemplateFiles(MediaHandles handles, Function<MediaFile, String> links) {
  /// Behind it stands what differs each time an address is given.
  private static final String UNTIL = "&ext=";

  /// The address of a file; the handle itself where the file is gone.
  String link(String handle) {
    return handles.ofHandle(handle).map(links).orElse(handle);
  }

  /// What is wrong with the handles of a template.
  Optional<Problem> problemOf(TemplateDefinition template) {
    return template.headers().stream()
        .filter(Header.OfMedia.class::isInstance)
        .map(Header.OfMedia.class::cast)
        .flatMap(header -> problemOf(header).stream())
        .findFirst();
  }

  private Optional<Problem> problemOf(Header.OfMedia header) {
    MediaFile file = handles.ofHandle(header.handle()).orElse(null);
    Path at = Path.root().field("components");
    if (file == null) {
      return Optional.of(
          Problem.of(
              at,
              "has the header_handle %s, which no resumable upload has answered"
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
                "has a header of the format %s, but the file of its handle is %s"
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
    List<Header> known = before.headers();
    return edited.headers().stream()
        .filter(header -> !known.contains(header))
        .filter(Header.OfMedia.class::isInstance)
        .flatMap(header -> problemOf((Header.OfMedia) header).stream())
        .findFirst();
  }
}
