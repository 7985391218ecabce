package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Store;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store promises about the rows of files, whatever lies below it.
abstract class MediaContract {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final String SOUP = "5f".repeat(32);
  private static final String FISH = "a0".repeat(32);

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private Store store = closedStore();
  private StreamId first = new StreamId(1);
  private StreamId second = new StreamId(2);

  /// Opens the same database each time within a test, an empty one for each test.
  abstract Store open(InstantSource clock);

  /// Before each test: makes the empty database where it must be made.
  void prepare() {}

  private static Store closedStore() {
    var store = SqliteStore.throwAway(() -> NOON);
    store.close();
    return store;
  }

  @BeforeEach
  final void openStore() {
    prepare();
    store = open(() -> NOON);
    first = store.openStream(StreamInfo.Kind.NUMBER, "100000000000001");
    second = store.openStream(StreamInfo.Kind.BUSINESS, "200000000000001");
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Test
  void a_file_is_found_again_after_a_restart() {
    MediaFile soup = add(first, Origin.UPLOADED, SOUP, "Suppe für zwei.jpg", NOON);
    MediaFile fish = add(second, Origin.RECEIVED, FISH, null, NOON);
    assertThat(find(soup)).contains(soup);
    store.close();
    store = open(() -> NOON);
    assertThat(find(soup)).contains(soup);
    assertThat(find(fish)).contains(fish);
    assertThat(store.<Optional<MediaFile>>read(view -> view.media().find(id(first)))).isEmpty();
  }

  @Test
  void a_transaction_sees_its_own_files_and_writes_to_no_other_stream() {
    MediaFile soup = file(first, Origin.UPLOADED, SOUP, null, NOON);
    boolean seen =
        store.write(
            first,
            tx -> {
              tx.media().add(soup);
              return tx.media().find(soup.id()).isPresent();
            });
    assertThat(seen).isTrue();
    assertThatThrownBy(() -> drop(second, soup)).isInstanceOf(IllegalArgumentException.class);
    assertThat(find(soup)).isPresent();
  }

  @Test
  void an_id_is_given_once() {
    MediaFile soup = add(first, Origin.UPLOADED, SOUP, null, NOON);
    assertThatThrownBy(() -> add(soup)).isInstanceOf(RuntimeException.class);
    assertThat(find(soup)).contains(soup);
  }

  @Test
  void a_dropped_file_is_gone_and_its_bytes_are_used_while_another_has_them() {
    MediaFile one = add(first, Origin.UPLOADED, SOUP, null, NOON);
    MediaFile other = add(first, Origin.UPLOADED, SOUP, null, NOON);
    drop(first, one);
    assertThat(find(one)).isEmpty();
    assertThat(uses(first, SOUP)).isTrue();
    assertThat(uses(second, SOUP)).isFalse();
    drop(first, other);
    assertThat(uses(first, SOUP)).isFalse();
  }

  @Test
  void pictures_of_profiles_are_told_apart_from_all_other_files() {
    add(first, Origin.UPLOADED, SOUP, null, NOON);
    add(second, Origin.PICTURE, SOUP, null, NOON);
    MediaFile picture = add(first, Origin.PICTURE, SOUP, null, NOON);
    assertThat(store.<List<MediaFile>>read(view -> view.media().pictures(first)))
        .containsExactly(picture);
  }

  @Test
  void hashes_are_those_of_one_stream_each_once() {
    add(first, Origin.UPLOADED, SOUP, null, NOON);
    add(first, Origin.UPLOADED, SOUP, null, NOON);
    add(first, Origin.UPLOADED, FISH, null, NOON);
    add(second, Origin.RECEIVED, "11".repeat(32), null, NOON);
    assertThat(store.<java.util.Set<String>>read(view -> view.media().hashes(first)))
        .containsExactlyInAnyOrder(SOUP, FISH);
  }

  @Test
  void what_has_expired_is_told_oldest_first_and_not_a_moment_early() {
    MediaFile later = add(first, Origin.UPLOADED, SOUP, null, NOON.plusSeconds(1));
    MediaFile sooner = add(first, Origin.UPLOADED, FISH, null, NOON);
    MediaFile users = add(first, Origin.RECEIVED, FISH, null, NOON);
    Instant end = NOON.plus(Duration.ofDays(30));
    assertThat(expired(end.minusMillis(1), 10)).containsExactly(users);
    assertThat(expired(end, 10)).containsExactly(users, sooner);
    assertThat(expired(end.plusSeconds(1), 10)).containsExactly(users, sooner, later);
    assertThat(expired(end.plusSeconds(1), 2)).containsExactly(users, sooner);
  }

  @Test
  void a_wiped_store_has_no_files() {
    MediaFile soup = add(first, Origin.UPLOADED, SOUP, null, NOON);
    store.wipe();
    assertThat(find(soup)).isEmpty();
  }

  private MediaFile add(
      StreamId stream, Origin origin, String sha256, @Nullable String name, Instant at) {
    return add(file(stream, origin, sha256, name, at));
  }

  private MediaFile add(MediaFile file) {
    return store.write(
        file.id().stream(),
        tx -> {
          tx.media().add(file);
          return file;
        });
  }

  private MediaFile file(
      StreamId stream, Origin origin, String sha256, @Nullable String name, Instant at) {
    return new MediaFile(id(stream), origin, "image/jpeg", name, sha256, 5_000_000_000L, at);
  }

  private MediaId id(StreamId stream) {
    return MediaId.mint(stream, random);
  }

  private void drop(StreamId stream, MediaFile file) {
    var _ =
        store.write(
            stream,
            tx -> {
              tx.media().drop(file.id());
              return file;
            });
  }

  private Optional<MediaFile> find(MediaFile file) {
    return store.read(view -> view.media().find(file.id()));
  }

  private boolean uses(StreamId stream, String sha256) {
    return store.read(view -> view.media().uses(stream, sha256));
  }

  private List<MediaFile> expired(Instant now, int limit) {
    return store.read(view -> view.media().expired(first, now, limit));
  }
}
