package dev.parley.server.boot;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.HttpConfig;
import dev.parley.server.http.HttpServer;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `./parley listen`: a bot's endpoint that only prints what arrives. It answers the handshake, so
/// it can be given to `--webhook`.
final class ListenCommand {
  private static final int PORT = 3000;
  private static final int BODY_BYTES_MAX = 3 << 20;

  private final PrintStream out;
  private final PrintStream err;

  ListenCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> arguments) {
    int port;
    try {
      port = arguments.isEmpty() ? PORT : Integer.parseInt(arguments.getFirst());
    } catch (NumberFormatException notPort) {
      err.println("listen takes a port, not " + arguments.getFirst());
      return Main.EXIT_USAGE;
    }
    try {
      HttpServer server =
          HttpServer.start(
              new HttpConfig("127.0.0.1", port, HttpConfig.Limits.DEFAULT),
              this::show,
              error -> Response.text(error.status(), error.message()),
              () -> "listen");
      out.println(
          "Listening: ./parley serve --webhook http://127.0.0.1:" + server.port() + "/webhook");
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      err.println(e.getMessage());
      return Main.EXIT_FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private Response show(Request request) {
    String challenge = request.query().first("hub.challenge");
    if (challenge != null) {
      out.println("Handshake with verify token " + request.query().first("hub.verify_token"));
      return Response.text(200, challenge);
    }
    byte[] body = request.body(BODY_BYTES_MAX);
    switch (JsonReader.read(body)) {
      case Reading.Ok<Json>(var json) -> out.println(JsonWriter.pretty(json));
      case Reading.Wrong<Json> notJson -> out.println(new String(body, StandardCharsets.UTF_8));
    }
    return Response.empty(200);
  }
}
