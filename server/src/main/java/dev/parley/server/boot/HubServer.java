package dev.parley.server.boot;

import dev.parley.Store;
import dev.parley.media.MediaStore;
import dev.parley.server.delivery.WebhookClient;
import dev.parley.server.dialect.GraphErrors;
import dev.parley.server.dialect.TraceIds;
import dev.parley.server.http.BaseUrl;
import dev.parley.server.http.Handler;
import dev.parley.server.http.HttpConfig;
import dev.parley.server.http.HttpServer;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Router;
import dev.parley.server.media.DirectoryMediaStore;
import dev.parley.server.media.S3MediaStore;
import dev.parley.server.media.S3Place;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sql.PostgresStore;
import dev.parley.server.sql.SqliteStore;
import dev.parley.server.sql.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The listener in front of the worlds: one at `/`, others below `/w/{name}/`.
public final class HubServer implements AutoCloseable {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

  /// Directory of files, beside the database; with a bucket, of those that arrive.
  private static final String MEDIA = "media";

  private final Config config;
  private final WebhookClient webhooks;
  private final SecureRandom random;
  private final Worlds worlds;
  private final Handler worldCalls;
  private final World first;
  private final HttpServer http;

  private HubServer(
      Config config, Seed seed, SandboxClock clock, Consumer<Store.StoreBroken> onBroken)
      throws IOException {
    this.config = config;
    this.random = new SecureRandom();
    this.webhooks = WebhookClient.open();
    var traceIds = new TraceIds(random);
    this.first =
        new World(
            config,
            seed,
            open(config, clock, onBroken),
            files(config),
            base(""),
            clock,
            webhooks,
            random);
    this.worlds =
        new Worlds(
            name -> passing(seed, name), name -> baseUrl() + prefix(name), traceIds::facebook);
    var guard = new SandboxGuard(config);
    this.worldCalls = Router.of(worlds.routes().stream().map(guard::guarded).toList(), first);
    try {
      this.http =
          HttpServer.start(
              new HttpConfig(config.bind(), config.port(), HttpConfig.Limits.DEFAULT),
              this::route,
              new GraphErrors(),
              traceIds::facebook);
    } catch (IOException e) {
      first.close();
      webhooks.close();
      throw e;
    }
  }

  /// Listens, and works off what was pending, from the moment it returns.
  ///
  /// @param onBroken told when the store can't keep its promise: the process should end
  /// @throws IOException when the port is taken
  public static HubServer start(
      Config config, Seed seed, SandboxClock clock, Consumer<Store.StoreBroken> onBroken)
      throws IOException {
    return new HubServer(config, seed, clock, onBroken);
  }

  private static Store open(
      Config config, SandboxClock clock, Consumer<Store.StoreBroken> onBroken) {
    return switch (config.database()) {
      case Config.Database.Sqlite(var directory) ->
          SqliteStore.open(directory, Sync.FULL, clock, onBroken);
      case Config.Database.Postgres(var url, var files) -> PostgresStore.open(url, clock, onBroken);
    };
  }

  private static MediaStore files(Config config) throws IOException {
    Path directory = config.database().directory().resolve(MEDIA);
    S3Place bucket = config.bucket();
    return bucket == null
        ? DirectoryMediaStore.in(directory)
        : S3MediaStore.open(bucket, directory);
  }

  private Response route(Request request) throws Exception {
    List<String> path = request.path();
    if (path.size() < 2 || !path.getFirst().equals("w")) {
      return worldCalls.handle(request);
    }
    World world = worlds.find(path.get(1));
    if (world == null) {
      return Response.failure(404, "there is no world " + path.get(1));
    }
    if (path.size() == 2) {
      // The page's files are named relative to it, so its address must end in a slash.
      return Response.empty(308).with("Location", request.rawPath() + "/");
    }
    Request inside = request.beneath(2);
    return world.handle(inside.path().equals(List.of("")) ? inside.withPath(List.of()) : inside);
  }

  /// A world with a clock of its own that lives as long as this process.
  private World passing(Seed seed, String name) {
    var clock = SandboxClock.real();
    var alone =
        new Config(
            config.bind(),
            config.port(),
            config.database(),
            config.seed(),
            config.overrides(),
            null,
            config.tokens(),
            config.unknownNumbers(),
            config.publicUrl(),
            config.adminKey(),
            config.links(),
            null,
            config.rateCard());
    return new World(
        alone,
        seed,
        SqliteStore.throwAway(clock),
        throwAwayFiles(),
        base(prefix(name)),
        clock,
        webhooks,
        random);
  }

  private static MediaStore throwAwayFiles() {
    try {
      return DirectoryMediaStore.throwAway();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String prefix(String world) {
    return "/w/" + world;
  }

  private BaseUrl base(String prefix) {
    URI configured = config.publicUrl();
    return new BaseUrl(
        configured == null ? null : configured.toString().replaceFirst("/+$", ""),
        this::baseUrl,
        prefix);
  }

  public int port() {
    return http.port();
  }

  /// `http://127.0.0.1:8360`, without a slash at the end.
  public String baseUrl() {
    String bind = config.bind();
    String host =
        switch (bind) {
          case "0.0.0.0", "::" -> "localhost";
          default -> bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
        };
    return "http://" + host + ":" + port();
  }

  public World world() {
    return first;
  }

  /// Lets running requests and deliveries end; within 10 s.
  @Override
  public void close() {
    try {
      http.stop(STOP_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    worlds.close();
    first.close();
    webhooks.close();
  }
}
