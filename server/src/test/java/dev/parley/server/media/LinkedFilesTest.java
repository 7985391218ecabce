package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.media.LinkedMedia.Fetched;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaKind;
import dev.parley.server.delivery.AddressRule;
import dev.parley.server.delivery.LinkClient;
import dev.parley.server.delivery.PublicAddresses;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sql.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files behind links, of a real server and into a real store.
class LinkedFilesTest {
  private final SandboxClock clock =
      SandboxClock.frozenAt(Instant.parse("2026-11-24T18:42:15.123Z"));
  private final SqliteStore store = SqliteStore.throwAway(clock);
  private final DirectoryMediaStore bytes = throwAway();
  private final MediaLibrary library =
      new MediaLibrary(store, bytes, clock, RandomGenerator.of("L64X128MixRandom"), Set::of);
  private final LinkClient client = new LinkClient(Duration.ofSeconds(20), AddressRule.ANY);
  private final LinkedFiles links = new LinkedFiles(library, client, clock);
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpServer site = site();
  private final PhoneNumber number = plant();

  private static DirectoryMediaStore throwAway() {
    try {
      return DirectoryMediaStore.throwAway();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer site() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PhoneNumber plant() {
    Accounts accounts = Accounts.load(store);
    Seed.first().plant(store, accounts);
    return accounts.numbers().iterator().next();
  }

  @BeforeEach
  void startSite() {
    site.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    site.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    site.stop(0);
    client.close();
    library.close();
    bytes.close();
    store.close();
  }

  @Test
  void a_linked_picture_is_fetched_and_kept_for_the_phone() throws Exception {
    byte[] picture = Samples.ofSize(Samples.JPEG, 50_000);
    String link = serve("/dish.jpg", 200, "image/jpeg", picture);
    MediaFile file = here(links.fetch(number, link, MediaKind.IMAGE));
    assertThat(file.mimeType()).isEqualTo("image/jpeg");
    assertThat(file.filename()).isEqualTo("dish.jpg");
    try (var in = library.open(file, 0)) {
      assertThat(in.readAllBytes()).isEqualTo(picture);
    }
    assertThat(links.known(number, link)).contains(file);
    assertThat(library.find(number, file.id().toString()))
        .as("the business has no id for it")
        .isEmpty();
  }

  @Test
  void one_fetch_of_an_exact_address_holds_for_ten_minutes() {
    String link = serve("/dish.jpg", 200, "image/jpeg", Samples.JPEG);
    here(links.fetch(number, link, MediaKind.IMAGE));
    clock.advance(LinkedFiles.KEPT_FOR.minusMillis(1));
    here(links.fetch(number, link, MediaKind.IMAGE));
    assertThat(asked).hasValue(1);
    here(links.fetch(number, link + "?fresh", MediaKind.IMAGE));
    assertThat(asked).hasValue(2);
    clock.advance(Duration.ofMillis(1));
    here(links.fetch(number, link, MediaKind.IMAGE));
    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, image/png, image/jpeg",
    "IMAGE, '', image/jpeg",
    "IMAGE, application/octet-stream, image/jpeg",
    "DOCUMENT, image/jpeg, image/jpeg"
  })
  void the_bytes_count_not_what_the_site_says(MediaKind kind, String said, String type) {
    String link = serve("/a", 200, said, Samples.JPEG);
    assertThat(here(links.fetch(number, link, kind)).mimeType()).isEqualTo(type);
  }

  @Test
  void a_page_in_place_of_a_picture_fails_and_names_its_type() {
    String link =
        serve("/dish.jpg", 200, "text/html", "<html><body>".getBytes(StandardCharsets.UTF_8));
    assertThat(why(links.fetch(number, link, MediaKind.IMAGE)))
        .contains("text/html")
        .contains("image/jpeg, image/png");
  }

  @ParameterizedTest
  @CsvSource({"404, answered with 404", "500, answered with 500", "204, answered with 204"})
  void a_status_that_is_no_success_fails(int status, String told) {
    assertThat(why(links.fetch(number, serve("/a", status, "", new byte[0]), MediaKind.IMAGE)))
        .contains(told);
  }

  @Test
  void what_is_larger_than_its_kind_fails_at_the_limit() {
    String link = serve("/a.jpg", 200, "image/jpeg", Samples.ofSize(Samples.JPEG, (5 << 20) + 1));
    assertThat(why(links.fetch(number, link, MediaKind.IMAGE))).contains("larger than 5242880");
  }

  @Test
  void an_empty_file_fails() {
    assertThat(why(links.fetch(number, serve("/a", 200, "", new byte[0]), MediaKind.DOCUMENT)))
        .contains("empty");
  }

  @Test
  void a_private_address_is_refused_by_the_rule_and_after_a_redirect_too() {
    String link = serve("/a.jpg", 200, "image/jpeg", Samples.JPEG);
    try (var guarded = new LinkClient(Duration.ofSeconds(20), new PublicAddresses())) {
      var careful = new LinkedFiles(library, guarded, clock);
      assertThat(why(careful.fetch(number, link, MediaKind.IMAGE))).contains("is private");
      assertThat(
              why(careful.fetch(number, link.replace("127.0.0.1", "localhost"), MediaKind.IMAGE)))
          .contains("is private");
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_redirect_is_followed() {
    String link = serve("/a.jpg", 200, "image/jpeg", Samples.JPEG);
    site.createContext(
        "/old",
        exchange -> {
          exchange.getResponseHeaders().set("Location", link);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    here(links.fetch(number, link.replace("/a.jpg", "/old"), MediaKind.IMAGE));
  }

  @Test
  void a_site_that_never_ends_its_answer_is_cut_off() {
    String link =
        serve(
            "/slow.jpg",
            exchange -> {
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write(Samples.JPEG);
              exchange.getResponseBody().flush();
              over.await();
            });
    try (var impatient = new LinkClient(Duration.ofMillis(300), AddressRule.ANY)) {
      assertThat(
              why(new LinkedFiles(library, impatient, clock).fetch(number, link, MediaKind.IMAGE)))
          .contains("timed out after 300 ms");
    }
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:1/a.jpg", "http://[/a.jpg", "'http://a b/c.jpg'"})
  void a_link_that_leads_nowhere_fails(String link) {
    assertThat(why(links.fetch(number, link, MediaKind.IMAGE))).startsWith("The link can't be");
  }

  private static MediaFile here(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Here.class);
    return ((Fetched.Here) fetched).file();
  }

  private static String why(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).why();
  }

  private interface Page {
    void answer(com.sun.net.httpserver.HttpExchange exchange)
        throws IOException, InterruptedException;
  }

  private String serve(String path, int status, @Nullable String type, byte[] body) {
    return serve(
        path,
        exchange -> {
          if (type != null && !type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
  }

  private String serve(String path, Page page) {
    site.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            page.answer(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return "http://127.0.0.1:%d%s".formatted(site.getAddress().getPort(), path);
  }
}
