package dev.parley.server.delivery;

import dev.parley.account.Endpoint;
import dev.parley.journal.StreamId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told of an event on its way to an endpoint: an attempt, or that it waits for another
/// one.
///
/// @param endpoint id of the endpoint
/// @param url without user and password
/// @param number phone number id, null for what is told of the business
/// @param chat the user's phone number, null where it is not known
/// @param attempt from 1; 0 for an event that waits and was not tried
/// @param status of the endpoint's answer, null when there was none
/// @param error in plain words; null when delivered
/// @param took real time of the attempt
/// @param at the world's time
/// @param nextAt when the next attempt of this chat is due, in the world's time
public record DeliveryEntry(
    String endpoint,
    URI url,
    @Nullable String number,
    @Nullable String chat,
    StreamId stream,
    long seq,
    int attempt,
    @Nullable Integer status,
    @Nullable String error,
    Duration took,
    Instant at,
    @Nullable Instant nextAt,
    State state) {

  public enum State {
    DELIVERED,
    /// Failed; another attempt follows at {@link #nextAt}.
    RETRYING,
    /// An earlier event of the same chat has to be delivered first.
    WAITING,
    /// Failed for the last time; the chat goes on with its next event.
    GIVEN_UP
  }

  /// What became of an attempt.
  static DeliveryEntry tried(
      ToldEvent event,
      Origin origin,
      Endpoint endpoint,
      int attempt,
      WebhookAnswer answer,
      Instant at,
      @Nullable Instant nextAt,
      State state) {
    return new DeliveryEntry(
        endpoint.id(),
        WebhookClient.withoutUser(endpoint.url()),
        origin.numberId(),
        event.phone(),
        event.event().stream(),
        event.seq(),
        attempt,
        answer instanceof WebhookAnswer.Answered answered ? answered.status() : null,
        answer.problem(),
        answer.took(),
        at,
        nextAt,
        state);
  }

  /// An event that waits for another one.
  static DeliveryEntry waiting(Step.Behind behind, Origin origin, Endpoint endpoint, Instant at) {
    ToldEvent event = behind.event();
    return new DeliveryEntry(
        endpoint.id(),
        WebhookClient.withoutUser(endpoint.url()),
        origin.numberId(),
        event.phone(),
        event.event().stream(),
        event.seq(),
        0,
        null,
        "waits for " + behind.first(),
        Duration.ZERO,
        at,
        behind.due(),
        State.WAITING);
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("endpoint", endpoint)
        // Endpoints have no names of their own; each is a bot.
        .put("name", "bot")
        .put("url", url.toString())
        .put("number", orNull(number))
        .put("chat", orNull(chat))
        .put("stream", stream.value())
        .put("seq", seq)
        .put("attempt", attempt)
        .put("status", orNull(status))
        .put("error", orNull(error))
        .put("ms", JsonNumber.of(Math.round(took.toNanos() / 1e5) / 10.0))
        .put("at", at.toString())
        .put("next_at", orNull(nextAt == null ? null : nextAt.toString()))
        .put("state", state.name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static Json orNull(@Nullable Object value) {
    return value == null ? JsonNull.NULL : Json.of(value);
  }
}
