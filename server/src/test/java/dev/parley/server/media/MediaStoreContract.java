package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a place for the bytes of files promises, wherever it is.
abstract class MediaStoreContract {
  private static final byte[] SOUP = "Suppe für zwei".getBytes(StandardCharsets.UTF_8);

  /// SHA-256 of {@link #SOUP}.
  private static final String SOUP_HASH =
      "4a8a735633d237872a85d06859886c612a802fa543d97b536d3f2e46333c09b6";

  @TempDir private Path directory = Path.of("");
  private final List<MediaStore> opened = new ArrayList<>();

  /// Opens the same place each time within a test, an empty one for each test.
  abstract MediaStore open(Path directory) throws IOException;

  /// Before each test.
  void prepare() {}

  @BeforeEach
  final void prepareEach() {
    prepare();
  }

  @AfterEach
  final void close() {
    opened.forEach(MediaStore::close);
  }

  final MediaStore store() throws IOException {
    MediaStore store = open(directory);
    opened.add(store);
    return store;
  }

  final Path directory() {
    return directory;
  }

  @Test
  void what_was_kept_is_read_again_under_its_hash() throws IOException {
    MediaStore store = store();
    assertThat(keep(store, SOUP)).isEqualTo(SOUP_HASH);
    assertThat(read(store, SOUP_HASH, 0)).isEqualTo(SOUP);
    assertThat(store.hashes()).containsExactly(SOUP_HASH);
  }

  @Test
  void a_draft_knows_its_size_and_hash_before_it_is_kept() throws IOException {
    MediaStore store = store();
    try (var draft = store.begin()) {
      draft.write(SOUP, 0, 5);
      assertThat(draft.size()).isEqualTo(5);
      draft.write(SOUP, 5, SOUP.length - 5);
      assertThat(draft.sha256()).isEqualTo(SOUP_HASH);
      assertThat(draft.sha256()).isEqualTo(SOUP_HASH);
      assertThatThrownBy(() -> draft.write(SOUP, 0, 1)).isInstanceOf(IllegalStateException.class);
      assertThat(store.hashes()).isEmpty();
      assertThat(draft.keep()).isEqualTo(SOUP_HASH);
    }
    assertThat(read(store, SOUP_HASH, 0)).isEqualTo(SOUP);
  }

  @Test
  void bytes_are_read_from_any_place_on() throws IOException {
    MediaStore store = store();
    keep(store, SOUP);
    assertThat(read(store, SOUP_HASH, 7))
        .isEqualTo(java.util.Arrays.copyOfRange(SOUP, 7, SOUP.length));
    assertThat(read(store, SOUP_HASH, SOUP.length - 1)).hasSize(1);
    assertThat(read(store, SOUP_HASH, SOUP.length)).isEmpty();
  }

  @Test
  void who_stops_reading_early_holds_nobody_up() throws IOException {
    MediaStore store = store();
    byte[] large = Samples.ofSize(Samples.PDF, 3_000_000);
    String hash = keep(store, large);
    for (int i = 0; i < 70; i++) { // More than there are connections.
      try (InputStream in = store.open(hash, 0)) {
        assertThat(in.readNBytes(10)).hasSize(10);
      }
    }
    assertThat(read(store, hash, 0)).isEqualTo(large);
  }

  @Test
  void what_was_never_kept_is_missing() throws IOException {
    MediaStore store = store();
    assertThatThrownBy(() -> store.open(SOUP_HASH, 0)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.open(SOUP_HASH, 3)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_draft_that_is_closed_leaves_nothing() throws IOException {
    MediaStore store = store();
    try (var draft = store.begin()) {
      draft.write(SOUP, 0, SOUP.length);
    }
    assertThat(store.hashes()).isEmpty();
    assertThat(arriving()).isEmpty();
  }

  @Test
  void nothing_of_a_draft_stays_on_the_way_once_it_is_kept() throws IOException {
    keep(store(), SOUP);
    assertThat(arriving()).isEmpty();
  }

  @Test
  void the_same_bytes_are_kept_once() throws IOException {
    MediaStore store = store();
    keep(store, SOUP);
    keep(store, SOUP);
    assertThat(store.hashes()).containsExactly(SOUP_HASH);
    store.remove(SOUP_HASH);
    assertThat(store.hashes()).isEmpty();
    assertThatThrownBy(() -> store.open(SOUP_HASH, 0)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void removing_what_is_not_there_has_no_effect() throws IOException {
    MediaStore store = store();
    store.remove(SOUP_HASH);
    assertThat(store.hashes()).isEmpty();
  }

  @Test
  void all_hashes_are_told_however_many() throws Exception {
    MediaStore store = store();
    List<Callable<String>> files = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] file = ("file " + i).getBytes(StandardCharsets.UTF_8);
      files.add(() -> keep(store, file));
    }
    Set<String> kept = new java.util.HashSet<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : callers.invokeAll(files)) {
        kept.add(each.get());
      }
    }
    assertThat(kept).hasSize(60);
    assertThat(store.hashes()).isEqualTo(kept);
  }

  @Test
  void what_was_kept_is_there_after_a_restart_and_what_was_arriving_is_not() throws IOException {
    MediaStore store = store();
    keep(store, SOUP);
    var _ = store.begin(); // Never closed, as by a crash.
    assertThat(arriving()).hasSize(1);
    store.close();
    MediaStore again = store();
    assertThat(arriving()).isEmpty();
    assertThat(read(again, SOUP_HASH, 0)).isEqualTo(SOUP);
  }

  @Test
  void a_second_server_does_not_get_the_directory() throws IOException {
    var _ = store();
    assertThatThrownBy(() -> open(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another server");
  }

  static String keep(MediaStore store, byte[] bytes) throws IOException {
    try (var draft = store.begin()) {
      draft.write(bytes, 0, bytes.length);
      return draft.keep();
    }
  }

  static byte[] read(MediaStore store, String hash, long offset) throws IOException {
    try (InputStream in = store.open(hash, offset)) {
      return in.readAllBytes();
    }
  }

  private List<Path> arriving() throws IOException {
    try (var files = Files.list(directory.resolve("arriving"))) {
      return files.toList();
    }
  }
}
