package dev.parley.server.delivery;

import dev.parley.account.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// Asks an endpoint whether it wants our webhooks, before it is set: it must know the verify token
/// and repeat a challenge. Source: webhooks reference §6, clients reference 11.
public final class Handshake {
  /// Ten digits, the first of them not 0: clients parse the challenge as a number.
  private static final long CHALLENGE_MIN = 1_000_000_000L;

  private static final int SHOWN_MAX_CHARS = 200;

  private final WebhookClient client;
  private final RandomGenerator random;

  public Handshake(WebhookClient client, RandomGenerator random) {
    this.client = client;
    this.random = random;
  }

  /// How it went.
  public sealed interface Outcome {
    record Verified() implements Outcome {}

    /// @param why what came, what was expected, and where to look
    record Refused(String why) implements Outcome {}
  }

  public Outcome verify(URI url, Secret verifyToken) {
    String challenge = Long.toString(nextChallenge());
    URI question =
        ask(
            url,
            "hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
                .formatted(
                    challenge, URLEncoder.encode(verifyToken.value(), StandardCharsets.UTF_8)));
    return switch (client.get(question)) {
      case WebhookAnswer.Failed(var why, _) ->
          refused(url, why, "Is the bot running, and is this its address?");
      case WebhookAnswer.Answered(int status, var body, _) when status == 200 ->
          body.equals(challenge)
              ? new Outcome.Verified()
              : refused(url, wrongBody(body, challenge), wayToAnswer(body, challenge));
      case WebhookAnswer.Answered(int status, var body, _) ->
          refused(
              url,
              "answered %d%s, expected 200 and the challenge %s"
                  .formatted(status, shown(body), challenge),
              hint(status));
    };
  }

  private synchronized long nextChallenge() {
    return random.nextLong(CHALLENGE_MIN, 10 * CHALLENGE_MIN);
  }

  private static URI ask(URI url, String query) {
    String address = url.toString();
    int fragment = address.indexOf('#');
    String base = fragment < 0 ? address : address.substring(0, fragment);
    return URI.create(base + (url.getRawQuery() == null ? "?" : "&") + query);
  }

  private static Outcome refused(URI url, String what, String hint) {
    return new Outcome.Refused(
        "GET %s?hub.mode=subscribe&…: %s. %s"
            .formatted(WebhookClient.withoutUser(url), what, hint));
  }

  private static String wrongBody(String body, String challenge) {
    return "answered 200%s, expected the bare challenge %s"
        .formatted(body.isEmpty() ? " without a body" : shown(body), challenge);
  }

  private static String wayToAnswer(String body, String challenge) {
    return body.contains(challenge)
        ? "Answer the challenge alone, as text: no quotes, no JSON, no white space."
        : "Answer the value of hub.challenge as the body.";
  }

  private static String hint(int status) {
    if (status == 401 || status == 403) {
      return "Does the bot compare hub.verify_token with the verify token given here?";
    }
    if (status == 404 || status == 405) {
      return "Does the bot serve GET at this path?";
    }
    return status >= 300 && status < 400
        ? "Redirects are not followed: give the final address."
        : "See the bot's log.";
  }

  private static String shown(String body) {
    if (body.isEmpty()) {
      return "";
    }
    String line = body.strip().replaceAll("\\s+", " ");
    return " \"%s\""
        .formatted(
            line.length() > SHOWN_MAX_CHARS ? line.substring(0, SHOWN_MAX_CHARS) + "…" : line);
  }
}
