package dev.parley.server.boot;

import dev.parley.Store;
import dev.parley.server.delivery.WebhookClient;
import dev.parley.server.dialect.GraphErrors;
import dev.parley.server.dialect.TraceIds;
import dev.parley.server.http.HttpConfig;
import dev.parley.server.http.HttpServer;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sql.PostgresStore;
import dev.parley.server.sql.SqliteStore;
import dev.parley.server.sql.Sync;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The listener in front of the worlds: one at `/`, others below `/w/{name}/`.
public final class HubServer implements AutoCloseable {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

  private final Config config;
  private final WebhookClient webhooks;
  private final SecureRandom random;
  private final Map<String, World> worlds = new ConcurrentHashMap<>();
  private final World first;
  private final HttpServer http;

  private HubServer(
      Config config, Seed seed, SandboxClock clock, Consumer<Store.StoreBroken> onBroken)
      throws IOException {
    this.config = config;
    this.random = new SecureRandom();
    this.webhooks = WebhookClient.open();
    this.first = new World(config, seed, open(config, clock, onBroken), clock, webhooks, random);
    try {
      this.http =
          HttpServer.start(
              new HttpConfig(config.bind(), config.port(), HttpConfig.Limits.DEFAULT),
              this::route,
              new GraphErrors(),
              new TraceIds(random)::facebook);
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
      case Config.Database.Postgres(var url) -> PostgresStore.open(url, clock, onBroken);
    };
  }

  private Response route(Request request) throws Exception {
    List<String> path = request.path();
    if (path.size() >= 2 && path.getFirst().equals("w")) {
      World world = worlds.get(path.get(1));
      return world == null
          ? Response.failure(404, "there is no world " + path.get(1))
          : world.handle(request.beneath(2));
    }
    return first.handle(request);
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
    worlds.values().forEach(World::close);
    first.close();
    webhooks.close();
  }

  @Nullable World world(String name) {
    return worlds.get(name);
  }
}
