package dev.parley.server.media;

import dev.parley.media.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// Finds out what a file is, from its first bytes. The name of a file and what its sender calls it
/// only decide between types that look alike from the outside (a Word document is a zip).
final class FileTypes {
  /// So many first bytes are looked at.
  static final int HEAD_BYTES = 16 * 1024;

  private static final String OCTETS = "application/octet-stream";
  private static final String OGG = "audio/ogg";
  private static final String WEBP = "image/webp";
  private static final String FILM = "video/mp4";

  /// Senders say so when they don't know.
  private static final Set<String> NOTHING_SAID = Set.of("", OCTETS, "binary/octet-stream");

  /// Outsides in which files of several types come.
  private static final Set<String> WRAPPINGS =
      Set.of(
          "application/zip",
          "application/x-tika-ooxml",
          "application/x-tika-msoffice",
          "application/ogg",
          "application/quicktime",
          "video/quicktime",
          FILM);

  /// Other names of what is taken, where the library knows another one or none.
  private static final Map<String, String> ALSO_CALLED =
      Map.of(
          "image/jpg", "image/jpeg",
          "audio/mp3", "audio/mpeg",
          "audio/opus", OGG,
          "audio/x-m4a", "audio/mp4",
          "audio/m4a", "audio/mp4",
          "audio/3gpp", "video/3gpp");

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("m4a", "audio/mp4"));

  private FileTypes() {}

  /// What a file is, for a business that uploads it.
  sealed interface Verdict {
    record Taken(MediaKind kind, String mimeType) implements Verdict {}

    /// No message takes such a file.
    record NotTaken(String mimeType) implements Verdict {}

    /// Its bytes are something else than was said.
    record Mismatch(String said, String found) implements Verdict {}
  }

  /// @param said MIME types that the sender gave it, the one that counts more first
  static Verdict judge(byte[] head, List<String> said, @Nullable String filename) {
    List<String> names =
        said.stream().map(FileTypes::plain).filter(type -> !NOTHING_SAID.contains(type)).toList();
    String found = found(head);
    String mismatch = null;
    for (String name : names) {
      MediaKind kind = MediaKind.of(name).orElse(null);
      if (kind != null && agrees(name, found, head)) {
        return new Verdict.Taken(kind, name);
      }
      mismatch = kind != null && mismatch == null ? name : mismatch;
    }
    if (mismatch != null) {
      return new Verdict.Mismatch(mismatch, found);
    }
    if (!names.isEmpty()) {
      return new Verdict.NotTaken(names.getFirst());
    }
    String best = best(head, found, filename);
    return MediaKind.of(best)
        .<Verdict>map(kind -> new Verdict.Taken(kind, best))
        .orElseGet(() -> new Verdict.NotTaken(best));
  }

  /// What a user's file is called in webhooks; phones send whatever they have.
  static String told(byte[] head, List<String> said, @Nullable String filename) {
    return switch (judge(head, said, filename)) {
      case Verdict.Taken(var kind, var mimeType) ->
          mimeType.equals(OGG) ? OGG + "; codecs=opus" : mimeType;
      case Verdict.NotTaken(var mimeType) -> mimeType;
      case Verdict.Mismatch(var asSaid, var found) -> found;
    };
  }

  /// The largest file that starts like this, whatever its sender will call it.
  static long bytesMax(byte[] head) {
    String found = found(head);
    return MediaKind.allTypes().stream()
        .filter(type -> agrees(type, found, head))
        .mapToLong(type -> bytesMax(type, head))
        .max()
        .orElse(MediaKind.BYTES_MAX);
  }

  /// The largest file of this type; stickers that stand still must be smaller.
  static long bytesMax(String mimeType, byte[] head) {
    return mimeType.equals(WEBP) && !Webp.isAnimated(head)
        ? MediaKind.STILL_STICKER_BYTES_MAX
        : MediaKind.of(mimeType).map(MediaKind::bytesMax).orElse(MediaKind.BYTES_MAX);
  }

  static boolean isOgg(String mimeType) {
    return mimeType.equals(OGG);
  }

  private static String best(byte[] head, String found, @Nullable String filename) {
    List<String> possible =
        MediaKind.allTypes().stream().filter(type -> agrees(type, found, head)).toList();
    String byName =
        BY_EXTENSION.getOrDefault(
            filename == null
                ? ""
                : filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
            "");
    if (possible.contains(byName)) {
      return byName;
    }
    if (possible.contains(found)) {
      return found;
    }
    if (possible.contains(FILM)) {
      return FILM; // Its outside may hold a sound alone, but only its name could say so.
    }
    return possible.size() == 1 ? possible.getFirst() : found;
  }

  /// Whether a file that looks like `found` can be one of type `name`.
  private static boolean agrees(String name, String found, byte[] head) {
    if (name.equals(found)) {
      return !name.equals(OGG) || Opus.isMono(head);
    }
    if (name.equals(OGG)) {
      return Opus.isMono(head);
    }
    if (name.endsWith("/mp4") && (isQuickTime(head) || found.equals("audio/mp4"))) {
      return !isQuickTime(head);
    }
    MediaType wanted = MediaType.parse(name);
    MediaType seen = MediaType.parse(found);
    return registry().isSpecializationOf(seen, wanted)
        || (WRAPPINGS.contains(found) && registry().isSpecializationOf(wanted, seen));
  }

  /// A film of QuickTime's own, which phones can't play, looks like MP4 otherwise.
  private static boolean isQuickTime(byte[] head) {
    return ascii(head, 4, 8).equals("ftypqt  ");
  }

  private static String found(byte[] head) {
    if (head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xf6) == 0xf0) {
      return "audio/aac"; // ADTS, which the library doesn't know. Source: ISO 13818-7, 6.2.
    }
    try {
      return plain(
          MimeTypes.getDefaultMimeTypes()
              .detect(new ByteArrayInputStream(head), new Metadata())
              .toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MediaTypeRegistry registry() {
    return MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
  }

  /// Lower case, without parameters, under the name that we use.
  static String plain(String type) {
    String lower = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String known = ALSO_CALLED.get(lower);
    MediaType parsed = MediaType.parse(lower);
    if (known != null || parsed == null || MediaKind.of(lower).isPresent()) {
      return known == null ? lower : known;
    }
    String normal = registry().normalize(parsed).toString();
    return normal.equals("audio/x-aac") ? "audio/aac" : normal;
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return from + length > bytes.length
        ? ""
        : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /// The sound of voice notes. Source: RFC 7845, 5.1.
  private static final class Opus {
    private static final String HEAD = "OpusHead";

    private Opus() {}

    static boolean isMono(byte[] head) {
      String start = ascii(head, 0, Math.min(head.length, 512));
      int at = start.indexOf(HEAD);
      return start.startsWith("OggS")
          && at > 0
          && at + HEAD.length() + 1 < start.length()
          && start.charAt(at + HEAD.length() + 1) == 1;
    }
  }

  /// Source: developers.google.com/speed/webp/docs/riff_container, extended file format.
  static final class Webp {
    private static final int FLAGS_AT = 20;
    private static final int ANIMATION = 0x02;

    private Webp() {}

    static boolean isAnimated(byte[] head) {
      return ascii(head, 12, 4).equals("VP8X")
          && head.length > FLAGS_AT
          && (head[FLAGS_AT] & ANIMATION) != 0;
    }
  }
}
