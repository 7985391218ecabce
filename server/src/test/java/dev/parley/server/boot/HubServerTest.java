package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.account.PhoneNumber;
import dev.parley.server.corpus.Sandbox;
import dev.parley.server.media.DirectoryMediaStore;
import dev.parley.server.sandbox.Seed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubServerTest {
  @Test
  void the_number_that_a_bot_brings_is_the_first_whatever_its_id(@TempDir Path directory) {
    Config plain = Config.inDirectory(directory);
    var own =
        new Config(
            plain.bind(),
            0,
            plain.database(),
            null,
            new Seed.Overrides("106540352242922", null, null, null, null),
            null,
            plain.tokens(),
            plain.unknownNumbers(),
            null,
            null,
            Config.Links.TRUST);
    try (Sandbox sandbox = Sandbox.start(own)) {
      assertThat(sandbox.server().world().accounts().numbers())
          .extracting(PhoneNumber::id)
          .containsExactly("106540352242922", Sandbox.NUMBER_2);
    }
  }

  @Test
  void options_for_a_new_world_are_said_to_be_ignored_by_one_that_is_there(
      @TempDir Path directory) {
    Config plain = Config.inDirectory(directory);
    Sandbox.start(plain).close();
    var overrides = new Seed.Overrides(null, Sandbox.NUMBER, "my-key", "parley-secret", null);
    var other =
        new Config(
            plain.bind(),
            0,
            plain.database(),
            null,
            overrides,
            null,
            plain.tokens(),
            plain.unknownNumbers(),
            null,
            null,
            Config.Links.TRUST);
    try (Sandbox sandbox = Sandbox.start(other)) {
      assertThat(sandbox.server().world().ignoredOverrides())
          .extracting(said -> said.substring(0, said.indexOf(' ')))
          .containsExactly("--waba", "--key");
    }
  }

  @Test
  void a_directory_of_files_has_one_server(@TempDir Path directory) throws IOException {
    DirectoryMediaStore first = DirectoryMediaStore.in(directory);
    assertThatThrownBy(() -> DirectoryMediaStore.in(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another server");
    first.close();
    DirectoryMediaStore.in(directory).close();
  }
}
