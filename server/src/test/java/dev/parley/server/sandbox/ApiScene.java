package dev.parley.server.sandbox;

import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.server.http.HttpConfig;
import dev.parley.server.http.HttpServer;
import dev.parley.server.http.Response;
import dev.parley.server.http.Router;
import dev.parley.server.sandbox.Scene.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A scene whose control API is called over HTTP.
final class ApiScene implements AutoCloseable {
  final Scene scene = new Scene();
  final List<String> resets = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;

  ApiScene() throws IOException {
    var api =
        new SandboxApi(
            scene.network,
            scene.accounts,
            scene.clock,
            "v25.0",
            () -> resets.add("reset"),
            () -> "Atrace");
    server =
        HttpServer.start(
            new HttpConfig("127.0.0.1", 0, HttpConfig.Limits.DEFAULT),
            Router.of(api.routes()),
            error -> Response.text(error.status(), error.message()),
            () -> "Atrace");
  }

  record Answer(int status, JsonObject body) {
    String details() {
      return JsonAt.at(body, "error", "error_data", "details").toString();
    }

    int code() {
      return Integer.parseInt(JsonAt.at(body, "error", "code").toString());
    }

    /// Of all problems, in quotes.
    List<String> paths() {
      return JsonAt.items(body, "error", "error_data", "problems").stream()
          .map(each -> JsonAt.at(each, "path").toString())
          .toList();
    }
  }

  Answer call(String method, String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    return new Answer(answer.statusCode(), (JsonObject) JsonReader.read(answer.body()).orThrow());
  }

  Answer get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  /// The user writes.
  Answer write(WaId user, String body) throws IOException, InterruptedException {
    return call("POST", chat(user) + "/messages", body);
  }

  /// The user does something with a message of the business.
  Answer act(WaId user, Sent message, String verb, String body)
      throws IOException, InterruptedException {
    return call("POST", path(user, message.id()) + "/" + verb, body);
  }

  static String chat(WaId user) {
    return "/sandbox/handsets/%s/chats/100000000000001".formatted(user);
  }

  static String path(WaId user, Wamid message) {
    return chat(user) + "/messages/" + URLEncoder.encode(message.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server stopped", e);
    }
    http.close();
    scene.close();
  }
}
