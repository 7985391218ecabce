package dev.parley.server.media;

import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaHandles;
import dev.parley.media.MediaId;
import dev.parley.media.MediaKind;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Pictures of profiles, made of what a Resumable Upload brought. Each is a file of its own, which
/// stays when the upload expires. Limits: those of a picture that is sent (reference,
/// templates-and-media.md §7), since none are stated for a profile's.
public final class PictureFiles {
  private final MediaLibrary library;
  private final MediaHandles handles;
  private final MediaUrls urls;
  private final InstantSource clock;

  public PictureFiles(
      MediaLibrary library, MediaHandles handles, MediaUrls urls, InstantSource clock) {
    this.library = library;
    this.handles = handles;
    this.urls = urls;
    this.clock = clock;
  }

  /// What became of a handle.
  public sealed interface Outcome {
    record Kept(MediaId picture) implements Outcome {}

    /// @param why continues a sentence that begins with the handle's place
    record NotTaken(String why) implements Outcome {}
  }

  /// Keeps the picture of this handle for the number.
  public Outcome keep(PhoneNumber number, String handle) {
    MediaFile file =
        handles
            .ofHandle(handle)
            .filter(found -> found.id().stream().equals(number.business().stream()))
            .orElse(null);
    if (file == null) {
      return new Outcome.NotTaken(
          "names no file that was uploaded for this business; POST /{app-id}/uploads begins an"
              + " upload, whose last answer has the handle");
    }
    if (FileTypes.judge(head(file), List.of(), null)
            instanceof FileTypes.Verdict.Taken(var kind, var type)
        && kind == MediaKind.IMAGE) {
      return file.size() > MediaKind.IMAGE.bytesMax()
          ? tooLarge(file)
          : library
              .addAgain(number.stream(), Origin.PICTURE, file)
              .<Outcome>map(kept -> new Outcome.Kept(kept.id()))
              .orElseGet(() -> new Outcome.NotTaken("names a file that has just expired"));
    }
    return new Outcome.NotTaken(
        "names a file whose bytes are no picture; these are taken: "
            + String.join(", ", MediaKind.IMAGE.mimeTypes()));
  }

  private static Outcome.NotTaken tooLarge(MediaFile file) {
    return new Outcome.NotTaken(
        "names a picture of %d bytes, at most %d are allowed"
            .formatted(file.size(), MediaKind.IMAGE.bytesMax()));
  }

  private byte[] head(MediaFile file) {
    try (InputStream in = library.open(file, 0)) {
      return in.readNBytes(FileTypes.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Another one stands in its place, or none.
  public void drop(MediaId picture) {
    library.find(picture.toString()).ifPresent(library::delete);
  }

  /// For the one who asks; good for some time, without a key.
  public String url(Request request, MediaId picture) {
    return urls.ofPicture(request, picture, clock.instant());
  }

  public List<Route> routes(Supplier<String> traceIds) {
    var answers = new MediaAnswers(library, traceIds);
    return List.of(
        new Route(
            "GET",
            "/" + String.join("/", MediaUrls.PICTURE_PATH),
            request -> show(request, answers)));
  }

  private Response show(Request request, MediaAnswers answers) {
    Optional<MediaFile> file =
        urls.readPicture(request.query(), clock.instant())
            .flatMap(library::find)
            .filter(found -> found.origin() == Origin.PICTURE);
    return file.map(found -> answers.bytes(request, found))
        .orElseGet(() ->
            answers.notFound(
                "The address is expired or the picture was replaced; get the profile"));
  }
}
