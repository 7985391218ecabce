package dev.parley.testkit;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// What a bot calls beside 360dialog, with small files to upload in both ways.
final class BotCalls {
  private static final String APP = "500000000000001";

  /// A picture, a film and a document.
  static final Map<String, TestFile> ALL =
      Map.of(
          "image", new TestFile("oven.png", "image/png", picture(640, 400)),
          "video", new TestFile("dough.mp4", "video/mp4", film()),
          "document", new TestFile("receipt.pdf", "application/pdf", document()));

  private final URI server;
  private final HttpClient http;

  BotCalls(URI server, HttpClient http) {
    this.server = server;
    this.http = http;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record TestFile(String name, String type, byte[] bytes) {}

  /// Handles for templates and ids for messages, by the kind of the file.
  record Uploaded(Map<String, String> handles, Map<String, String> ids) {
    /// With handles and ids in their places.
    Json in(Json json) {
      String text = json.toString();
      for (String kind : ids.keySet()) {
        text =
            text.replace("${HANDLE:" + kind + "}", handles.getOrDefault(kind, ""))
                .replace("${ID:" + kind + "}", ids.getOrDefault(kind, ""));
      }
      return JsonReader.read(text).orThrow();
    }
  }

  Uploaded uploadAll() {
    var handles = new LinkedHashMap<String, String>();
    var ids = new LinkedHashMap<String, String>();
    ALL.forEach((kind, file) -> {
      handles.put(kind, handleOf(file));
      ids.put(kind, idOf(file));
    });
    return new Uploaded(handles, ids);
  }

  /// By the Resumable Upload, in one piece.
  String handleOf(TestFile file) {
    String session =
        member(
            "id",
            HttpRequest.newBuilder(
                    server.resolve(
                        "/v25.0/%s/uploads?file_name=%s&file_length=%d&file_type=%s"
                            .formatted(
                                APP,
                                file.name(),
                                file.bytes().length,
                                file.type().replace("/", "%2F"))))
                .header("Authorization", "Bearer " + Sandbox.KEY)
                .POST(BodyPublishers.noBody()));
    return member(
        "h",
        HttpRequest.newBuilder(server.resolve("/v25.0/" + session))
            .header("Authorization", "OAuth " + Sandbox.KEY)
            .header("file_offset", "0")
            .POST(BodyPublishers.ofByteArray(file.bytes())));
  }

  /// As media for messages.
  String idOf(TestFile file) {
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        """
        --b\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(file.name(), file.type())
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file.bytes());
    form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return member(
        "id",
        HttpRequest.newBuilder(server.resolve("/media"))
            .header("D360-API-KEY", Sandbox.KEY)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(form.toByteArray())));
  }

  /// Any other call as the Cloud API takes it; what it answers.
  String post(String path, Json body) {
    return new String(
        sent(
            HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + Sandbox.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))),
        StandardCharsets.UTF_8);
  }

  /// The bytes of a file that a user sent, as a bot gets them.
  byte[] download(String id) {
    JsonObject shown = (JsonObject) JsonReader.read(sent(get("/" + id))).orThrow();
    return sent(
        get(
            URI.create(TemplateKinds.text(shown.get("url"))).getRawPath()
                + "?"
                + URI.create(TemplateKinds.text(shown.get("url"))).getRawQuery()));
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("D360-API-KEY", Sandbox.KEY);
  }

  private String member(String name, HttpRequest.Builder request) {
    return TemplateKinds.text(((JsonObject) JsonReader.read(sent(request)).orThrow()).get(name));
  }

  private byte[] sent(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer + ": " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// Something to see: an oven door.
  private static byte[] picture(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setColor(new Color(0x7a3b22));
    paint.fillRect(0, 0, width, height);
    paint.setColor(new Color(0xf2a73b));
    paint.fillOval(width / 4, height / 4, width / 2, height / 2);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The boxes that make a file a film, without pictures.
  private static byte[] film() {
    return "\0\0\0 ftypisom\0\0\2\0isomiso2avc1mp41\0\0\0\u0008free\0\0\0\u0010mdat12345678"
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] document() {
    return document("");
  }

  private static byte[] document(String note) {
    return "%PDF-1.4\n1 0 obj\n<<{}>>\nendobj\ntrailer<<>>\n%%EOF\n"
        .replace("{}", note)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// A file of the same kind that is another one.
  static byte[] answer(String kind) {
    return kind.equals("image") ? picture(321, 123) : document("/Answer true");
  }
}
