package dev.parley.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder `shared` with the reference and the examples, where there is one.
public final class SharedFolder {
  private SharedFolder() {}

  /// From the system property `parley.shared`; else beside the checkout or one of its parents.
  public static Optional<Path> find() {
    var given = System.getProperty("parley.shared");
    if (given != null && !given.isBlank()) {
      return Optional.of(Path.of(given));
    }
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/reference"))) {
        return Optional.of(at.resolve("shared"));
      }
    }
    return Optional.empty();
  }
}
