package dev.parley.server.delivery;

import dev.parley.WebhookForm;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one attempt: writes the webhook of an event, signs it and posts it.
final class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final int ID_BYTES = 12;

  private final WebhookForm form;
  private final WebhookClient client;
  private final long salt;
  private final FileUrls files;

  /// The time that a receiver's clock shows; the world's may have been moved.
  private final InstantSource receiversClock;

  /// @param salt of the world, so that ids do not repeat after a reset
  /// @param files asked anew at each attempt
  Courier(
      WebhookForm form,
      WebhookClient client,
      long salt,
      InstantSource receiversClock,
      FileUrls files) {
    this.form = form;
    this.client = client;
    this.salt = salt;
    this.files = files;
    this.receiversClock = receiversClock;
  }

  WebhookAnswer carry(ToldEvent told, Origin origin, Endpoint endpoint) {
    try {
      byte[] body = JsonWriter.ascii(webhook(told, origin, endpoint));
      Map<String, String> headers =
          new LinkedHashMap<>(
              Signatures.headers(
                  origin.business().app().secret(),
                  id(told, endpoint),
                  receiversClock.instant(),
                  body));
      headers.putAll(endpoint.headers());
      return client.post(endpoint.url(), body, headers);
    } catch (RuntimeException bug) {
      // A bug in one event must hold up its own chat only, like an answer of 500.
      log.error(
          "event {} of stream {} could not be sent to {}",
          told.seq(),
          told.event().stream(),
          endpoint.id(),
          bug);
      return new WebhookAnswer.Failed(
          "the event could not be sent; the server's log says why", Duration.ZERO);
    }
  }

  private JsonObject webhook(ToldEvent told, Origin origin, Endpoint endpoint) {
    PhoneNumber number = origin.number();
    Chat chat = told.chat();
    return number == null || chat == null
        ? WebhookForm.of(told.event(), origin.business()).orElseThrow().toJson()
        : files.in(form.of(told.event(), number, chat).orElseThrow()).toJson(endpoint.version());
  }

  /// The `webhook-id`: the same for each attempt at one event, another one for another endpoint.
  private String id(ToldEvent told, Endpoint endpoint) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
              .putLong(salt)
              .putLong(told.seq())
              .putInt(told.event().stream().value())
              .array());
      byte[] hash = digest.digest(endpoint.id().getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
