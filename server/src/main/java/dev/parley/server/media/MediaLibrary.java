package dev.parley.server.media;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.WorldClock;
import dev.parley.account.PhoneNumber;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaId;
import dev.parley.media.MediaStore;
import dev.parley.media.UsableMedia;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of a world: rows in the store, bytes beside it. First the bytes are on disk, then the
/// row; first the row goes, then the bytes. So an id always has its file, and a crash leaves at
/// most bytes without an id, which the next start sweeps.
public final class MediaLibrary implements UsableMedia, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MediaLibrary.class);

  /// Expired files are not served any more from the moment they expire, and swept within this time.
  static final Duration SWEEP_EVERY = Duration.ofHours(1);

  /// A picture that no profile names so long after it came never will be: a crash came between
  /// keeping it, or putting another one in its place, and telling the profile.
  static final Duration PICTURE_NAMED_WITHIN = Duration.ofHours(1);

  /// Rows dropped in one transaction.
  private static final int SWEPT_AT_ONCE = 500;

  private final Store store;
  private final MediaStore bytes;
  private final WorldClock clock;
  private final RandomGenerator random;
  private final Supplier<Set<MediaId>> pictures;

  /// Files are locked by the first byte of their hash: one that is slow to store, or to remove,
  /// holds few others up.
  private static final int STRIPES = 256;

  /// Held for reading between "the bytes are there" and "a row says so", for writing between "no
  /// row says so" and "the bytes are gone".
  private final List<ReentrantReadWriteLock> naming =
      Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toList();

  private final Object alarms = new Object();
  private WorldClock.@Nullable Alarm nextSweep;
  private boolean closed;

  /// @param random used from many threads
  /// @param pictures those that profiles have now
  public MediaLibrary(
      Store store,
      MediaStore bytes,
      WorldClock clock,
      RandomGenerator random,
      Supplier<Set<MediaId>> pictures) {
    this.store = store;
    this.bytes = bytes;
    this.clock = clock;
    this.random = random;
    this.pictures = pictures;
  }

  /// Sweeps what an earlier run left, and from then on what expires.
  public void start() {
    Thread.ofVirtual().name("media-sweep").start(this::sweep);
  }

  MediaStore.Draft begin() throws IOException {
    return bytes.begin();
  }

  /// Keeps the bytes of a draft and gives them an id; returns once both are on disk.
  MediaFile add(
      StreamId stream,
      Origin origin,
      MediaStore.Draft draft,
      String mimeType,
      @Nullable String filename)
      throws IOException {
    return add(stream, origin, draft, mimeType, filename, null);
  }

  /// Keeps what was fetched from a link.
  MediaFile addLinked(
      StreamId stream, String link, MediaStore.Draft draft, String mimeType, String filename)
      throws IOException {
    return add(stream, Origin.LINKED, draft, mimeType, filename, link);
  }

  /// Names bytes that are here once more. Empty when they are gone by now.
  Optional<MediaFile> addAgain(StreamId stream, Origin origin, MediaFile known) {
    Lock stored = naming(known.sha256()).readLock();
    stored.lock();
    try {
      return find(known.id().toString())
          .map(file ->
              name(
                  stream,
                  origin,
                  file.mimeType(),
                  file.filename(),
                  file.sha256(),
                  file.size(),
                  null));
    } finally {
      stored.unlock();
    }
  }

  private MediaFile add(
      StreamId stream,
      Origin origin,
      MediaStore.Draft draft,
      String mimeType,
      @Nullable String filename,
      @Nullable String link)
      throws IOException {
    Lock stored = naming(draft.sha256()).readLock();
    stored.lock();
    try {
      long size = draft.size();
      return name(stream, origin, mimeType, filename, draft.keep(), size, link);
    } finally {
      stored.unlock();
    }
  }

  /// The bytes are on disk; the lock is held.
  private MediaFile name(
      StreamId stream,
      Origin origin,
      String mimeType,
      @Nullable String filename,
      String sha256,
      long size,
      @Nullable String link) {
    Optional<MediaFile> added = Optional.empty();
    while (added.isEmpty()) { // Until an id by chance is a new one: the first nearly always is.
      MediaId id = MediaId.mint(stream, random);
      added =
          store.write(
              stream,
              tx -> {
                if (tx.media().find(id).isPresent()) {
                  return Optional.empty();
                }
                var file = new MediaFile(id, origin, mimeType, filename, sha256, size, tx.now());
                if (link == null) {
                  tx.media().add(file);
                } else {
                  tx.media().add(file, link);
                }
                return Optional.of(file);
              });
    }
    return added.get();
  }

  /// The file of this id, unless it has expired.
  Optional<MediaFile> find(String id) {
    Instant now = clock.instant();
    return MediaId.parse(id)
        .flatMap(known -> store.read(view -> view.media().find(known)))
        .filter(file -> !file.isExpired(now));
  }

  /// Where the bytes of a user's file are to be had, for some minutes; empty when it has expired.
  public Optional<String> url(String id, MediaUrls urls) {
    return store.read(view -> url(view, id, urls));
  }

  /// The same for somebody who is reading the store.
  public Optional<String> url(View view, String id, MediaUrls urls) {
    Instant now = clock.instant();
    return MediaId.parse(id)
        .flatMap(view.media()::find)
        .filter(file -> file.origin() == Origin.RECEIVED && !file.isExpired(now))
        .map(file -> urls.of(file.id(), now));
  }

  /// The newest file from this link, unless it has expired.
  Optional<MediaFile> ofLink(StreamId stream, String link) {
    Instant now = clock.instant();
    return store
        .read(view -> view.media().ofLink(stream, link))
        .filter(file -> !file.isExpired(now));
  }

  @Override
  public Optional<MediaFile> find(PhoneNumber number, String id) {
    return find(id)
        .filter(file ->
            switch (file.origin()) {
              case UPLOADED -> file.id().stream().equals(number.stream());
              case RECEIVED -> true;
              case LINKED, PICTURE -> false;
            });
  }

  /// The bytes from `offset` on.
  InputStream open(MediaFile file, long offset) throws IOException {
    return bytes.open(file.sha256(), offset);
  }

  void delete(MediaFile file) {
    store.write(
        file.id().stream(),
        tx -> {
          tx.media().drop(file.id());
          return file;
        });
    try {
      removeUnused(List.of(file.sha256()));
    } catch (IOException e) { // The id is gone; its bytes go with the next sweep.
      log.warn("deleting a file: {}", e.toString());
    }
  }

  /// Drops what has expired, pictures that no profile names, and bytes that no row names.
  void sweep() {
    try {
      Instant now = clock.instant();
      for (StreamInfo stream : streams()) {
        dropExpired(stream.id(), now);
        dropForgottenPictures(stream.id(), now);
      }
      Set<String> unused = bytes.hashes();
      unused.removeAll(named());
      removeUnused(unused);
    } catch (IOException | Store.StoreBroken | IllegalStateException e) {
      log.warn("sweeping files: {}", e.toString());
    } finally {
      sweepLater();
    }
  }

  private void sweepLater() {
    synchronized (alarms) {
      WorldClock.Alarm earlier = nextSweep;
      if (earlier != null) {
        earlier.cancel();
      }
      if (!closed) {
        nextSweep = clock.at(clock.instant().plus(SWEEP_EVERY), this::sweep);
      }
    }
  }

  private List<StreamInfo> streams() {
    return store.read(view -> view.streams());
  }

  private Set<String> named() {
    var named = new HashSet<String>();
    for (StreamInfo stream : streams()) {
      named.addAll(store.read(view -> view.media().hashes(stream.id())));
    }
    return named;
  }

  private void dropExpired(StreamId stream, Instant now) {
    List<MediaFile> expired;
    do {
      expired = store.read(view -> view.media().expired(stream, now, SWEPT_AT_ONCE));
      drop(stream, expired);
    } while (expired.size() == SWEPT_AT_ONCE);
  }

  /// Asks the profiles after the rows: one that was there before them is still named.
  private void dropForgottenPictures(StreamId stream, Instant now) {
    List<MediaFile> kept = store.read(view -> view.media().pictures(stream));
    Set<MediaId> named = pictures.get();
    drop(
        stream,
        kept.stream()
            .filter(file -> !named.contains(file.id()))
            .filter(file -> !now.isBefore(file.addedAt().plus(PICTURE_NAMED_WITHIN)))
            .toList());
  }

  private void drop(StreamId stream, List<MediaFile> files) {
    if (!files.isEmpty()) {
      store.write(
          stream,
          tx -> {
            files.forEach(file -> tx.media().drop(file.id()));
            return files;
          });
    }
  }

  private void removeUnused(Iterable<String> hashes) throws IOException {
    for (String sha256 : hashes) {
      Lock removing = naming(sha256).writeLock();
      removing.lock();
      try {
        if (!isNamed(sha256)) {
          bytes.remove(sha256);
        }
      } finally {
        removing.unlock();
      }
    }
  }

  private ReentrantReadWriteLock naming(String sha256) {
    return naming.get(Integer.parseInt(sha256, 0, 2, 16));
  }

  private boolean isNamed(String sha256) {
    return store.read(
        view -> view.streams().stream().anyMatch(stream -> view.media().uses(stream.id(), sha256)));
  }

  @Override
  public void close() {
    synchronized (alarms) {
      closed = true;
      WorldClock.Alarm alarm = nextSweep;
      if (alarm != null) {
        alarm.cancel();
      }
    }
  }
}
