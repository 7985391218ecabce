package dev.parley.server.corpus;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.boot.Config;
import dev.parley.server.boot.HubServer;
import dev.parley.server.media.Samples;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A whole server with the first world, on a free port and a real database, and a client for it.
public final class Sandbox implements AutoCloseable {
  public static final String KEY = "parley-sandbox";
  public static final String KEY_2 = "parley-sandbox-2";
  public static final String NUMBER = "100000000000001";
  public static final String NUMBER_2 = "100000000000002";
  public static final String SENDER = "15550100001";
  public static final String WABA = "200000000000001";
  public static final String ADA = "15550100101";

  private static final Instant START = Instant.parse("2026-11-24T18:42:15.123Z");

  private final HubServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Sandbox(HubServer server) {
    this.server = server;
  }

  public static Sandbox start(Path directory) {
    return start(Config.inDirectory(directory));
  }

  public static Sandbox start(Config config) {
    try {
      return new Sandbox(
          HubServer.start(
              config,
              Seed.first().with(config.overrides()),
              SandboxClock.frozenAt(START),
              broken -> {
                throw broken;
              }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HubServer server() {
    return server;
  }

  public int port() {
    return server.port();
  }

  /// `POST /messages` of the first number.
  public Answer send(byte[] json) {
    return post("/messages")
        .header("D360-API-KEY", KEY)
        .header("Content-Type", "application/json")
        .body(json);
  }

  public Answer send(String json) {
    return send(json.getBytes(StandardCharsets.UTF_8));
  }

  public Call post(String path) {
    return call("POST", path);
  }

  public Answer get(String path) {
    return call("GET", path).header("Authorization", "Bearer " + KEY).empty();
  }

  public Call call(String method, String path) {
    return new Call(
        client,
        method,
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(60)));
  }

  /// A message that the user wrote just now; its id.
  public String inbound(String user, String words) {
    Answer answer =
        post("/sandbox/handsets/" + user + "/chats/" + NUMBER + "/messages")
            .header("Content-Type", "application/json")
            .body(
                Json.object("type", "text", "text", Json.object("body", words))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
    return string(answer.json().get("id"));
  }

  /// A text that the first number sent; its id.
  public String outbound(String user) {
    return send(text(user, "hello")).wamid();
  }

  public static String text(String to, String words) {
    return Json.object(
            "messaging_product",
            "whatsapp",
            "to",
            to,
            "type",
            "text",
            "text",
            Json.object("body", words))
        .toString();
  }

  /// Where the journal ends now.
  public Journal journal() {
    var journal = new Journal("");
    var _ = journal.news();
    return journal;
  }

  /// A place in the journal.
  public final class Journal {
    private String next;

    private Journal(String next) {
      this.next = next;
    }

    /// How many things that the business did were written since the last time.
    public long news() {
      return count(Set.of("message.accepted", "message.read_by_business", "typing.shown"));
    }

    /// How many messages were accepted since the last time.
    public long accepted() {
      return count(Set.of("message.accepted"));
    }

    private long count(Set<String> kinds) {
      long count = 0;
      int seen;
      do {
        String at = URLEncoder.encode(next, StandardCharsets.UTF_8);
        JsonObject page = get("/sandbox/events?after=" + at).json();
        next = string(page.get("next"));
        var events = ((JsonArray) Objects.requireNonNull(page.get("events"))).items();
        seen = events.size();
        count += events.stream().filter(e -> kinds.contains(string(object(e).get("kind")))).count();
      } while (seen > 0);
      return count;
    }
  }

  static String string(@Nullable Json json) {
    if (json instanceof JsonString(var text)) {
      return text;
    }
    throw new AssertionError("no string but " + json);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  /// One call that is about to be made.
  public static final class Call {
    private final HttpClient client;
    private final String method;
    private final HttpRequest.Builder request;

    private Call(HttpClient client, String method, HttpRequest.Builder request) {
      this.client = client;
      this.method = method;
      this.request = request;
    }

    public Call header(String name, String value) {
      var _ = request.header(name, value);
      return this;
    }

    /// With the first number's key as Bearer token.
    public Call bearer() {
      return header("Authorization", "Bearer " + KEY);
    }

    /// With the first number's key as 360dialog takes it.
    public Call d360() {
      return header("D360-API-KEY", KEY);
    }

    public Answer json(String body) {
      return header("Content-Type", "application/json").body(body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer form(String body) {
      return header("Content-Type", "application/x-www-form-urlencoded")
          .body(body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer empty() {
      return made(BodyPublishers.noBody());
    }

    public Answer body(byte[] body) {
      return made(BodyPublishers.ofByteArray(body));
    }

    private Answer made(HttpRequest.BodyPublisher body) {
      try {
        HttpResponse<byte[]> response =
            client.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
        return new Answer(
            response.statusCode(),
            response.headers(),
            new String(response.body(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static JsonObject object(Json json) {
    if (json instanceof JsonObject object) {
      return object;
    }
    throw new AssertionError("no object but " + json);
  }

  static Json read(String text) {
    return JsonReader.read(text).orThrow();
  }

  /// The handle of a picture that was just uploaded.
  public String pictureHandle() {
    String session =
        post("/v25.0/500000000000001/uploads?file_type=image/png&file_length=2000")
            .bearer()
            .empty()
            .member("id");
    return post("/v25.0/" + session)
        .bearer()
        .header("file_offset", "0")
        .body(Samples.ofSize(Samples.PNG, 2_000))
        .member("h");
  }
}
