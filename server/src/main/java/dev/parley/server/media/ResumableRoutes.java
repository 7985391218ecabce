package dev.parley.server.media;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.media.MediaHandles;
import dev.parley.media.MediaKind;
import dev.parley.media.MediaStoreAway;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.BadForm;
import dev.parley.server.http.FormFields;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.media.MediaRoutes.Found;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Meta's Resumable Upload, which gives handles for headers of templates and profile pictures.
/// Source: reference, observed.md §2.
public final class ResumableRoutes implements AutoCloseable {
  private static final String EDGE = "uploads";
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final UploadSessions sessions;
  private final Accounts accounts;
  private final MediaAnswers answers;

  /// @param random used from many threads
  public ResumableRoutes(
      MediaLibrary library, Accounts accounts, RandomGenerator random, Supplier<String> traceIds) {
    this.sessions = new UploadSessions(library, random);
    this.accounts = accounts;
    this.answers = new MediaAnswers(library, traceIds);
  }

  /// For those who are given handles.
  public MediaHandles handles() {
    return sessions;
  }

  /// What this request, whose path has no version, is about; empty when it is about no upload.
  public Optional<Found> find(Request request) {
    List<String> path = request.path();
    boolean post = request.method().equals("POST");
    if (post && path.size() == 2 && path.getLast().equals(EDGE)) {
      return business(path.getFirst())
          .map(owner -> new Found(Optional.of(owner), call -> begin(call, owner)));
    }
    if (path.size() != 1 || !path.getFirst().startsWith(UploadSessions.PREFIX)) {
      return Optional.empty();
    }
    UploadSessions.Session session = sessions.find(path.getFirst()).orElse(null);
    if (session == null) {
      return Optional.of(new Found(Optional.empty(), this::noSuchSession));
    }
    return switch (request.method()) {
      case "POST" ->
          Optional.of(new Found(Optional.of(session.business()), call -> take(call, session)));
      case "GET", "HEAD" ->
          Optional.of(new Found(Optional.of(session.business()), call -> shown(session)));
      default -> Optional.empty();
    };
  }

  private Optional<Business> business(String app) {
    return accounts.businesses().stream()
        .filter(business -> business.app().id().equals(app))
        .findFirst();
  }

  private Response noSuchSession(Request request) {
    return answers.refused(400, ApiError.noSuchObject(request.method(), request.path().getFirst()));
  }

  private Response begin(Request request, Business owner) throws IOException {
    Map<String, String> given = given(request);
    String length = given.get("file_length");
    String type = given.get("file_type");
    if (length == null || type == null) {
      return answers.missing(length == null ? "file_length" : "file_type");
    }
    if (!length.matches("[1-9]\\d{0,17}")) {
      return answers.badUpload("file_length is \"%s\", not a number of bytes".formatted(length));
    }
    String mimeType = FileTypes.plain(type);
    MediaKind kind = MediaKind.of(mimeType).orElse(null);
    if (kind == null) {
      return answers.badUpload(
          "file_type is \"%s\"; these are taken: %s"
              .formatted(type, String.join(", ", MediaKind.allTypes())));
    }
    long bytes = Long.parseLong(length);
    if (bytes > kind.bytesMax()) {
      return answers.badUpload(Upload.tooLarge(kind.bytesMax()));
    }
    return answers.json(
        200,
        Json.object("id", sessions.begin(owner, bytes, mimeType, given.get("file_name")).id()));
  }

  private Response take(Request request, UploadSessions.Session session) throws IOException {
    String offset = request.headers().first("file_offset");
    if (offset == null || !offset.strip().matches("\\d{1,18}")) {
      return answers.refused(
          400,
          ApiError.of(
              ErrorCode.INVALID_PARAMETER,
              "The header file_offset must say where these bytes begin, 0 at first"));
    }
    try (InputStream piece = request.stream(MediaKind.BYTES_MAX, Upload.WITHIN)) {
      return session
          .take(Long.parseLong(offset.strip()), piece)
          .map(handle -> answers.json(200, Json.object("h", handle)))
          .orElseGet(() -> shown(session));
    } catch (Upload.Refused refused) {
      return answers.badUpload(String.valueOf(refused.getMessage()));
    } catch (MediaStoreAway away) {
      throw MediaAnswers.away(away);
    }
  }

  private Response shown(UploadSessions.Session session) {
    return answers.json(200, Json.object("id", session.id(), "file_offset", session.received()));
  }

  /// In the query or the body; the body as JSON or as a form.
  private static Map<String, String> given(Request request) {
    var given = new HashMap<String, String>();
    request.query().values().forEach((name, values) -> given.put(name, values.getFirst()));
    try {
      FormFields.of(request, BODY_BYTES_MAX).ifPresent(given::putAll);
    } catch (BadForm unreadable) {
      return given;
    }
    if (request.headers().mediaType().equals("application/json")
        && JsonReader.read(request.body(BODY_BYTES_MAX))
            instanceof Reading.Ok<Json>(JsonObject body)) {
      for (String name : List.of("file_length", "file_type", "file_name")) {
        String text = text(body.get(name));
        if (text != null) {
          given.put(name, text);
        }
      }
    }
    return given;
  }

  private static @Nullable String text(@Nullable Json json) {
    return switch (json) {
      case JsonString(var text) -> text;
      case JsonNumber(var literal) -> literal;
      case null, default -> null;
    };
  }

  @Override
  public void close() {
    sessions.close();
  }
}
