package dev.parley.server.media;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaId;
import dev.parley.media.MediaKind;
import dev.parley.media.MediaStoreAway;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A business's calls about files, in both dialects. Source: reference, platform.md §1; observed.md
/// §2; clients.md 8, 9.
public final class MediaRoutes {
  private static final String D360_KEY = "D360-API-KEY";
  private static final String EDGE = "media";
  private static final String PRODUCT = "messaging_product";

  /// Source: reference, templates-and-media.md §7.
  private static final String OPUS_ONLY = "; audio/ogg must be Opus with one channel";

  private final MediaLibrary library;
  private final MediaUrls urls;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Function<Request, Optional<Sender>> callers;
  private final Supplier<Response> unknownKey;
  private final Throttles throttles;
  private final MediaAnswers answers;

  /// @param callers who asks, by the key
  /// @param unknownKey 360dialog's answer to somebody with a wrong key
  public MediaRoutes(
      MediaLibrary library,
      MediaUrls urls,
      Accounts accounts,
      InstantSource clock,
      Function<Request, Optional<Sender>> callers,
      Supplier<Response> unknownKey,
      Throttles throttles,
      Supplier<String> traceIds) {
    this.library = library;
    this.urls = urls;
    this.accounts = accounts;
    this.clock = clock;
    this.callers = callers;
    this.unknownKey = unknownKey;
    this.throttles = throttles;
    this.answers = new MediaAnswers(library, traceIds);
  }

  /// Something on Graph's paths that is ours to answer, once its caller may touch it.
  ///
  /// @param owner whose token is needed; empty when any known token will do
  public record Found(Optional<Business> owner, Handler handler) {}

  /// 360dialog's upload; the rest of it lies on Graph's paths, see {@link #find}.
  public List<Route> d360Routes() {
    return List.of(
        new Route("POST", "/media", throttles.upload(this::uploadByKey)),
        new Route("POST", "/v1/media", throttles.upload(this::uploadByKey)));
  }

  /// What this request, whose path has no version, is about; empty when it is about no file.
  public Optional<Found> find(Request request) {
    List<String> path = request.path();
    if (path.equals(MediaUrls.PATH) && isRead(request)) {
      return Optional.of(new Found(Optional.empty(), this::download));
    }
    if (path.size() == 2 && path.getLast().equals(EDGE) && request.method().equals("POST")) {
      return accounts
          .number(path.getFirst())
          .map(number -> new Found(Optional.of(number.business()), call -> upload(call, number)));
    }
    return path.size() == 1 && MediaId.parse(path.getFirst()).isPresent() && !isAccount(path)
        ? findFile(request, path.getFirst())
        : Optional.empty();
  }

  private static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private boolean isAccount(List<String> path) {
    return accounts.number(path.getFirst()).isPresent()
        || accounts.business(path.getFirst()).isPresent();
  }

  private Optional<Found> findFile(Request request, String id) {
    if (!isRead(request) && !request.method().equals("DELETE")) {
      return Optional.empty();
    }
    MediaFile file = library.find(id).filter(found -> isFor(request, found)).orElse(null);
    if (file == null) {
      Handler missing = call -> noSuchFile(call, id);
      return Optional.of(
          new Found(Optional.empty(), isRead(request) ? throttles.read(missing) : missing));
    }
    Handler handler =
        isRead(request)
            ? throttles.read(call -> answers.json(200, shown(call, file)))
            : call -> {
              library.delete(file);
              return answers.json(200, Json.object("success", true));
            };
    return Optional.of(new Found(ownerOf(file), handler));
  }

  private Optional<Business> ownerOf(MediaFile file) {
    return switch (file.origin()) {
      case UPLOADED -> accounts.numberOf(file.id().stream()).map(PhoneNumber::business);
      case RECEIVED, LINKED, PICTURE -> Optional.empty();
    };
  }

  /// Whether the number that is meant has this file: the one of 360dialog's key, and the one in the
  /// query.
  private boolean isFor(Request request, MediaFile file) {
    if (file.origin() == Origin.LINKED || file.origin() == Origin.PICTURE) {
      return false;
    }
    String named = request.query().first("phone_number_id");
    Optional<PhoneNumber> byName =
        named == null || named.isBlank() ? Optional.empty() : accounts.number(named.strip());
    if (named != null && !named.isBlank() && byName.isEmpty()) {
      return false;
    }
    Optional<PhoneNumber> byKey =
        request.headers().first(D360_KEY) == null
            ? Optional.empty()
            : callers.apply(request).map(Sender::number);
    return byName.filter(number -> !has(number, file)).isEmpty()
        && byKey.filter(number -> !has(number, file)).isEmpty();
  }

