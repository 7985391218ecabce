package dev.parley.server.media;

import dev.parley.account.PhoneNumber;
import dev.parley.media.LinkSource;
import dev.parley.media.LinkedMedia;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaKind;
import dev.parley.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches the files of links and keeps them, so that phones can show them without asking anybody
/// else. Source: reference, messages.md §3 (limits; one fetch of an exact address holds for ten
/// minutes).
public final class LinkedFiles implements LinkedMedia {
  static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private static final int PIECE_BYTES = 64 * 1024;
  private static final int NAME_CHARS_MAX = 200;

  private final MediaLibrary library;
  private final LinkSource links;
  private final InstantSource clock;

  public LinkedFiles(MediaLibrary library, LinkSource links, InstantSource clock) {
    this.library = library;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Optional<MediaFile> known(PhoneNumber from, String link) {
    return library.ofLink(from.stream(), link);
  }

  @Override
  public Fetched fetch(PhoneNumber from, String link, MediaKind kind) {
    Instant now = clock.instant();
    MediaFile known =
        known(from, link).filter(file -> now.isBefore(file.addedAt().plus(KEPT_FOR))).orElse(null);
    if (known != null) {
      return kind.takes(known.plainType())
          ? new Fetched.Here(known)
          : notOf(kind, known.mimeType());
    }
    URI address;
    try {
      address = URI.create(link.strip());
    } catch (IllegalArgumentException e) {
      return new Fetched.Failed("The link can't be read");
    }
    try (var draft = library.begin();
        var answer = links.open(address)) {
      return answer.status() == 200
          ? keep(from, link, kind, answer, draft)
          : new Fetched.Failed("The link was answered with %d".formatted(answer.status()));
    } catch (IOException e) {
      return new Fetched.Failed("The link can't be fetched: " + e.getMessage());
    }
  }

  private Fetched keep(
      PhoneNumber from,
      String link,
      MediaKind kind,
      LinkSource.Opened answer,
      MediaStore.Draft draft)
      throws IOException {
    InputStream body = answer.body();
    byte[] head = body.readNBytes(FileTypes.HEAD_BYTES);
    String contentType = answer.contentType();
    List<String> said = contentType == null ? List.of() : List.of(contentType);
    String type = type(kind, head, said, nameOf(link));
    if (type == null) {
      return notOf(kind, FileTypes.told(head, said, nameOf(link)));
    }
    long bytesMax = Math.min(kind.bytesMax(), FileTypes.bytesMax(type, head));
    draft.write(head, 0, head.length);
    byte[] piece = new byte[PIECE_BYTES];
    for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
      draft.write(piece, 0, count);
      if (draft.size() > bytesMax) {
        break;
      }
    }
    if (draft.size() > bytesMax) {
      return new Fetched.Failed(Upload.tooLarge(bytesMax));
    }
    return draft.size() == 0
        ? new Fetched.Failed("The file behind the link is empty")
        : new Fetched.Here(library.addLinked(from.stream(), link, draft, type, nameOf(link)));
  }

  /// Null where a message of this kind can't carry it. Servers often misname a file, so its bytes
  /// are asked alone when they and the name don't agree.
  private static @Nullable String type(
      MediaKind kind, byte[] head, List<String> said, String name) {
    for (List<String> names : List.of(said, List.<String>of())) {
      String type =
          switch (FileTypes.judge(head, names, name)) {
            case FileTypes.Verdict.Taken(var found, var mimeType) -> mimeType;
            case FileTypes.Verdict.NotTaken(var mimeType) -> mimeType;
            case FileTypes.Verdict.Mismatch(var asSaid, var found) -> found;
          };
      if (kind.takes(type)) {
        return type;
      }
    }
    return null;
  }

  private static Fetched.Failed notOf(MediaKind kind, String type) {
    return new Fetched.Failed(
        "The file behind the link is of type %s; these are taken here: %s"
            .formatted(type, String.join(", ", kind.mimeTypes())));
  }

  /// The last segment of the path.
  private static String nameOf(String link) {
    String path = link.split("[?#]", 2)[0];
    List<String> segments = Arrays.asList(path.split("/", -1));
    String last = segments.getLast();
    return last.length() <= NAME_CHARS_MAX ? last : last.substring(0, NAME_CHARS_MAX);
  }
}
