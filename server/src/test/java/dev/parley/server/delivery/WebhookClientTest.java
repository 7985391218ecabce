package dev.parley.server.delivery;

import static dev.parley.server.delivery.Scene.ADA;
import static dev.parley.server.delivery.Scene.APP_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Endpoint;
import dev.parley.server.delivery.Bot.Arrival;
import dev.parley.server.delivery.Bot.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookClientTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

  private final Bot bot = Bot.start();
  private final WebhookClient client = new WebhookClient(Bot.PATIENCE, AddressRule.ANY);
  private final WebhookClient hasty = new WebhookClient(Duration.ofMillis(900), AddressRule.ANY);

  @AfterEach
  void close() {
    client.close();
    hasty.close();
    bot.close();
  }

  @Test
  void a_webhook_is_ascii_and_signed_over_exactly_its_bytes() throws Exception {
    try (var scene = new Scene()) {
      scene.set(
          Endpoint.Scope.NUMBER, bot.url(), Map.of("X-Secret", "s3cret", "User-Agent", "mine"));
      scene.say(ADA, "Grüße 🍕");
      Arrival arrival = bot.next();
      assertThat(arrival.body()).contains("\"body\":\"Gr\\u00fc\\u00dfe \\ud83c\\udf55\"");
      assertThat(arrival.header("X-Hub-Signature-256"))
          .isEqualTo("sha256=" + HexFormat.of().formatHex(hmac(arrival.bytes())));
      assertThat(arrival.header("Content-Type")).isEqualTo("application/json");
      assertThat(arrival.header("X-Secret")).isEqualTo("s3cret");
      assertThat(arrival.header("User-Agent")).isEqualTo("mine");
    }
  }

  @Test
  void standard_webhooks_headers_name_an_event_the_same_in_each_attempt() throws Exception {
    try (var scene = new Scene()) {
      bot.answering(500);
      scene.set(bot);
      scene.await(scene.say(ADA, "hi"), DeliveryEntry.State.RETRYING);
      scene.clock.advance(Duration.ofSeconds(5));
      Arrival first = bot.next();
      Arrival second = bot.next();
      assertThat(first.header("webhook-id")).matches("msg_[0-9a-f]{24}");
      assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      // The bot's clock is the real one, wherever the world's clock stands.
      long sentAt = Long.parseLong(first.header("webhook-timestamp"));
      assertThat(Instant.ofEpochSecond(sentAt))
          .isBetween(Instant.now().minusSeconds(120), Instant.now());
      String prefix = first.header("webhook-id") + "." + first.header("webhook-timestamp") + ".";
      byte[] signed = hmac((prefix + first.body()).getBytes(StandardCharsets.US_ASCII));
      assertThat(first.header("webhook-signature"))
          .isEqualTo("v1," + Base64.getEncoder().encodeToString(signed));
      assertThat(first.header("User-Agent")).isEqualTo("facebookexternalua");
    }
  }

  @Test
  void another_event_has_another_webhook_id() {
    try (var scene = new Scene()) {
      scene.set(bot);
      scene.say(ADA, "one");
      scene.say(ADA, "two");
      assertThat(bot.next().header("webhook-id")).isNotEqualTo(bot.next().header("webhook-id"));
    }
  }

  @Test
  void a_slow_answer_is_cut_off() {
    var never = new CountDownLatch(1);
    bot.answering(arrival -> Reply.after(never));
    assertThat(hasty.post(bot.url(), BODY, Map.of()).problem()).isEqualTo("timed out after 900 ms");
    never.countDown();
  }

  @Test
  void a_status_counts_even_if_the_body_never_ends() {
    var never = new CountDownLatch(1);
    bot.answering(arrival ->
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          Reply.after(never).to(exchange);
        });
    assertThat(hasty.post(bot.url(), BODY, Map.of()).problem()).isNull();
    never.countDown();
  }

  @Test
  void of_a_long_answer_only_its_beginning_is_kept() {
    bot.answering(arrival -> Reply.status(200, "x".repeat(1_000_000)));
    for (int i = 0; i < 3; i++) {
      assertThat(client.post(bot.url(), BODY, Map.of()))
          .isInstanceOfSatisfying(
              WebhookAnswer.Answered.class,
              answered -> assertThat(answered.body()).hasSize(WebhookClient.ANSWER_MAX_BYTES));
    }
  }

  @Test
  void a_user_in_the_url_becomes_basic_authorization() {
    URI url = URI.create("http://ada:secret@127.0.0.1:" + bot.port() + "/hook?x=a@b");
    client.post(url, BODY, Map.of());
    Arrival arrival = bot.next();
    assertThat(arrival.header("Authorization")).isEqualTo("Basic YWRhOnNlY3JldA==");
    assertThat(arrival.uri()).hasToString("/hook?x=a@b");
    assertThat(WebhookClient.withoutUser(url))
        .hasToString("http://127.0.0.1:" + bot.port() + "/hook?x=a@b");
  }

  @Test
  void an_endpoints_header_can_not_break_the_framing() {
    client.post(bot.url(), BODY, Map.of("content-length", "7", "Transfer-Encoding", "chunked"));
    assertThat(bot.next().bytes()).isEqualTo(BODY);
  }

  @Test
  void an_unknown_host_and_a_broken_tls_have_words_of_their_own() throws Exception {
    assertThat(why(URI.create("http://no-such-host.invalid/")))
        .isEqualTo("the host name is not known");
    try (var talker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(talker));
      assertThat(why(URI.create("https://127.0.0.1:" + talker.getLocalPort() + "/")))
          .startsWith("TLS failed: ");
    }
  }

  /// Speaks something else than TLS.
  private static void greet(ServerSocket talker) {
    try (var socket = talker.accept()) {
      socket.getOutputStream().write("SSH-2.0-hello\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The caller hung up, as it should.
    }
  }

  @Test
  void an_address_that_the_rule_forbids_is_not_called() {
    try (var guarded =
        new WebhookClient(Duration.ofSeconds(5), address -> !address.isLoopbackAddress())) {
      assertThat(guarded.post(bot.url(), BODY, Map.of()).problem())
          .isEqualTo("the address 127.0.0.1 of 127.0.0.1 is private and may not be called");
      assertThat(bot.texts()).isEmpty();
    }
  }

  private String why(URI url) {
    return String.valueOf(client.post(url, BODY, Map.of()).problem());
  }

  private static byte[] hmac(byte[] bytes) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(APP_SECRET.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(bytes);
  }
}