  private boolean has(PhoneNumber number, MediaFile file) {
    return library.find(number, file.id().toString()).isPresent();
  }

  private Json shown(Request request, MediaFile file) {
    return Json.object(
        PRODUCT,
        "whatsapp",
        "url",
        urls.forCaller(request, file, clock.instant()),
        "mime_type",
        file.mimeType(),
        "sha256",
        file.sha256(),
        "file_size",
        file.size(),
        "id",
        file.id().toString());
  }

  /// Source: reference, observed.md §1.
  private Response noSuchFile(Request request, String id) {
    return answers.refused(
        400,
        ApiError.noSuchObject(request.method(), id)
            .withDetails(
                "There is no file %s: it was never uploaded, was deleted, is another number's, or"
                        .formatted(id)
                    + " has expired (after %d days, a user's file after %d)."
                        .formatted(
                            Origin.UPLOADED.life().toDays(), Origin.RECEIVED.life().toDays())));
  }

  /// Source: reference, platform.md §1 (failure 404: the client is to ask for the address again).
  private Response download(Request request) {
    MediaFile file =
        urls.read(request.query(), clock.instant())
            .flatMap(library::find)
            .filter(found -> isFor(request, found) && isOfBusiness(request, found))
            .orElse(null);
    return file == null
        ? answers.notFound(
            "There is no file at this address, or the address is older than %d minutes: ask for"
                    .formatted(MediaUrls.LIFE.toMinutes())
                + " the media id again.")
        : answers.bytes(request, file);
  }

  private boolean isOfBusiness(Request request, MediaFile file) {
    Optional<String> owner = ownerOf(file).map(Business::id);
    Optional<String> caller = callers.apply(request).map(sender -> sender.number().business().id());
    return owner.isEmpty() || caller.isEmpty() || owner.equals(caller);
  }

  private Response uploadByKey(Request request) throws IOException {
    Optional<Sender> sender = callers.apply(request);
    return sender.isPresent() ? upload(request, sender.get().number()) : unknownKey.get();
  }

  private Response upload(Request request, PhoneNumber number) throws IOException {
    try (var draft = library.begin();
        var upload = Upload.ofForm(request, draft, FileTypes::bytesMax)) {
      return upload(request, number, upload);
    } catch (Upload.Refused refused) {
      return answers.badUpload(String.valueOf(refused.getMessage()));
    } catch (MediaStoreAway away) {
      throw MediaAnswers.away(away);
    }
  }

  private Response upload(Request request, PhoneNumber number, Upload upload) throws IOException {
    String product = given(request, upload, PRODUCT);
    if (product == null) {
      return answers.missing(PRODUCT);
    }
    if (!product.equalsIgnoreCase("whatsapp")) {
      return answers.badUpload("messaging_product is \"%s\", not whatsapp".formatted(product));
    }
    if (!upload.hasFile()) {
      return answers.missing("file");
    }
    if (upload.draft().size() == 0) {
      return answers.badUpload("The file is empty");
    }
    byte[] head = upload.head();
    List<String> said = upload.said(given(request, upload, "type"));
    return switch (FileTypes.judge(head, said, upload.filename())) {
      case FileTypes.Verdict.NotTaken(var type) ->
          answers.badUpload(
              "The file is of type %s; these are taken: %s"
                  .formatted(type, String.join(", ", MediaKind.allTypes())));
      // Source: reference, templates-and-media.md §7.
      case FileTypes.Verdict.Mismatch(var asSaid, var found) ->
          answers.refused(
              400,
              ApiError.of(
                  ErrorCode.MEDIA_UPLOAD,
                  "The file was sent as %s, but its bytes are %s%s"
                      .formatted(asSaid, found, FileTypes.isOgg(asSaid) ? OPUS_ONLY : "")));
      case FileTypes.Verdict.Taken(var kind, var type) -> {
        long bytesMax = FileTypes.bytesMax(type, head);
        yield upload.draft().size() > bytesMax
            ? answers.badUpload(Upload.tooLarge(bytesMax))
            : answers.json(200, Json.object("id", keep(number, upload, type).id().toString()));
      }
    };
  }

  private MediaFile keep(PhoneNumber number, Upload upload, String type) throws IOException {
    return library.add(number.stream(), Origin.UPLOADED, upload.draft(), type, upload.filename());
  }

  /// In the form, before or after the file, or in the query. Source: reference, clients.md 8.
  private static @Nullable String given(Request request, Upload upload, String name) {
    String inForm = upload.field(name);
    String given = inForm == null ? request.query().first(name) : inForm;
    return given == null || given.isBlank() ? null : given.strip();
  }
}
