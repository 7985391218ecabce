package dev.parley.server.delivery;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Endpoint;
import dev.parley.account.Endpoint.Scope;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.account.Secret;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.journal.Lane;
import dev.parley.journal.StoredJson;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.event.WebhookVersion;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sql.SqliteStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// A number with users who write to it, a journal, a clock that stands still, and the delivery.
final class Scene implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String ADA = "15550100101";
  static final String GRACE = "15550100102";
  static final Secret APP_SECRET = new Secret("parley-secret");
  static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  final SandboxClock clock = SandboxClock.frozenAt(NOON);
  final SqliteStore disk = SqliteStore.throwAway(clock);
  final Accounts accounts = Accounts.load(disk);
  final Business business =
      accounts.addBusiness(
          "200000000000001",
          "Olive & Ember",
          new Portfolio("400000000000001", "Olive & Ember"),
          new Business.App("500000000000001", APP_SECRET, new Secret("parley-verify")));
  final PhoneNumber number =
      accounts.addNumber(
          business,
          "100000000000001",
          "+1 555 010 0001",
          "Olive & Ember",
          "300000000000001",
          PhoneNumber.Pace.OFF,
          "parley-sandbox");
  final DeliveryLog log = new DeliveryLog();
  private final LinkedBlockingQueue<DeliveryEntry> entries = new LinkedBlockingQueue<>();
  private final WebhookClient client = new WebhookClient(TIME_LIMIT, AddressRule.ANY);
  private final Limits limits;
  private final RetrySchedule retries;
  private MortalStore store = new MortalStore(disk);
  private Delivery delivery;

  Scene() {
    this(Limits.USUAL);
  }

  Scene(Limits limits) {
    this(limits, RetrySchedule.exact());
  }

  Scene(Limits limits, RetrySchedule retries) {
    this.limits = limits;
    this.retries = retries;
    log.onEntry(entries::add);
    delivery = begin();
  }

  private Delivery begin() {
    var begun =
        new Delivery(
            accounts,
            new EndpointReader.Tools(
                store,
                clock,
                new Courier(
                    new WebhookForm(new WamidMint(store.salt())),
                    client,
                    store.salt(),
                    InstantSource.system(),
                    FileUrls.NONE),
                retries,
                log::add,
                limits));
    begun.start();
    return begun;
  }

  Delivery delivery() {
    return delivery;
  }

  void restart() {
    stop();
    resume();
  }

  void stop() {
    delivery.close();
  }

  void resume() {
    delivery = begin();
  }

  /// Nothing is written any more.
  void die() {
    store.die();
  }

  /// The delivery ends without writing anything more, then another one begins.
  void crash() {
    store.die();
    delivery.close();
    store = new MortalStore(disk);
    delivery = begin();
  }

  Endpoint set(Endpoint.Scope scope, URI url) {
    return set(scope, url, Map.of());
  }

  Endpoint set(Endpoint.Scope scope, URI url, Map<String, String> headers) {
    String owner = scope == Endpoint.Scope.NUMBER ? number.id() : business.id();
    var endpoint = new Endpoint(scope, owner, url, headers, null);
    accounts.save(business, endpoint);
    return endpoint;
  }

  /// An endpoint that subscribed with a version of Graph.
  Endpoint set(Bot bot, WebhookVersion version) {
    Map<String, String> none = Map.of();
    var endpoint = new Endpoint(Scope.NUMBER, number.id(), bot.url(), none, null, version);
    accounts.save(business, endpoint);
    return endpoint;
  }

  Endpoint set(Bot bot) {
    return set(Endpoint.Scope.NUMBER, bot.url());
  }

  /// The user writes to the number.
  ///
  /// @return seq of the event
  long say(String user, String text) {
    return disk.write(
            number.stream(),
            tx ->
                new Ledger(tx)
                    .receive(
                        tx.openChat(Identity.of(new WaId(user))),
                        StoredMessage.Kind.PLAIN,
                        InboundMessage.text(text),
                        "A user"))
        .seq();
  }

  /// A message of the business was sent for this price.
  void sent(String user, Pricing pricing) {
    disk.write(
        number.stream(),
        tx -> {
          var ledger = new Ledger(tx);
          var body = StoredJson.ofBytes("{}".getBytes(StandardCharsets.UTF_8));
          var to = Identity.of(new WaId(user));
          StoredMessage message = ledger.accept(to, StoredMessage.Kind.PLAIN, body);
          return ledger.report(message, StatusReport.of(Progress.SENT, null, pricing));
        });
  }

  /// The next entry of the log that nobody has waited for and that fits; others are passed over.
  DeliveryEntry await(Predicate<DeliveryEntry> wanted) {
    try {
      while (true) {
        DeliveryEntry entry = entries.poll(Bot.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (entry == null) {
          throw new AssertionError("it did not happen; so far: " + log.entries());
        }
        if (wanted.test(entry)) {
          return entry;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  DeliveryEntry await(long seq, DeliveryEntry.State state) {
    return await(entry -> entry.seq() == seq && entry.state() == state);
  }

  /// Everything that can be tried now has been tried.
  void settle() {
    if (!delivery.awaitIdle(Bot.PATIENCE)) {
      throw new AssertionError("still busy; so far: " + log.entries());
    }
  }

  List<Lane> lanes(Endpoint endpoint) {
    return disk.read(view -> view.lanes("webhook/" + endpoint.id(), number.stream()));
  }

  long cursor(Endpoint endpoint) {
    return disk.read(view -> view.cursor("webhook/" + endpoint.id(), number.stream()))
        .orElseThrow()
        .seq();
  }

  @Override
  public void close() {
    delivery.close();
    client.close();
    clock.close();
    disk.close();
  }

  /// The same store until it dies: then it takes no more writes, as after kill -9.
  private static final class MortalStore implements Store {
    private final Store disk;
    private volatile boolean dead;

    MortalStore(Store disk) {
      this.disk = disk;
    }

    void die() {
      dead = true;
    }

    @Override
    public <R> R write(StreamId stream, Work<R> work) {
      if (dead) {
        throw new StoreBroken("dead", new IllegalStateException());
      }
      return disk.write(stream, work);
    }

    @Override
    public <R> R read(Function<View, R> question) {
      return disk.read(question);
    }

    @Override
    public StreamId openStream(StreamInfo.Kind kind, String owner) {
      return disk.openStream(kind, owner);
    }

    @Override
    public void onCommit(CommitListener listener) {
      disk.onCommit(listener);
    }

    @Override
    public long salt() {
      return disk.salt();
    }

    @Override
    public void wipe() {
      disk.wipe();
    }

    @Override
    public void close() {}
  }
}
