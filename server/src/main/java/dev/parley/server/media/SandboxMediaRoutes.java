package dev.parley.server.media;

import dev.parley.journal.StreamId;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaKind;
import dev.parley.media.MediaStoreAway;
import dev.parley.protocol.json.Json;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// The files of people's phones: what a user is about to send, and what a phone shows. Whether
/// somebody may call it at all is decided before.
public final class SandboxMediaRoutes {
  private final MediaLibrary library;
  private final StreamId users;
  private final MediaAnswers answers;

  /// @param users the stream of users' files, which belong to no number
  public SandboxMediaRoutes(MediaLibrary library, StreamId users, Supplier<String> traceIds) {
    this.library = library;
    this.users = users;
    this.answers = new MediaAnswers(library, traceIds);
  }

  public List<Route> routes() {
    return List.of(
        new Route("POST", "/sandbox/media", this::add),
        new Route("GET", "/sandbox/media/{id}", this::show));
  }

  private Response add(Request request) throws IOException {
    boolean form = request.headers().mediaType().equals("multipart/form-data");
    try (var draft = library.begin();
        var upload =
            form
                ? Upload.ofForm(request, draft, head -> MediaKind.BYTES_MAX)
                : Upload.ofBody(request, draft, head -> MediaKind.BYTES_MAX)) {
      return add(upload);
    } catch (Upload.Refused refused) {
      return answers.badUpload(String.valueOf(refused.getMessage()));
    } catch (MediaStoreAway away) {
      throw MediaAnswers.away(away);
    }
  }

  private Response add(Upload upload) throws IOException {
    if (!upload.hasFile()) {
      return answers.badUpload("The form has no part named file");
    }
    if (upload.draft().size() == 0) {
      return answers.badUpload("The file is empty");
    }
    String type =
        FileTypes.told(upload.head(), upload.said(upload.field("type")), upload.filename());
    MediaFile file = library.add(users, Origin.RECEIVED, upload.draft(), type, upload.filename());
    return answers.json(201, shown(file));
  }

  /// As in a webhook, plus the size.
  private static Json shown(MediaFile file) {
    return Json.object(
        "id",
        file.id().toString(),
        "mime_type",
        file.mimeType(),
        "sha256",
        file.sha256Base64(),
        "file_size",
        file.size());
  }

  private Response show(Request request) {
    String id = request.pathParameter("id");
    return library
        .find(id)
        .map(file -> answers.bytes(request, file))
        .orElseGet(() -> answers.notFound("There is no file " + id + ", or it has expired"));
  }
}
