package dev.parley.server.sandbox;

import dev.parley.Hub;
import dev.parley.SendOutcome;
import dev.parley.WebhookForm;
import dev.parley.account.Accounts;
import dev.parley.account.NumberRules;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody;
import dev.parley.journal.StoredJson;
import dev.parley.media.MediaFile;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.server.sql.SqliteStore;
import dev.parley.template.Templates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A sandbox with a real store and a clock that stands still. Messages go to the network one by
/// one, when the test says so.
final class Scene implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-24T18:42:15.123Z");
  static final WaId ADA = new WaId("15550100101");
  static final WaId GRACE = new WaId("15550100102");

  /// In India.
  static final WaId RAVI = new WaId("919876543210");

  /// In Singapore.
  static final WaId MEI = new WaId("6591234567");

  final SandboxClock clock = SandboxClock.frozenAt(START);
  final SqliteStore store = SqliteStore.throwAway(clock);
  final Accounts accounts = Accounts.load(store);
  final WamidMint mint = new WamidMint(store.salt());
  final Templates templates;
  final SandboxNetwork network;
  final Hub hub;
  final PhoneNumber number;
  final PhoneNumber second;

  /// Files that can be sent and received, by id.
  final Map<String, MediaFile> files = new HashMap<>();

  Scene() {
    this(UnknownNumbers.BECOME_HANDSETS);
  }

  Scene(UnknownNumbers unknownNumbers) {
    this(Seed.first(), unknownNumbers);
  }

  Scene(Seed seed) {
    this(seed, UnknownNumbers.BECOME_HANDSETS);
  }

  private Scene(Seed seed, UnknownNumbers unknownNumbers) {
    seed.plant(store, accounts);
    number = accounts.number("100000000000001").orElseThrow();
    second = accounts.number("100000000000002").orElseThrow();
    ClockMemory.attach(clock, store, number.business());
    templates = Templates.load(store, accounts, clock);
    network =
        SandboxNetwork.open(
            store,
            accounts,
            mint,
            clock,
            unknownNumbers,
            templates,
            this::file,
            LinkFetches.trusting());
    hub = new Hub(store, mint, network, templates);
  }

  /// A body of `POST /messages` without the envelope: `"type":"text","text":{"body":"hi"}`.
  static JsonObject body(WaId to, String message) {
    return object("{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",%s}".formatted(to, message));
  }

  static JsonObject object(String json) {
    return (JsonObject) JsonReader.read(json.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  static String text(String body) {
    return "\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(body);
  }

  static String list() {
    return """
    "type":"interactive","interactive":{"type":"list","body":{"text":"Lunch?"},
    "action":{"button":"Menu","sections":[{"rows":[
      {"id":"soup","title":"Soup","description":"Of the day"},{"id":"fish","title":"Fish"}]}]}}
    """;
  }

  static String buttons() {
    return """
    "type":"interactive","interactive":{"type":"button","body":{"text":"Sure?"},
    "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}},
      {"type":"reply","reply":{"id":"no","title":"No"}}]}}
    """;
  }

  static String template() {
    return """
    "type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}
    """;
  }

  static String reaction(Wamid target, String emoji) {
    return "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"%s\",\"emoji\":\"%s\"}"
        .formatted(target, emoji);
  }

  /// Somebody with a new phone who has just written to the number.
  WaId meet(WaId user) {
    network.add(network.fresh(user));
    write(user, "Hi");
    return user;
  }

  /// Sets the rules of the number.
  void rules(NumberRules rules) {
    accounts.change(number, settings -> settings.with(rules));
  }

  /// The number is one of this country, which has filed its papers.
  void live(String country) {
    accounts.change(
        number,
        settings ->
            settings
                .with(new NumberRules(false, false, true, false, country))
                .withCompliance(JsonObject.empty()));
  }

  /// A message that was accepted, and with it its place.
  record Sent(Wamid id, PhoneNumber number, long seq) {}

  SendOutcome offer(PhoneNumber from, WaId to, String message) {
    JsonObject body = body(to, message);
    return hub.send(new Sender(from), SendRequestReader.read(body).orThrow(), StoredJson.of(body));
  }

  /// To somebody who is known by an id.
  SendOutcome offer(UserId to, String message) {
    JsonObject body =
        object(
            "{\"messaging_product\":\"whatsapp\",\"recipient\":\"%s\",%s}".formatted(to, message));
    return hub.send(
        new Sender(number), SendRequestReader.read(body).orThrow(), StoredJson.of(body));
  }

  ApiError refused(WaId to, String message) {
    return ((SendOutcome.Refused) offer(number, to, message)).error();
  }

  Sent accept(PhoneNumber from, WaId to, String message) {
    var accepted = (SendOutcome.Accepted) offer(from, to, message);
    return new Sent(accepted.receipt().id(), from, accepted.seq());
  }

  Sent accept(WaId to, String message) {
    return accept(number, to, message);
  }

  Sent carry(Sent accepted) {
    network.carry(outgoing(accepted));
    return accepted;
  }

  Outgoing outgoing(Sent accepted) {
    return store.read(view -> {
      StoredMessage message =
          view.message(accepted.number().stream(), accepted.seq()).orElseThrow();
      Chat chat = view.chat(message.stream(), message.chat()).orElseThrow();
      SendMessage said = ChatHistory.sent(view, message);
      return new Outgoing(accepted.number(), chat, message, said);
    });
  }

  Sent send(WaId to, String message) {
    return carry(accept(to, message));
  }

  Sent send(PhoneNumber from, WaId to, String message) {
    return carry(accept(from, to, message));
  }

  private Optional<MediaFile> file(PhoneNumber of, String id) {
    return Optional.ofNullable(files.get(id));
  }

  void later(Duration time) {
    clock.advance(time);
  }

  PhoneChat chat(WaId user) {
    return chat(user, number);
  }

  PhoneChat chat(WaId user, PhoneNumber with) {
    return network.chat(network.hold(user, with));
  }

  PhoneAnswers answers(WaId user) {
    return network.answers(network.hold(user, number));
  }

  JsonObject screen(WaId user) {
    return network.view(user, number).show(ChatView.MESSAGES_DEFAULT);
  }

  JsonObject bubble(WaId user, Wamid id) {
    for (Json message : JsonAt.items(screen(user), "messages")) {
      if (JsonAt.at(message, "id").equals(Json.of(id.value()))) {
        return (JsonObject) message;
      }
    }
    throw new AssertionError(id + " is not in " + screen(user));
  }

  Wamid write(WaId user, String text) {
    return ((UserOutcome.Sent) chat(user).write(said(text))).id();
  }

  static JsonObject said(String text) {
    return object("{" + text(text) + "}");
  }

  void change(WaId user, String settings) {
    Handset before = network.handsets().find(user).orElseThrow();
    var problems = new Problems(object(settings));
    Fields fields = Objects.requireNonNull(Fields.of(object(settings), problems));
    Handset after = HandsetReader.changes(fields, before, Set.of(number.id(), second.id()));
    network
        .handsets()
        .oneAtATime(
            user,
            () -> {
              network.change(before, after);
              return after;
            });
    if (!problems.isEmpty()) {
      throw new AssertionError("bad settings: " + settings);
    }
  }

  /// Why it failed, as `error_data.details` says.
  String failure(Sent message) {
    StoredMessage stored =
        store.read(view -> view.message(message.number().stream(), message.seq())).orElseThrow();
    return Objects.requireNonNull(stored.failure()).details();
  }

  List<Event> events(PhoneNumber of) {
    return store.read(view -> view.events(of.stream(), 0, 10_000));
  }

  /// The statuses of a message, in order, a failure with its code: `sent`, `failed 131047`.
  List<String> statuses(Sent message) {
    var statuses = new ArrayList<String>();
    for (Event event : events(message.number())) {
      if (event.body() instanceof EventBody.StatusReported(var seq, var report)
          && seq == message.seq()) {
        var failure = report.failure();
        statuses.add(report.progress().wireName() + (failure == null ? "" : " " + failure.code()));
      }
    }
    return statuses;
  }

  /// The newest webhook that tells of a number's event.
  JsonObject lastWebhook() {
    var form = new WebhookForm(mint);
    List<Event> events = events(number);
    for (Event event : events.reversed()) {
      if (WebhookForm.isTold(event)) {
        var id = Objects.requireNonNull(event.chat());
        Optional<Chat> chat = store.read(view -> view.chat(event.stream(), id));
        return form.of(event, number, chat.orElseThrow()).orElseThrow().toJson();
      }
    }
    throw new AssertionError("no webhook");
  }

  /// What stands in the value of the newest webhook under this name, its first item.
  JsonObject lastTold(String name) {
    return (JsonObject) JsonAt.at(lastWebhook(), "entry", 0, "changes", 0, "value", name, 0);
  }

  @Override
  public void close() {
    clock.close();
    store.close();
  }
}
