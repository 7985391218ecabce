package dev.parley.server.boot;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The commands that talk to a running sandbox.
final class ClientCommands {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final PrintStream out;
  private final PrintStream err;
  private final String base;
  private final String adminKey;
  private final HttpClient http = HttpClient.newHttpClient();

  ClientCommands(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.adminKey = environment.getOrDefault("PARLEY_ADMIN_KEY", "").strip();
    String url = environment.getOrDefault("PARLEY_URL", "");
    this.base =
        url.isBlank()
            ? "http://" + Config.DEFAULT_BIND + ":" + Config.DEFAULT_PORT
            : url.replaceAll("/+$", "");
  }

  int run(String command, List<String> arguments) {
    try {
      return switch (command) {
        case "reset" -> show(post("/sandbox/reset", JsonObject.empty()));
        case "clock" -> clock(arguments);
        case "send" -> send(arguments);
        case "tap" -> tap(arguments);
        case "render" -> render(arguments);
        default -> usage("There is no command " + command);
      };
    } catch (IOException e) {
      err.println("No answer from " + base + " (" + e + "). Is ./parley running there?");
      return Main.EXIT_FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Main.EXIT_FAILED;
    }
  }

  private int clock(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.isEmpty()) {
      return show(get("/sandbox/clock"));
    }
    String to = arguments.getFirst();
    return show(post("/sandbox/clock", Json.object(to.startsWith("P") ? "advance" : "set", to)));
  }

  private int send(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 2) {
      return usage("send takes a recipient and a text: ./parley send 15550100101 \"Hello\"");
    }
    JsonObject number = firstNumber();
    JsonObject body =
        Json.object(
            "messaging_product",
            "whatsapp",
            "to",
            arguments.get(0),
            "type",
            "text",
            "text",
            Json.object("body", arguments.get(1)));
    HttpRequest request =
        request("/messages")
            .header("D360-API-KEY", text(number, "key"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.utf8(body)))
            .build();
    return show(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
  }

  private int tap(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 2) {
      return usage("tap takes the phone and the choice: ./parley tap 15550100101 row-id");
    }
    String phone = arguments.get(0);
    String choice = arguments.get(1);
    String chat = "/sandbox/handsets/" + phone + "/chats/" + text(firstNumber(), "id");
    HttpResponse<byte[]> answer = get(chat);
    if (answer.statusCode() == 200
        && read(answer) instanceof JsonObject body
        && body.get("messages") instanceof JsonArray(var messages)) {
      for (Json item : messages.reversed()) {
        JsonObject message = (JsonObject) item;
        if (message.toString().contains("\"id\":" + new JsonString(choice))
            && (message.get("interactive") != null || message.get("template") != null)
            && text(message, "direction").equals("out")) {
          String wamid = URLEncoder.encode(text(message, "id"), StandardCharsets.UTF_8);
          return show(post(chat + "/messages/" + wamid + "/tap", Json.object("id", choice)));
        }
      }
      err.println("No message on " + phone + " shows a choice " + choice);
      return Main.EXIT_FAILED;
    }
    return show(answer);
  }

  private int render(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 1) {
      return usage("render takes a file with a template message: ./parley render message.json");
    }
    byte[] message;
    try {
      message = Files.readAllBytes(Path.of(arguments.getFirst()));
    } catch (IOException | InvalidPathException unreadable) {
      return usage("%s can't be read: %s".formatted(arguments.getFirst(), unreadable));
    }
    HttpRequest request =
        request("/templates/preview").POST(HttpRequest.BodyPublishers.ofByteArray(message)).build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200
        || !(read(answer) instanceof JsonObject body)
        || !(body.get("rendered") instanceof JsonObject rendered)) {
      return show(answer);
    }
    out.print(RenderedText.of(rendered));
    return 0;
  }

  private JsonObject firstNumber() throws IOException, InterruptedException {
    if (read(get("/sandbox")) instanceof JsonObject world
        && world.get("numbers") instanceof JsonArray(var numbers)
        && !numbers.isEmpty()) {
      return (JsonObject) numbers.getFirst();
    }
    throw new IOException("the answer to GET /sandbox names no number");
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, Json body)
      throws IOException, InterruptedException {
    return http.send(
        request(path).POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.utf8(body))).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json");
    return adminKey.isEmpty() ? request : request.header("X-Admin-Key", adminKey);
  }

  private static Json read(HttpResponse<byte[]> answer) {
    return switch (JsonReader.read(answer.body())) {
      case Reading.Ok<Json>(var json) -> json;
      case Reading.Wrong<Json> notJson ->
          new JsonString(new String(answer.body(), StandardCharsets.UTF_8));
    };
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString(var value) ? value : "";
  }

  private int show(HttpResponse<byte[]> answer) {
    boolean good = answer.statusCode() / 100 == 2;
    (good ? out : err).println(JsonWriter.pretty(read(answer)));
    return good ? 0 : Main.EXIT_FAILED;
  }

  private int usage(String text) {
    err.println(text);
    return Main.EXIT_USAGE;
  }
}
