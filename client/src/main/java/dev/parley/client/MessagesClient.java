package dev.parley.client;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.MessageWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sends messages through 360dialog's API, and so through Parley.
public final class MessagesClient {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final URI messages;
  private final String key;
  private final HttpClient http = HttpClient.newHttpClient();

  /// @param base `http://127.0.0.1:8360`
  /// @param key of the number that sends
  public MessagesClient(URI base, String key) {
    this.messages = URI.create(base.toString().replaceAll("/+$", "") + "/messages");
    this.key = key;
  }

  /// @param to a phone number, best with `+` and country code
  /// @throws Refused when the message was not accepted
  public Wamid send(String to, Message message) throws IOException, InterruptedException {
    JsonObject answer =
        post(
            JsonObject.builder()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", to)
                .putAll(MessageWriter.write(message))
                .build());
    if (answer.get("messages") instanceof JsonArray(var items)
        && !items.isEmpty()
        && items.getFirst() instanceof JsonObject first
        && first.get("id") instanceof JsonString(var id)) {
      return new Wamid(id);
    }
    throw new IOException("the answer names no message: " + answer);
  }

  /// Marks a user's message, and those before it, as read.
  ///
  /// @throws Refused when it is no message of a user
  public void markRead(Wamid message) throws IOException, InterruptedException {
    JsonObject unused =
        post(
            Json.object(
                "messaging_product", "whatsapp", "status", "read", "message_id", message.value()));
    assert unused.has("success");
  }

  private JsonObject post(JsonObject body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(messages)
            .timeout(ANSWER_WITHIN)
            .header("D360-API-KEY", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.utf8(body)))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    Reading<Json> answer = JsonReader.read(response.body());
    if (!(answer instanceof Reading.Ok<Json> ok) || !(ok.value() instanceof JsonObject object)) {
      throw new IOException("status " + response.statusCode() + " without a JSON object");
    }
    if (response.statusCode() != 200) {
      throw Refused.of(response.statusCode(), object);
    }
    return object;
  }

  /// The message was not accepted, and nothing was sent.
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    private Refused(String message, int status, int code) {
      super(message);
      this.status = status;
      this.code = code;
    }

    private static Refused of(int status, JsonObject answer) {
      @Nullable JsonObject error = answer.get("error") instanceof JsonObject e ? e : null;
      if (error == null) {
        return new Refused("status " + status + ": " + answer, status, 0);
      }
      String message = error.get("message") instanceof JsonString(var text) ? text : "";
      String details =
          error.get("error_data") instanceof JsonObject data
                  && data.get("details") instanceof JsonString(var text)
              ? ": " + text
              : "";
      long code = error.get("code") instanceof JsonNumber n ? n.asLong().orElse(0) : 0;
      return new Refused(message + details, status, (int) code);
    }

    /// HTTP status.
    public int status() {
      return status;
    }

    /// Meta's error code, 0 when there was none.
    public int code() {
      return code;
    }
  }
}
