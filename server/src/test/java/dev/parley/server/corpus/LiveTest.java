package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.media.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What an open page is told of by the live stream.
class LiveTest extends Running {
  /// An open page.
  private final class Page implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final InputStream stream;
    private final BufferedReader lines;

    Page() throws IOException, InterruptedException {
      stream =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://127.0.0.1:%d/console/live".formatted(sandbox().port())))
                      .build(),
                  BodyHandlers.ofInputStream())
              .body();
      lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var _ = hears("hello");
    }

    /// What the next event of this name says.
    String hears(String name) {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals("event: " + name) || line.equals("event:" + name)) {
                      return Objects.requireNonNull(lines.readLine());
                    }
                  }
                  throw new AssertionError("the stream ended before " + name);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .orTimeout(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }

    @Override
    public void close() throws IOException {
      stream.close();
      client.shutdownNow();
    }
  }

  @Test
  void a_new_picture_of_a_profile_comes_onto_the_page() throws Exception {
    String handle = sandbox().pictureHandle();
    try (var page = new Page()) {
      Answer set =
          sandbox()
              .post("/v25.0/" + Sandbox.NUMBER + "/whatsapp_business_profile")
              .bearer()
              .json(
                  "{\"messaging_product\":\"whatsapp\",\"profile_picture_handle\":\"%s\"}"
                      .formatted(handle));
      assertThat(set.status()).isEqualTo(200);
      assertThat(page.hears("numbers"))
          .contains("\"id\":\"" + Sandbox.NUMBER, "\"picture\":\"sandbox/media/");
    }
  }

  @Test
  void the_reviewers_page_hears_of_each_message_that_is_held_or_let_go() throws Exception {
    String id =
        sandbox()
            .post("/v25.0/" + Sandbox.WABA + "/message_templates")
            .bearer()
            .json(
                """
                {"name":"offer","language":"en_US","category":"MARKETING",\
                "components":[{"type":"BODY","text":"Soup is half the price."}]}\
                """)
            .member("id");
    assertThat(drive(id, "hold")).contains("\"held\":0");
    try (var page = new Page()) {
      var _ =
          sandbox()
              .send(
                  """
                  {"messaging_product":"whatsapp","to":"%s","type":"template",\
                  "template":{"name":"offer","language":{"code":"en_US"}}}\
                  """
                      .formatted(Sandbox.ADA));
      var _ = page.hears("templates");
      assertThat(sandbox().get("/sandbox/templates/" + id).body()).contains("\"held\":1");
      assertThat(drive(id, "release")).contains("\"held\":0");
      var _ = page.hears("templates"); // It holds no more.
      var _ = page.hears("templates"); // The message went out.
    }
  }

  private String drive(String template, String pacing) {
    return sandbox()
        .post("/sandbox/templates/" + template)
        .json("{\"pacing\":\"%s\"}".formatted(pacing))
        .body();
  }

  @Test
  void people_see_the_address_of_a_users_file_as_bots_do() {
    String file =
        sandbox()
            .post("/sandbox/media")
            .header("Content-Type", "image/jpeg")
            .body(Samples.JPEG)
            .member("id");
    String written =
        sandbox()
            .post("/sandbox/handsets/" + Sandbox.ADA + "/chats/" + Sandbox.NUMBER + "/messages")
            .json("{\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(file))
            .body();
    assertThat(written).contains("wamid.");
    String seen =
        sandbox()
            .get("/sandbox/events?kind=message.received")
            .body()
            .replaceAll(".*\"url\":\"([^\"]*)\".*", "$1");
    URI url = URI.create(seen);
    Answer bytes = sandbox().get(url.getRawPath() + "?" + url.getRawQuery());
    assertThat(bytes.status()).isEqualTo(200);
  }
}
