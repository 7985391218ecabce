package dev.parley.server.boot;

import dev.parley.Store;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.SeedReader;
import dev.parley.server.sql.DirectoryInUse;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// `./parley serve`: starts, says how to wire a bot, and runs until it is told to stop.
final class ServeCommand {
  /// The store broke its promise: whoever watches the process should not simply start it again.
  private static final int EXIT_STORE_BROKEN = 3;

  private final PrintStream out;
  private final PrintStream err;

  ServeCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> arguments, Map<String, String> environment) {
    return switch (ServeOptions.read(arguments, environment)) {
      case ServeOptions.Result.Bad(var problems) -> {
        problems.forEach(problem -> err.println("parley: " + problem));
        yield Main.EXIT_USAGE;
      }
      case ServeOptions.Result.Good(var config, var warnings) -> {
        warnings.forEach(warning -> err.println("parley: " + warning));
        yield serve(config);
      }
    };
  }

  private int serve(Config config) {
    Optional<Seed> seed = seed(config);
    if (seed.isEmpty()) {
      return Main.EXIT_USAGE;
    }
    HubServer server;
    try {
      server = HubServer.start(config, seed.get(), SandboxClock.real(), this::end);
    } catch (IOException | DirectoryInUse | IllegalStateException | Store.StoreBroken e) {
      err.println("parley: " + e.getMessage());
      return Main.EXIT_FAILED;
    }
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  server.close();
                  stopped.countDown();
                }));
    server.world().ignoredOverrides().forEach(ignored -> err.println("parley: " + ignored));
    out.print(Welcome.text(server, config));
    @Nullable URI webhook = config.webhook();
    if (webhook != null) {
      wire(server, webhook);
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void wire(HubServer server, URI webhook) {
    server
        .world()
        .wire(webhook)
        .ifPresentOrElse(
            refusal ->
                err.println(
                    "parley: webhooks go to "
                        + webhook
                        + ", but the handshake failed: "
                        + refusal
                        + " (Bots for 360dialog need none.)"),
            () -> out.println("  Webhooks go to " + webhook + " (handshake done)."));
  }

  private Optional<Seed> seed(Config config) {
    if (config.seed() == null) {
      return Optional.of(Seed.first().with(config.overrides()));
    }
    try {
      return switch (SeedReader.read(Files.readString(config.seed()))) {
        case Reading.Ok<Seed>(var seed) -> Optional.of(seed.with(config.overrides()));
        case Reading.Wrong<Seed>(var problems) -> {
          for (Problem problem : problems) {
            err.println("parley: --seed " + config.seed() + ": " + problem.sentence());
          }
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      err.println("parley: --seed " + config.seed() + " can't be read: " + e);
      return Optional.empty();
    }
  }

  /// Never go on after a failed fsync: what was answered 200 may not be there.
  private void end(Store.StoreBroken broken) {
    err.println(
        "parley: " + broken.getMessage() + ". Parley ends, so that nothing is accepted and lost.");
    Runtime.getRuntime().halt(EXIT_STORE_BROKEN);
  }
}
