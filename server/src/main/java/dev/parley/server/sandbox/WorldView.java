package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaId;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;

/// The whole sandbox as JSON, without its chats.
final class WorldView {
  private final SandboxNetwork network;
  private final Accounts accounts;
  private final SandboxClock clock;
  private final String graphVersion;

  WorldView(SandboxNetwork network, Accounts accounts, SandboxClock clock, String graphVersion) {
    this.network = network;
    this.accounts = accounts;
    this.clock = clock;
    this.graphVersion = graphVersion;
  }

  JsonObject show() {
    SeededWorld world = network.world();
    return JsonObject.builder()
        .put("clock", ClockCall.show(clock))
        .putAll(numbers())
        .putAll(handsets())
        .put("faults", JsonArray.of())
        .put("endpoints", JsonArray.from(accounts.endpoints(), WorldView::endpoint))
        .put(
            "api",
            Json.object(
                "app_id", world.business().app().id(),
                "verify_token", world.business().app().verifyToken().value(),
                "graph_version", graphVersion))
        .put("magic", JsonArray.from(MagicRecipients.codes(), WorldView::magic))
        .put("catalogs", JsonArray.from(world.catalogs(), Catalog::toJson))
        .put(
            "templates",
            JsonArray.from(world.templates().of(world.business()), PlainWords::withName))
        .build();
  }

  JsonObject numbers() {
    return Json.object("numbers", JsonArray.from(accounts.numbers(), this::number));
  }

  JsonObject handsets() {
    return Json.object("handsets", JsonArray.from(network.handsets().all(), Handset::toJson));
  }

  private JsonObject number(PhoneNumber number) {
    MediaId picture = number.settings().profile().picture();
    return Json.object(
        "id", number.id(),
        "display", number.display(),
        "name", number.name(),
        "waba_id", number.business().id(),
        "key", network.world().keys().get(number.id()),
        "catalog_id", number.catalog(),
        "picture", picture == null ? null : "sandbox/media/" + picture);
  }

  private static JsonObject endpoint(Endpoint endpoint) {
    String host = endpoint.url().getAuthority();
    return Json.object(
        "id", endpoint.id(),
        "scope",
            switch (endpoint.scope()) {
              case NUMBER -> "number";
              case BUSINESS -> "business";
            },
        "owner", endpoint.owner(),
        "url", endpoint.url().toString(),
        "name", host == null ? endpoint.id() : host);
  }

  private static JsonObject magic(ErrorCode code) {
    return Json.object(
        "wa_id", MagicRecipients.number(code).value(),
        "code", code.number(),
        "title", code.title(),
        "when", MagicRecipients.isRefusedAtOnce(code) ? "refused at once" : "fails afterwards");
  }
}
