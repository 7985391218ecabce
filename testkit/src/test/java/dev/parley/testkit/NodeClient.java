package dev.parley.testkit;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A public client of npm, run by its script in `testkit/clients`. `scripts/clients.sh` puts the
/// packages there.
record NodeClient(String name, Path folder) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// What came of sending one type: an id, or else what the client said.
  record Sent(String type, @Nullable String id, @Nullable String error) {}

  /// What the client's own verification said of a delivery.
  record Verified(boolean accepted, @Nullable String words) {}

  /// The client, if node and the packages are here.
  static Optional<NodeClient> find(String name) {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      for (var folder : List.of(here.resolve("clients"), here.resolve("testkit/clients"))) {
        if (Files.isDirectory(folder.resolve("node_modules/@kapso")) && hasNode()) {
          return Optional.of(new NodeClient(name, folder));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasNode() {
    try {
      var process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Sends one message of each type that the client knows to this phone.
  List<Sent> send(Sandbox sandbox, Sandbox.Phone phone) {
    var world =
        Map.of(
            "PARLEY_BASE", sandbox.url().toString(),
            "PARLEY_TOKEN", Sandbox.KEY,
            "PARLEY_NUMBER", Sandbox.NUMBER,
            "PARLEY_TO", phone.waId(),
            "PARLEY_INBOUND", phone.writes("Hallo").value());
    return ((JsonArray) run("send", world, new byte[0]))
        .items().stream()
            .map(JsonObject.class::cast)
            .map(each ->
                new Sent(
                    Objects.requireNonNull(text(each, "type")),
                    text(each, "id"),
                    text(each, "error")))
            .toList();
  }

  Verified verify(String secret, @Nullable String signature, byte[] body) {
    var delivery =
        Json.object(
            "secret", secret,
            "signature", signature,
            "body", Base64.getEncoder().encodeToString(body));
    var verified = (JsonObject) run("verify", Map.of(), JsonWriter.utf8(delivery));
    return new Verified(
        Objects.requireNonNull(verified.get("accepted")).toString().equals("true"),
        text(verified, "words"));
  }

  private Json run(String what, Map<String, String> world, byte[] input) {
    try {
      var builder = new ProcessBuilder("node", name + ".mjs", what).directory(folder.toFile());
      builder.environment().putAll(world);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      var process = builder.start();
      try (var in = process.getOutputStream()) {
        in.write(input);
      }
      var said = process.getInputStream().readAllBytes();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end");
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(name + " broke off: " + new String(said, StandardCharsets.UTF_8));
      }
      return JsonReader.read(said).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString(var text) ? text : null;
  }
}
