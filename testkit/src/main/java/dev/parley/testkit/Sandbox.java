package dev.parley.testkit;

import dev.parley.client.MessagesClient;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.boot.Config;
import dev.parley.server.boot.HubServer;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A sandbox in the process of a test: real HTTP on a free port, a real database in a directory,
/// and a clock that only the test moves.
public final class Sandbox implements AutoCloseable {
  /// The first number and its key, as in every sandbox.
  public static final String NUMBER = "100000000000001";

  public static final String KEY = "parley-sandbox";
  public static final String APP_SECRET = "parley-secret";
  public static final String ADA = "15550100101";
  public static final String GRACE = "15550100102";

  private final HubServer server;
  private final SandboxClock clock;
  private final HttpClient http = HttpClient.newHttpClient();

  private Sandbox(HubServer server, SandboxClock clock) {
    this.server = server;
    this.clock = clock;
  }

  /// @param data an empty directory, or one that a sandbox used before
  /// @param start what its clock shows
  public static Sandbox start(Path data, Instant start) {
    return start(data, start, Config.Links.TRUST);
  }

  /// The same with files fetched that messages name by link. Usually nobody is asked for them: a
  /// test should run without the internet, and its messages name addresses of production. A test
  /// with a file server of its own takes {@link Config.Links#FETCH_ANY}.
  public static Sandbox start(Path data, Instant start, Config.Links links) {
    return start(Config.inDirectory(data).with(links), SandboxClock.frozenAt(start));
  }

  /// With a clock that runs, for tests with a browser.
  public static Sandbox startInRealTime(Path data) {
    return start(Config.inDirectory(data), SandboxClock.real());
  }

  private static Sandbox start(Config config, SandboxClock clock) {
    try {
      return new Sandbox(HubServer.start(config, Seed.first(), clock, broken -> {}), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox could not start", e);
    }
  }

  public URI url() {
    return URI.create(server.baseUrl());
  }

  /// A client of the first number.
  public MessagesClient client() {
    return new MessagesClient(url(), KEY);
  }

  /// Moves the clock; returns after all that became due has run.
  public void advance(Duration by) {
    clock.advance(by);
  }

  public Instant now() {
    return clock.instant();
  }

  /// Sets where webhooks of the first number go.
  public void deliverTo(Inbox inbox) {
    Answer answer = call("POST", "/v1/configs/webhook", Json.object("url", inbox.url().toString()));
    answer.require(200);
  }

  /// The phone of this user.
  public Phone phone(String waId) {
    return new Phone(waId, "/sandbox/handsets/" + waId);
  }

  /// Any call of the API, with the first number's key.
  public Answer call(String method, String path, Json body) {
    return send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .header("D360-API-KEY", KEY)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(JsonWriter.utf8(body)))
            .build());
  }

  public Answer get(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .header("D360-API-KEY", KEY)
            .build());
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Json json =
          response.body().length == 0
              ? JsonObject.empty()
              : JsonReader.read(response.body()).orThrow();
      return new Answer(response.statusCode(), json);
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
    clock.close();
  }

  /// What came back.
  public record Answer(int status, Json body) {
    public Answer require(int wanted) {
      if (status != wanted) {
        throw new AssertionError("status " + status + ", expected " + wanted + ": " + body);
      }
      return this;
    }

    public JsonObject object() {
      return (JsonObject) body;
    }

    /// The `id` of what was made.
    public Wamid id() {
      return new Wamid(((JsonString) java.util.Objects.requireNonNull(object().get("id"))).value());
    }
  }

  /// A phone of the sandbox, in the hand of a test. All of it with the first number.
  public final class Phone {
    private final String waId;
    private final String handset;

    private Phone(String waId, String handset) {
      this.waId = waId;
      this.handset = handset;
    }

    public String waId() {
      return waId;
    }

    /// What the screen shows, oldest first.
    public List<JsonObject> screen() {
      Answer answer = get(chat()).require(200);
      return ((JsonArray) java.util.Objects.requireNonNull(answer.object().get("messages")))
          .items().stream().map(JsonObject.class::cast).toList();
    }

    public Wamid writes(String text) {
      return call(
              "POST",
              chat() + "/messages",
              Json.object("type", "text", "text", Json.object("body", text)))
          .require(201)
          .id();
    }

    /// Taps a row or a button of a message.
    public Wamid taps(Wamid message, String choice) {
      return call("POST", on(message) + "/tap", Json.object("id", choice)).require(201).id();
    }

    public void reads(Wamid message) {
      Answer answer = call("POST", on(message) + "/read", JsonObject.empty());
      if (answer.status() / 100 != 2) {
        throw new AssertionError("the message can't be read: " + answer);
      }
    }

    public void goes(boolean online) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.baseUrl() + handset))
              .header("Content-Type", "application/json")
              .method(
                  "PATCH",
                  HttpRequest.BodyPublishers.ofByteArray(
                      JsonWriter.utf8(Json.object("online", online))))
              .build();
      send(request).require(200);
    }

    private String chat() {
      return handset + "/chats/" + NUMBER;
    }

    private String on(Wamid message) {
      return chat() + "/messages/" + URLEncoder.encode(message.value(), StandardCharsets.UTF_8);
    }
  }
}
