package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.boot.Config.Links;
import dev.parley.server.sandbox.LinkFetches;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that a message names by link: fetched by the sandbox before the phone shows them, or told
/// to have failed.
class SentLinksTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final byte[] JPEG = file("ffd8ffe000104a46494600010100000100010000ffdb");
  private static final byte[] MP4 = file("0000001866747970" + hex("isom") + "00000200");
  private static final byte[] MP3 = file(hex("ID3") + "03000000000000");
  private static final byte[] PDF = file(hex("%PDF-1.7\n"));
  private static final byte[] WEBP = file(hex("RIFF") + "24000000" + hex("WEBPVP8X") + "0a000000");

  @TempDir private Path data = Path.of("");
  private final FileSite site = new FileSite();
  private final Inbox inbox = Inbox.open();

  @AfterEach
  void close() {
    inbox.close();
    site.close();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] file(String start) {
    return Arrays.copyOf(HexFormat.of().parseHex(start), 3_000);
  }

  private Sandbox start(Links links) {
    Sandbox sandbox = Sandbox.start(data, START, links);
    sandbox.deliverTo(inbox);
    return sandbox;
  }

  @ParameterizedTest
  @CsvSource({
    "image, a.jpg, image/jpeg",
    "video, a.mp4, video/mp4",
    "audio, a.mp3, audio/mpeg",
    "document, a.pdf, application/pdf",
    "sticker, a.webp, image/webp",
  })
  void each_kind_is_shown_from_the_sandboxs_own_store(String kind, String name, String type)
      throws Exception {
    byte[] bytes =
        switch (kind) {
          case "image" -> JPEG;
          case "video" -> MP4;
          case "audio" -> MP3;
          case "document" -> PDF;
          default -> WEBP;
        };
    String link = site.put("/" + name, bytes);
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      String id = send(sandbox, Sandbox.ADA, media(kind, link));
      await(id, "delivered");
      JsonObject shown = object(sandbox.phone(Sandbox.ADA).screen().getLast().get(kind));
      JsonObject copy = object(shown.get("file"));
      assertThat(text(copy, "mime_type")).isEqualTo(type);
      assertThat(bytes(sandbox.url() + "/" + text(copy, "url"))).isEqualTo(bytes);
      assertThat(text(shown, "link")).isEqualTo(link);
    }
  }

  @Test
  void files_of_headers_and_cards_are_fetched_too() {
    String first = site.put("/1.jpg", JPEG);
    String second = site.put("/moved/2.jpg", JPEG);
    site.put("/2.jpg", JPEG);
    String header =
        """
        {"type":"image","image":{"link":"%s"}}\
        """;
    String cards =
        """
        "type":"interactive","interactive":{"type":"carousel","body":{"text":"Two"},
          "action":{"cards":[
            {"card_index":0,"type":"cta_url","header":%s,"body":{"text":"a"},"action":
              {"name":"cta_url","parameters":{"display_text":"Go","url":"https://a.example/"}}},
            {"card_index":1,"type":"cta_url","header":%s,"body":{"text":"b"},"action":
              {"name":"cta_url","parameters":{"display_text":"Go","url":"https://a.example/"}}}]}}\
        """
            .formatted(header.formatted(first), header.formatted(second));
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      await(send(sandbox, Sandbox.ADA, cards), "delivered");
      assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString().split("sandbox/media/"))
          .hasSize(3);
      String broken = cards.replace(second, site.at("/3.jpg"));
      assertThat(await(send(sandbox, Sandbox.ADA, broken), "failed"))
          .contains("131053", "$.interactive.action.cards[1].header.image.link", "with 404");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "image, /gone.jpg, answered with 404",
    "image, /page.html, is of type",
    "image, /large.jpg, larger than 5242880",
    "sticker, /a.jpg, is of type image/jpeg",
    "audio, /moved/moved/gone.mp3, answered with 404",
  })
  void what_goes_wrong_is_told_afterwards(String kind, String path, String why) {
    site.put("/a.jpg", JPEG);
    site.put("/page.html", "<html><body>".getBytes(StandardCharsets.UTF_8));
    site.put("/large.jpg", Arrays.copyOf(JPEG, (5 << 20) + 1));
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      String id = send(sandbox, Sandbox.ADA, media(kind, site.at(path)));
      assertThat(await(id, "failed")).contains("131053", "$." + kind + ".link is", path, why);
    }
  }

  @Test
  void a_voice_note_must_be_what_one_is() {
    String link = site.put("/a.mp3", MP3);
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      String voice =
          """
          "type":"audio","audio":{"link":"%s","voice":true}\
          """
              .formatted(link);
      assertThat(await(send(sandbox, Sandbox.ADA, voice), "failed")).contains("audio/ogg");
    }
  }

  @Test
  void a_private_address_is_not_asked_and_the_failure_names_the_option() {
    String link = site.put("/a.jpg", JPEG);
    try (Sandbox sandbox = start(Links.FETCH_PUBLIC)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      assertThat(await(send(sandbox, Sandbox.ADA, media("image", link)), "failed"))
          .contains("131053", "127.0.0.1", "is private", "--private-links");
      String nowhere = media("image", "http://nowhere.invalid/a.jpg");
      assertThat(await(send(sandbox, Sandbox.ADA, nowhere), "failed"))
          .contains("the host name is not known", "--links trust");
    }
    assertThat(site.asked()).isZero();
  }

  @Test
  void a_trusted_link_is_never_asked() {
    String link = site.put("/a.jpg", JPEG);
    try (Sandbox sandbox = start(Links.TRUST)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      await(send(sandbox, Sandbox.ADA, media("image", link)), "delivered");
      assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString()).doesNotContain("file");
    }
    assertThat(site.asked()).isZero();
  }

  @Test
  void a_slow_site_holds_up_its_own_chat_in_order_and_no_other() {
    String slow = site.at("/slow/a.jpg");
    site.put("/a.jpg", JPEG);
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      // More than there are at the carrier at once.
      for (int i = 0; i < 70; i++) {
        String user = "1555020%04d".formatted(i);
        send(sandbox, user, media("image", slow + "?" + i));
      }
      sandbox.phone(Sandbox.ADA).writes("hi");
      String picture = send(sandbox, Sandbox.ADA, media("image", slow + "?ada"));
      String words = send(sandbox, Sandbox.ADA, words("after the picture"));
      sandbox.phone(Sandbox.GRACE).writes("hi");
      await(send(sandbox, Sandbox.GRACE, words("at once")), "delivered");
      assertThat(sandbox.phone(Sandbox.ADA).screen())
          .as("Ada's picture and what waits behind it")
          .filteredOn(message -> text(message, "direction").equals("out"))
          .extracting(message -> text(message, "status"))
          .containsExactly("accepted", "accepted");
      site.open();
      await(picture, "delivered");
      await(words, "delivered");
      assertThat(sandbox.phone(Sandbox.ADA).screen())
          .extracting(message -> text(message, "type"))
          .endsWith("image", "text");
    }
  }

  @Test
  void one_address_is_fetched_once_for_all_who_get_it_in_ten_minutes() {
    String link = site.at("/slow/a.jpg");
    site.put("/a.jpg", JPEG);
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      sandbox.phone(Sandbox.GRACE).writes("hi");
      String one = send(sandbox, Sandbox.ADA, media("image", link));
      send(sandbox, Sandbox.GRACE, media("image", link));
      site.await(1);
      site.open();
      await(one, "delivered");
      await(send(sandbox, Sandbox.ADA, media("image", link)), "delivered");
      assertThat(site.asked()).isEqualTo(1);
    }
  }

  @Test
  void a_message_keeps_the_file_it_went_out_with() throws Exception {
    byte[] today = Arrays.copyOf(JPEG, 4_000);
    String link = site.put("/dish.jpg", JPEG);
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      await(send(sandbox, Sandbox.ADA, media("image", link)), "delivered");
      site.put("/dish.jpg", today);
      sandbox.advance(Duration.ofMinutes(11));
      await(send(sandbox, Sandbox.ADA, media("image", link)), "delivered");
      List<JsonObject> pictures =
          sandbox.phone(Sandbox.ADA).screen().stream()
              .filter(message -> message.has("image"))
              .map(message -> object(object(message.get("image")).get("file")))
              .toList();
      assertThat(pictures).hasSize(2);
      assertThat(bytes(sandbox.url() + "/" + text(pictures.getFirst(), "url"))).isEqualTo(JPEG);
      assertThat(bytes(sandbox.url() + "/" + text(pictures.getLast(), "url"))).isEqualTo(today);
    }
  }

  @Test
  void a_slow_host_has_eight_places_and_leaves_the_rest_to_others() {
    String slow = site.at("/slow/a.jpg");
    String other = site.put("/a.jpg", JPEG).replace("127.0.0.1", "localhost");
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      for (int i = 0; i < LinkFetches.AT_ONCE_MAX + 8; i++) {
        send(sandbox, "1555020%04d".formatted(i), media("image", slow + "?" + i));
      }
      site.await(LinkFetches.OF_A_HOST_MAX);
      sandbox.phone(Sandbox.ADA).writes("hi");
      await(send(sandbox, Sandbox.ADA, media("image", other)), "delivered");
      assertThat(site.asked()).isEqualTo(LinkFetches.OF_A_HOST_MAX + 1);
      site.open();
      site.await(LinkFetches.AT_ONCE_MAX + 1);
    }
  }

  @Test
  void a_fetch_that_a_restart_cut_off_is_made_again() {
    String link = site.at("/slow/a.jpg");
    site.put("/a.jpg", JPEG);
    String id;
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      sandbox.phone(Sandbox.ADA).writes("hi");
      id = send(sandbox, Sandbox.ADA, media("image", link));
      site.await(1);
    }
    site.open();
    try (Sandbox sandbox = start(Links.FETCH_ANY)) {
      await(id, "delivered");
      assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString())
          .contains("sandbox/media/");
    }
    assertThat(site.asked()).isEqualTo(2);
  }

  private static String media(String kind, String link) {
    return "\"type\":\"%1$s\",\"%1$s\":{\"link\":\"%2$s\"}".formatted(kind, link);
  }

  private static String words(String body) {
    return "\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(body);
  }

  private static String send(Sandbox sandbox, String to, String message) {
    String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",%s}".formatted(to, message);
    Json json = JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
    JsonObject answer = sandbox.call("POST", "/messages", json).require(200).object();
    return answer.toString().replaceAll(".*\"id\":\"(wamid[^\"]*)\".*", "$1");
  }

  /// The webhook of this status.
  private String await(String id, String status) {
    return inbox
        .next(told ->
            told.toString().contains(id)
                && told.toString().contains("\"status\":\"" + status + "\""))
        .toString();
  }

  private static byte[] bytes(String address) throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static JsonObject object(@org.jspecify.annotations.Nullable Json json) {
    return (JsonObject) Objects.requireNonNull(json);
  }

  private static String text(JsonObject object, String member) {
    return ((JsonString) Objects.requireNonNull(object.get(member), member)).value();
  }
}
