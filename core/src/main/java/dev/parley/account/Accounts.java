package dev.parley.account;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaId;
import dev.parley.protocol.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All accounts of a world, in memory: they are few, and every call asks for one. What changes them
/// is written to the business's stream first.
public final class Accounts {
  private final Store store;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final BlockLists blockLists;
  private volatile Snapshot current;

  private Accounts(Store store) {
    this.store = store;
    this.current = store.read(Accounts::read);
    this.blockLists = BlockLists.load(store, current.businesses.values());
  }

  public static Accounts load(Store store) {
    return new Accounts(store);
  }

  /// Called after each change.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// Whose key this is. The key itself is not kept anywhere: it is found by its hash.
  public Optional<Sender> byKey(String key) {
    return Optional.ofNullable(current.keys.get(ApiKey.hash(key)))
        .flatMap(apiKey -> number(apiKey.number()))
        .map(Sender::new);
  }

  public Optional<PhoneNumber> number(String id) {
    return Optional.ofNullable(current.numbers.get(id));
  }

  public Optional<PhoneNumber> numberOf(StreamId stream) {
    return current.numbers.values().stream()
        .filter(number -> number.stream().equals(stream))
        .findFirst();
  }

  public Optional<Business> businessOf(StreamId stream) {
    return current.businesses.values().stream()
        .filter(business -> business.stream().equals(stream))
        .findFirst();
  }

  /// By id, smallest first.
  public Collection<PhoneNumber> numbers() {
    return current.inOrder;
  }

  /// The pictures of all profiles.
  public Set<MediaId> pictures() {
    return current.inOrder.stream()
        .flatMap(number -> Stream.ofNullable(number.settings().profile().picture()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public Optional<Business> business(String id) {
    return Optional.ofNullable(current.businesses.get(id));
  }

  public Collection<Business> businesses() {
    return current.businesses.values();
  }

  /// The business with this app.
  public Optional<Business> businessOfApp(String id) {
    return current.businesses.values().stream()
        .filter(business -> business.app().id().equals(id))
        .findFirst();
  }

  /// By id, smallest first.
  public List<PhoneNumber> numbersOf(Business business) {
    return current.numbers.values().stream()
        .filter(number -> number.business().id().equals(business.id()))
        .toList();
  }

  /// Whom numbers have blocked.
  public BlockLists blockLists() {
    return blockLists;
  }

  public Collection<Endpoint> endpoints() {
    return current.endpoints.values();
  }

  public Optional<Endpoint> endpoint(Endpoint.Scope scope, String owner) {
    return current.endpoints.values().stream()
        .filter(endpoint -> endpoint.scope() == scope && endpoint.owner().equals(owner))
        .findFirst();
  }

  /// Where webhooks of a number go: its own endpoint, else its business's.
  public Optional<Endpoint> endpointFor(PhoneNumber number) {
    return endpoint(Endpoint.Scope.NUMBER, number.id())
        .or(() -> endpoint(Endpoint.Scope.BUSINESS, number.business().id()));
  }

  public void save(Business business, Endpoint endpoint) {
    change(
        business,
        tx ->
            tx.putDocument(
                AccountDocuments.ENDPOINT, endpoint.id(), AccountDocuments.write(endpoint)));
  }

  public void remove(Business business, Endpoint endpoint) {
    change(business, tx -> tx.dropDocument(AccountDocuments.ENDPOINT, endpoint.id()));
  }

  /// Changes what is set of a number, beginning with how it is now.
  ///
  /// @return the number as it is then
  public synchronized PhoneNumber change(PhoneNumber number, UnaryOperator<NumberSettings> change) {
    NumberSettings changed = change.apply(number(number.id()).orElse(number).settings());
    change(
        number.business(),
        tx -> tx.putDocument(SettingsDocument.KIND, number.id(), SettingsDocument.write(changed)));
    return number(number.id()).orElseThrow();
  }

  /// Adds a business with nothing below it.
  public Business addBusiness(String id, String name, Portfolio portfolio, Business.App app) {
    StreamId stream = store.openStream(StreamInfo.Kind.BUSINESS, id);
    var business = new Business(id, name, portfolio, app, stream);
    change(
        business,
        tx -> tx.putDocument(AccountDocuments.BUSINESS, id, AccountDocuments.write(business)));
    return business;
  }

  /// Adds a number with its key.
  public PhoneNumber addNumber(
      Business business,
      String id,
      String display,
      String name,
      String catalog,
      PhoneNumber.Pace pace,
      String key) {
    StreamId stream = store.openStream(StreamInfo.Kind.NUMBER, id);
    var number =
        new PhoneNumber(id, display, name, catalog, pace, NumberSettings.INITIAL, business, stream);
    var apiKey = new ApiKey(ApiKey.hash(key), id);
    change(
        business,
        tx -> {
          tx.putDocument(AccountDocuments.NUMBER, id, AccountDocuments.write(number));
          tx.putDocument(AccountDocuments.KEY, apiKey.sha256(), AccountDocuments.write(apiKey));
        });
    return number;
  }

  private synchronized void change(Business business, Change change) {
    store.write(
        business.stream(),
        tx -> {
          change.apply(tx);
          return business;
        });
    current = store.read(Accounts::read);
    listeners.forEach(Runnable::run);
  }

  private static Snapshot read(View view) {
    var snapshot = new Snapshot();
    Map<String, StreamId> numberStreams = new TreeMap<>();
    for (StreamInfo info : view.streams()) {
      if (info.kind() == StreamInfo.Kind.NUMBER) {
        numberStreams.put(info.owner(), info.id());
      }
    }
    for (StreamInfo info : view.streams()) {
      if (info.kind() == StreamInfo.Kind.BUSINESS) {
        JsonObject body = view.documents(info.id(), AccountDocuments.BUSINESS).get(info.owner());
        if (body != null) {
          read(view, AccountDocuments.business(info, body), numberStreams, snapshot);
        }
      }
    }
    snapshot.order();
    return snapshot;
  }

  private static void read(
      View view, Business business, Map<String, StreamId> streams, Snapshot into) {
    StreamId stream = business.stream();
    into.businesses.put(business.id(), business);
    Map<String, JsonObject> settings = view.documents(stream, SettingsDocument.KIND);
    view.documents(stream, AccountDocuments.NUMBER)
        .forEach((id, body) -> {
          @Nullable StreamId own = streams.get(id);
          if (own != null) {
            into.numbers.put(
                id,
                AccountDocuments.number(
                    id, body, SettingsDocument.read(settings.get(id)), business, own));
          }
        });
    view.documents(stream, AccountDocuments.KEY)
        .forEach((sha256, body) -> into.keys.put(sha256, AccountDocuments.key(sha256, body)));
    view.documents(stream, AccountDocuments.ENDPOINT)
        .forEach((id, body) -> into.endpoints.put(id, AccountDocuments.endpoint(body)));
  }

  private interface Change {
    void apply(Tx tx);
  }

  private static final class Snapshot {
    final Map<String, Business> businesses = new TreeMap<>();
    final Map<String, PhoneNumber> numbers = new TreeMap<>();

    /// As they were added: the first number of the seed comes first, whatever its id.
    List<PhoneNumber> inOrder = List.of();

    final Map<String, ApiKey> keys = new TreeMap<>();
    final Map<String, Endpoint> endpoints = new TreeMap<>();

    void order() {
      inOrder =
          numbers.values().stream()
              .sorted(Comparator.comparingInt(number -> number.stream().value()))
              .toList();
    }
  }
}
