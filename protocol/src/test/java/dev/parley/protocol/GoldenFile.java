package dev.parley.protocol;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// The files that pin the wire format, in `src/test/resources/golden`.
public final class GoldenFile {
  private GoldenFile() {}

  /// The file of this name: `webhook/text`.
  public static Json read(String name) {
    return read(folder().resolve(name + ".json"));
  }

  /// The names of the files in this folder: `message/text`, …
  public static Stream<String> names(String folder) {
    try (var files = Files.list(folder().resolve(folder))) {
      return files
          .map(file -> folder + "/" + String.valueOf(file.getFileName()).replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Json read(Path file) {
    try {
      return JsonReader.read(Files.readAllBytes(file)).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder() {
    try {
      var url = Objects.requireNonNull(GoldenFile.class.getResource("/golden"));
      return Path.of(url.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
