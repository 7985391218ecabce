package dev.parley.server.console;

import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.journal.EventBody.HandsetChanged;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.EventBody.MessageDeleted;
import dev.parley.journal.EventBody.MessageReceived;
import dev.parley.journal.EventBody.ReadByBusiness;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.journal.EventBody.TemplateChanged;
import dev.parley.price.Price;
import dev.parley.price.RateCard;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.event.WebhookVersion;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Events as people and tests read them: `GET /sandbox/events` and the live stream of the page.
final class EventJson {
  private final Accounts accounts;
  private final WebhookForm form;
  private final RateCard rateCard;
  private final WebhookAddresses addresses;

  EventJson(Accounts accounts, WebhookForm form, RateCard rateCard, WebhookAddresses addresses) {
    this.accounts = accounts;
    this.form = form;
    this.rateCard = rateCard;
    this.addresses = addresses;
  }

  JsonObject write(Event event, View view) {
    var json =
        JsonObject.builder()
            .put("stream", event.stream().value())
            .put("seq", event.seq())
            .put("at", event.at().toString())
            .put("kind", kind(event));
    PhoneNumber number = accounts.numberOf(event.stream()).orElse(null);
    if (number != null) {
      json.put("number", number.id());
    }
    Chat chat = event.chat() == null ? null : view.chat(event.stream(), event.chat()).orElse(null);
    if (chat != null) {
      json.put("chat", Chat.addressOf(chat.user()));
    }
    about(event, chat, view, json);
    if (number != null && chat != null) {
      WebhookVersion version =
          accounts.endpointFor(number).map(Endpoint::version).orElse(WebhookVersion.NEWEST);
      form.of(event, number, chat)
          .map(webhook -> addresses.in(webhook, view))
          .ifPresent(webhook -> json.put("webhook", webhook.toJson(version)));
    }
    return json.build();
  }

  private static String kind(Event event) {
    return switch (event.body()) {
      case MessageAccepted m -> "message.accepted";
      case StatusReported m -> "message." + m.report().progress().wireName();
      case MessageReceived m -> "message.received";
      case ReadByBusiness m -> "message.read_by_business";
      case MessageDeleted m -> "message.deleted";
      case LinkOpened m -> "link.opened";
      case ClockMoved m -> "clock.moved";
      case HandsetChanged m -> "handset.changed";
      case TemplateChanged m -> "template.changed";
    };
  }

  private void about(Event event, @Nullable Chat chat, View view, JsonObject.Builder json) {
    switch (event.body()) {
      case MessageAccepted(var request, var template, var held) -> {
        Json body = request.read();
        json.put("wamid", wamid(event.seq(), Direction.OUT, chat))
            .put("type", EventWords.typeOf(body))
            .putIfPresent("text", EventWords.textOf(body))
            .put("request", body);
        if (held) {
          json.put("held", true);
        }
      }
      case StatusReported(long message, StatusReport report) -> {
        json.put("wamid", wamid(message, Direction.OUT, chat));
        json.putIfPresent("price", price(report, chat));
        ApiError error = WebhookForm.error(report);
        if (error != null) {
          json.put(
              "error",
              Json.object(
                  "code", error.code().number(),
                  "title", error.code().title(),
                  "details", error.details()));
        }
      }
      case MessageReceived(var message, var profile) ->
          json.put("wamid", wamid(event.seq(), Direction.IN, chat))
              .put("type", EventWords.typeOf(message.content()))
              .put("text", EventWords.textOf(message.content()));
      case ReadByBusiness(long message, boolean typing) ->
          json.put("wamid", wamid(message, Direction.IN, chat)).put("typing", typing);
      case MessageDeleted(long message) ->
          view.message(event.stream(), message)
              .ifPresent(deleted -> json.put("wamid", wamid(message, deleted.direction(), chat)));
      case LinkOpened(long message, String url) ->
          json.put("wamid", wamid(message, Direction.OUT, chat)).put("text", url);
      case ClockMoved(var from, var to) ->
          json.put("from", from.toString()).put("to", to.toString());
      case HandsetChanged(var waId, var handset) -> {
        json.put("chat", waId);
        json.putIfPresent("handset", handset);
      }
      case TemplateChanged(var template, var field, var value) -> {
        json.put("template", template).put("type", field);
        accounts
            .businessOf(event.stream())
            .flatMap(business -> WebhookForm.of(event, business))
            .ifPresent(webhook -> json.put("webhook", webhook.toJson()));
      }
    }
  }

  /// Only statuses that say whether it costs anything have a price; the first of delivered and read
  /// is when it is charged. Source: verified.md §9.
  private @Nullable JsonObject price(StatusReport report, @Nullable Chat chat) {
    var pricing = report.pricing();
    return pricing == null || chat == null
        ? null
        : Price.of(pricing, chat.user(), rateCard).toJson(report.progress() != Progress.SENT);
  }

  private String wamid(long seq, Direction direction, @Nullable Chat chat) {
    return chat == null ? "" : form.wamid(seq, direction, chat).value();
  }
}
