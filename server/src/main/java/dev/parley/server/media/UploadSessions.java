package dev.parley.server.media;

import dev.parley.account.Business;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaHandles;
import dev.parley.media.MediaId;
import dev.parley.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads in pieces that may break off and go on. Sessions are of this process: after a restart
/// the client begins anew. Handles last as long as their file. Source: reference, observed.md §2.
final class UploadSessions implements MediaHandles, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(UploadSessions.class);

  /// Sessions under way. One more ends the oldest.
  static final int SESSIONS_MAX = 100;

  static final String PREFIX = "upload:";

  private static final int ID_BYTES = 24;
  private static final int PIECE_BYTES = 64 * 1024;
  private static final Pattern HANDLE = Pattern.compile("4::[A-Za-z0-9+/=]+:(\\d{16}):[\\w-]+");

  private final MediaLibrary library;
  private final RandomGenerator random;
  private final SequencedMap<String, Session> sessions = new LinkedHashMap<>();

  /// @param random used from many threads
  UploadSessions(MediaLibrary library, RandomGenerator random) {
    this.library = library;
    this.random = random;
  }

  /// One upload. Its pieces come one at a time.
  final class Session {
    private final String id;
    private final Business business;
    private final long length;
    private final String mimeType;
    private final @Nullable String filename;
    private final MediaStore.Draft draft;

    private Session(
        String id,
        Business business,
        long length,
        String mimeType,
        @Nullable String filename,
        MediaStore.Draft draft) {
      this.id = id;
      this.business = business;
      this.length = length;
      this.mimeType = mimeType;
      this.filename = filename;
      this.draft = draft;
    }

    String id() {
      return id;
    }

    Business business() {
      return business;
    }

    synchronized long received() {
      return draft.size();
    }

    /// Takes a piece that begins at this offset; what arrived of one that broke off counts.
    ///
    /// @return the handle once all is there
    synchronized Optional<String> take(long offset, InputStream piece)
        throws Upload.Refused, IOException {
      if (offset != draft.size()) {
        throw new Upload.Refused(
            "file_offset is %d, but %d bytes were received".formatted(offset, draft.size()));
      }
      byte[] bytes = new byte[PIECE_BYTES];
      for (int count = piece.read(bytes); count >= 0; count = piece.read(bytes)) {
        if (draft.size() + count > length) {
          throw new Upload.Refused(
              "There are more bytes than the %d that file_length said".formatted(length));
        }
        draft.write(bytes, 0, count);
      }
      if (draft.size() < length) {
        return Optional.empty();
      }
      // Until it is stored the session stays: an empty last piece tries again.
      MediaFile file = library.add(business.stream(), Origin.UPLOADED, draft, mimeType, filename);
      forget(id);
      return Optional.of(handle(file));
    }
  }

  Session begin(Business business, long length, String mimeType, @Nullable String filename)
      throws IOException {
    byte[] chance = new byte[ID_BYTES];
    random.nextBytes(chance);
    String id = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    var session = new Session(id, business, length, mimeType, filename, library.begin());
    Session oldest = null;
    synchronized (sessions) {
      sessions.put(id, session);
      if (sessions.size() > SESSIONS_MAX) {
        oldest = sessions.pollFirstEntry().getValue();
      }
    }
    if (oldest != null) {
      end(oldest);
    }
    return session;
  }

  Optional<Session> find(String id) {
    synchronized (sessions) {
      return Optional.ofNullable(sessions.get(id));
    }
  }

  private void forget(String id) {
    synchronized (sessions) {
      sessions.remove(id);
    }
  }

  private static void end(Session session) {
    try {
      session.draft.close();
    } catch (IOException e) {
      log.warn("ending an upload: {}", e.toString());
    }
  }

  private static String handle(MediaFile file) {
    String type =
        Base64.getEncoder().encodeToString(file.mimeType().getBytes(StandardCharsets.UTF_8));
    return "4::%s:%s:%s".formatted(type, file.id(), file.sha256().substring(0, 32));
  }

  @Override
  public Optional<MediaFile> ofHandle(String handle) {
    Matcher parts = HANDLE.matcher(handle);
    return parts.matches()
        ? MediaId.parse(parts.group(1))
            .flatMap(id -> library.find(id.toString()))
            .filter(file -> handle(file).equals(handle))
        : Optional.empty();
  }

  @Override
  public void close() {
    Map<String, Session> open;
    synchronized (sessions) {
      open = Map.copyOf(sessions);
      sessions.clear();
    }
    open.values().forEach(UploadSessions::end);
  }
}
