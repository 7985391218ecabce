package dev.parley.server.corpus;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One server for all tests of a class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Running {
  private @Nullable Sandbox sandbox;

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(directory);
  }

  @AfterAll
  void stop() {
    sandbox().close();
  }

  protected Sandbox sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  /// A template message in English to Ada.
  ///
  /// @param components the members of the list
  protected Answer sendTemplate(String name, String components) {
    return sandbox()
        .send(
            """
            {"messaging_product":"whatsapp","to":"%s","type":"template",
            "template":{"name":"%s","language":{"code":"en_US"},"components":[%s]}}
            """
                .formatted(Sandbox.ADA, name, components));
  }
}
