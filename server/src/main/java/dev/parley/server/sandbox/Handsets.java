package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.account.Business;
import dev.parley.journal.EventBody.HandsetChanged;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All handsets of a world, in memory; what changes them is written to the business's stream first.
public final class Handsets {
  /// One more is refused, and a number that nobody has is undeliverable then.
  public static final int HANDSETS_MAX = 10_000;

  static final String DOCUMENT = "handset";

  /// Phones that have one in common wait for each other, which costs a little time and no memory.
  private static final int LOCKS = 1_024;

  private final Store store;
  private final Business business;
  private final Map<WaId, Handset> handsets = new ConcurrentHashMap<>();
  private final Map<UserId, WaId> byUserId = new ConcurrentHashMap<>();
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private Handsets(Store store, Business business) {
    this.store = store;
    this.business = business;
  }

  static Handsets load(Store store, Business business) {
    var loaded = new Handsets(store, business);
    store
        .read(view -> view.documents(business.stream(), DOCUMENT))
        .forEach((waId, document) -> loaded.put(stored(business, new WaId(waId), document)));
    return loaded;
  }

  private static Handset stored(Business business, WaId waId, JsonObject document) {
    var problems = new Problems(document);
    Fields fields = Fields.of(document, problems);
    if (fields == null) {
      throw new IllegalStateException("a stored handset is no object: " + waId);
    }
    Handset fresh = Handset.fresh(waId, UserIds.of(business.portfolio(), waId), waId.value());
    Set<String> numbers = HandsetReader.numbersAsStored(document);
    return problems.reading(HandsetReader.changes(fields, fresh, numbers)).orThrow();
  }

  /// Called after each change of a handset, and when something was put into a phone's outbox.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }

  /// By phone number.
  public List<Handset> all() {
    return handsets.values().stream()
        .sorted(Comparator.comparing(handset -> handset.waId().value()))
        .toList();
  }

  public Optional<Handset> find(WaId waId) {
    return Optional.ofNullable(handsets.get(waId));
  }

  /// The phone of whom a portfolio knows by this id.
  Optional<Handset> find(UserId id) {
    WaId waId = byUserId.get(id);
    return waId == null ? Optional.empty() : find(waId);
  }

  private void put(Handset handset) {
    handsets.put(handset.waId(), handset);
    byUserId.put(handset.userId(), handset.waId());
  }

  public boolean isFull() {
    return handsets.size() >= HANDSETS_MAX;
  }

  /// A phone does one thing at a time: what arrives and what its user does never overlap.
  <R> R oneAtATime(WaId waId, Supplier<R> work) {
    ReentrantLock lock = locks.get(Math.floorMod(waId.hashCode(), LOCKS));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// New, or changed.
  void save(Handset handset) {
    store.write(
        business.stream(),
        tx -> {
          write(tx, handset);
          return handset;
        });
    put(handset);
    changed();
  }

  static void write(Tx tx, Handset handset) {
    tx.putDocument(DOCUMENT, handset.waId().value(), handset.toJson());
    tx.append(null, new HandsetChanged(handset.waId().value(), handset.toJson()));
  }

  void remove(Handset handset) {
    store.write(
        business.stream(),
        tx -> {
          tx.dropDocument(DOCUMENT, handset.waId().value());
          return tx.append(null, new HandsetChanged(handset.waId().value(), null));
        });
    handsets.remove(handset.waId());
    byUserId.remove(handset.userId());
    changed();
  }
}
