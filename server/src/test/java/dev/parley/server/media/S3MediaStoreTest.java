package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.media.MediaStore;
import dev.parley.media.MediaStoreAway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The contract on a real server, in pages of a few keys, and what only a bucket has.
@TestInstance(Lifecycle.PER_CLASS)
class S3MediaStoreTest extends MediaStoreContract {
  private static final int KEYS_PER_PAGE = 7;
  private static final byte[] FISH = "Fisch".getBytes(StandardCharsets.UTF_8);

  private final S3Server server = S3Server.start();
  private int prefixes;

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  void prepare() {
    prefixes++;
  }

  private String prefix() {
    return "world-" + prefixes + "/";
  }

  @Override
  MediaStore open(Path directory) throws IOException {
    return S3MediaStore.open(server.place(prefix()), directory, KEYS_PER_PAGE);
  }

  @Test
  void a_key_is_the_prefix_and_the_hash() throws IOException {
    String hash = keep(store(), FISH);
    assertThat(server.keys(prefix()))
        .containsExactly(prefix() + hash.substring(0, 2) + "/" + hash.substring(2));
  }

  @Test
  void other_keys_below_the_prefix_are_left_alone() throws IOException {
    MediaStore store = store();
    server.put(prefix() + "readme.txt", FISH);
    server.put(prefix() + "ab/notes/" + "c".repeat(62), FISH);
    assertThat(store.hashes()).isEmpty();
  }

  @Test
  void worlds_with_a_prefix_each_share_a_bucket(@TempDir Path other) throws IOException {
    MediaStore store = store();
    try (var neighbour =
        S3MediaStore.open(server.place(prefix() + "neighbour/"), other, KEYS_PER_PAGE)) {
      String hash = keep(neighbour, FISH);
      assertThat(store.hashes()).isEmpty();
      store.remove(hash);
      assertThat(read(neighbour, hash, 0)).isEqualTo(FISH);
    }
  }

  @Test
  void the_last_server_that_opened_a_prefix_removes_and_the_one_before_does_not(@TempDir Path other)
      throws IOException {
    MediaStore before = store();
    String hash = keep(before, FISH);
    try (var last = S3MediaStore.open(server.place(prefix()), other, KEYS_PER_PAGE)) {
      assertThatThrownBy(() -> before.remove(hash))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another server has taken s3://files/" + prefix());
      assertThat(read(last, hash, 0)).isEqualTo(FISH);
      last.remove(hash);
      assertThat(last.hashes()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_away_is_said_to_be_and_loses_nothing() throws IOException {
    MediaStore store = store();
    String hash = keep(store, FISH);
    server.goAway();
    try {
      assertThatThrownBy(() -> keep(store, "Salat".getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(MediaStoreAway.class)
          .hasMessageContaining("can't be reached");
      assertThatThrownBy(() -> store.open(hash, 0)).isInstanceOf(MediaStoreAway.class);
      assertThatThrownBy(() -> store.remove(hash)).isInstanceOf(MediaStoreAway.class);
      assertThatThrownBy(store::hashes).isInstanceOf(MediaStoreAway.class);
    } finally {
      server.comeBack();
    }
    assertThat(store.hashes()).containsExactly(hash);
    assertThat(read(store, hash, 2)).isEqualTo("sch".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_wrong_key_a_missing_bucket_and_a_dead_address_are_told_at_start(@TempDir Path other) {
    assertThatThrownBy(() ->
            S3MediaStore.open(
                server.place(S3Server.BUCKET, prefix(), "wrong"), other, KEYS_PER_PAGE))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("files can't lie in s3://files/.* refuses the access key test-key .*");
    assertThatThrownBy(() ->
            S3MediaStore.open(
                server.place("no-such-bucket", "", "test-secret"), other, KEYS_PER_PAGE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no bucket no-such-bucket at http://127.0.0.1:");
    server.goAway();
    try {
      assertThatThrownBy(() -> S3MediaStore.open(server.place(prefix()), other, KEYS_PER_PAGE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("can't be reached");
    } finally {
      server.comeBack();
    }
  }
}
