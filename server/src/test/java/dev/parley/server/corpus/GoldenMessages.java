package dev.parley.server.corpus;

import dev.parley.protocol.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One message of each kind, as the protocol's own tests pin it.
final class GoldenMessages {
  private static final Path FOLDER = Path.of("protocol/src/test/resources/golden/message");

  private GoldenMessages() {}

  /// `{"type":"text","text":{…}}`
  static List<JsonObject> all() throws IOException {
    var messages = new ArrayList<JsonObject>();
    try (var files = Files.list(folder())) {
      for (Path file : files.sorted().toList()) {
        messages.add(Sandbox.object(Sandbox.read(Files.readString(file))));
      }
    }
    return messages;
  }

  private static Path folder() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      if (Files.isDirectory(here.resolve(FOLDER))) {
        return here.resolve(FOLDER);
      }
    }
    throw new AssertionError("no " + FOLDER + " above " + Path.of("").toAbsolutePath());
  }
}
