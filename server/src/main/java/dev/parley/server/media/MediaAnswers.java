package dev.parley.server.media;

import dev.parley.media.MediaFile;
import dev.parley.media.MediaStoreAway;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.http.Ranges;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What calls about files answer: JSON, errors in the Graph envelope, or the bytes.
final class MediaAnswers {
  private static final String JSON = "application/json; charset=UTF-8";

  /// What a browser may show in place. All else could be a page with a script in it.
  private static final Set<String> SHOWN_IN_PLACE = Set.of("image", "audio", "video");

  private static final String SVG = "image/svg+xml";

  /// What we say when the store of files is away: a guess, since nobody tells us.
  private static final Duration AWAY_RETRY_IN = Duration.ofSeconds(5);

  private final MediaLibrary library;
  private final Supplier<String> traceIds;

  MediaAnswers(MediaLibrary library, Supplier<String> traceIds) {
    this.library = library;
    this.traceIds = traceIds;
  }

  Response json(int status, Json body) {
    return Response.bytes(status, JSON, JsonWriter.utf8(body));
  }

  Response refused(int status, ApiError error) {
    return json(status, GraphErrorWriter.envelope(error, traceIds.get()));
  }

  /// A fault of the upload. Source: reference, observed.md §2 (too large: 400 with code 100).
  Response badUpload(String details) {
    return refused(400, ApiError.of(ErrorCode.INVALID_PARAMETER, details));
  }

  /// In the words that `messaging_product` missing from a message has.
  Response missing(String name) {
    return refused(
        400,
        new ApiError(
            ErrorCode.INVALID_PARAMETER,
            "(#100) The parameter %s is required.".formatted(name),
            "There is no %s, neither in the body nor in the query".formatted(name),
            null,
            List.of()));
  }

  Response notFound(String details) {
    return refused(404, ApiError.of(ErrorCode.INVALID_PARAMETER, details));
  }

  /// The store of files is out of reach: nothing was done.
  static Unavailable away(MediaStoreAway away) {
    return new Unavailable(String.valueOf(away.getMessage()), AWAY_RETRY_IN, away);
  }

  private InputStream open(MediaFile file, long offset) throws IOException {
    try {
      return library.open(file, offset);
    } catch (MediaStoreAway e) {
      throw away(e);
    }
  }

  Response bytes(Request request, MediaFile file) {
    Response answer =
        Ranges.answer(
            request,
            new Ranges.File(
                file.mimeType(), file.size(), file.sha256(), offset -> open(file, offset)));
    String plain = file.plainType();
    boolean inPlace = SHOWN_IN_PLACE.contains(plain.split("/", 2)[0]) && !plain.equals(SVG);
    return answer instanceof Response.Download download
        ? download
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "default-src 'none'; sandbox")
            .with("Content-Disposition", inPlace ? "inline" : "attachment")
        : answer;
  }
}
