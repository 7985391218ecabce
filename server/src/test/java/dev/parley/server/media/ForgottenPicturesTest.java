package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaFile.Origin;
import dev.parley.media.MediaId;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sql.SqliteStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Pictures that were kept for a profile which never had them, or has another one by now: a crash
/// came between the two.
class ForgottenPicturesTest {
  private final SandboxClock clock =
      SandboxClock.frozenAt(Instant.parse("2026-11-24T18:42:15.123Z"));
  private final Set<MediaId> named = new HashSet<>();

  @Test
  void a_picture_that_no_profile_names_is_swept_after_an_hour_with_its_bytes() throws Exception {
    try (var store = SqliteStore.throwAway(clock);
        var bytes = DirectoryMediaStore.throwAway();
        var library =
            new MediaLibrary(
                store,
                bytes,
                clock,
                RandomGenerator.of("L64X128MixRandom"),
                () -> Set.copyOf(named))) {
      Accounts accounts = Accounts.load(store);
      Seed.first().plant(store, accounts);
      PhoneNumber number = accounts.numbers().iterator().next();
      MediaFile forgotten = picture(library, number, 1_000);
      MediaFile shown = picture(library, number, 2_000);
      named.add(shown.id());
      clock.advance(MediaLibrary.PICTURE_NAMED_WITHIN.minusMillis(1));
      library.sweep();
      assertThat(library.find(forgotten.id().toString())).as("about to be named").isPresent();
      clock.advance(Duration.ofMillis(1));
      library.sweep();
      assertThat(library.find(forgotten.id().toString())).isEmpty();
      assertThat(library.find(shown.id().toString())).contains(shown);
      assertThat(bytes.hashes()).containsExactly(shown.sha256());
    }
  }

  private static MediaFile picture(MediaLibrary library, PhoneNumber number, int size)
      throws IOException {
    byte[] bytes = Samples.ofSize(Samples.PNG, size);
    try (var draft = library.begin()) {
      draft.write(bytes, 0, bytes.length);
      return library.add(number.stream(), Origin.PICTURE, draft, "image/png", null);
    }
  }
}
