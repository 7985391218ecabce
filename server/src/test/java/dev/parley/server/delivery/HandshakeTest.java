package dev.parley.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Secret;
import dev.parley.server.delivery.Bot.Arrival;
import dev.parley.server.delivery.Bot.Reply;
import dev.parley.server.delivery.Handshake.Outcome;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private static final Secret TOKEN = new Secret("parley verify&ü");

  private final Bot bot = Bot.start();
  private final WebhookClient client = new WebhookClient(Duration.ofSeconds(20), AddressRule.ANY);
  private final Handshake handshake = new Handshake(client, new Random(1));

  @AfterEach
  void close() {
    client.close();
    bot.close();
  }

  @Test
  void a_bot_that_knows_the_token_and_repeats_the_challenge_is_verified() {
    bot.answering(arrival ->
        arrival.method().equals("GET")
                && parameter(arrival, "hub.mode").equals("subscribe")
                && parameter(arrival, "hub.verify_token").equals(TOKEN.value())
            ? Reply.status(200, parameter(arrival, "hub.challenge"))
            : Reply.status(403));
    assertThat(handshake.verify(bot.url(), TOKEN)).isEqualTo(new Outcome.Verified());
    assertThat(handshake.verify(URI.create(bot.url() + "?tenant=7"), TOKEN))
        .isEqualTo(new Outcome.Verified());
    Arrival first = bot.next();
    Arrival second = bot.next();
    assertThat(parameter(second, "tenant")).isEqualTo("7");
    assertThat(parameter(first, "hub.challenge"))
        .matches("[1-9][0-9]{9}")
        .isNotEqualTo(parameter(second, "hub.challenge"));
  }

  @Test
  void a_challenge_in_quotes_or_with_white_space_is_not_bare() {
    bot.answering(
        arrival -> Reply.status(200, "\"" + parameter(arrival, "hub.challenge") + "\"\n"));
    assertThat(why(bot.url()))
        .startsWith("GET " + bot.url() + "?hub.mode=subscribe&…: answered 200 \"\"")
        .contains("expected the bare challenge ")
        .endsWith("no quotes, no JSON, no white space.");
  }

  @Test
  void a_refusal_says_what_came_and_where_to_look_but_not_the_token() {
    bot.answering(arrival -> Reply.status(403, "Forbidden"));
    assertThat(why(bot.url()))
        .contains("answered 403 \"Forbidden\", expected 200 and the challenge ")
        .endsWith("Does the bot compare hub.verify_token with the verify token given here?")
        .doesNotContain("parley");
  }

  @Test
  void an_answer_of_201_is_no_handshake() {
    bot.answering(arrival -> Reply.status(201, parameter(arrival, "hub.challenge")));
    assertThat(why(bot.url())).contains("answered 201");
  }

  @Test
  void a_bot_that_is_not_there_is_named() {
    URI url = bot.url();
    bot.close();
    assertThat(why(url))
        .isEqualTo(
            "GET %s?hub.mode=subscribe&…: connection refused. Is the bot running, and is this its"
                    .formatted(url)
                + " address?");
  }

  private String why(URI url) {
    return ((Outcome.Refused) handshake.verify(url, TOKEN)).why();
  }

  private static String parameter(Arrival arrival, String name) {
    return Arrays.stream(arrival.uri().getRawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
