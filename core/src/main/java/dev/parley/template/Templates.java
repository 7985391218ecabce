package dev.parley.template;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.WorldClock;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.chat.ChatId;
import dev.parley.protocol.template.TemplateDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// All templates of a world, in memory: every template message asks for one. What changes them is
/// written to the business's stream first.
public final class Templates {
  /// Of a business whose portfolio is verified and whose name is approved, as a sandbox's is. One
  /// more is refused. Source: reference, templates-and-media.md §1.
  public static final int TEMPLATES_MAX = 6_000;

  /// Creations of a business within an hour. Source: reference, templates-and-media.md §1.
  public static final int CREATIONS_MAX = CreationRate.CREATIONS_MAX;

  /// How long the name of an approved template can't be used after its deletion. Source: reference,
  /// templates-and-media.md §1.
  public static final Duration NAME_LOCK = Duration.ofDays(30);

  /// The id before the first one that is given. Those of a seed begin here, so that they are the
  /// same in each world.
  private static final long ID_BASE = 600_000_000_000_000L;

  /// What a business is told of its templates comes in order, as what a chat's is told of it.
  private static final ChatId LANE = new ChatId(1);

  private final Store store;
  private final Accounts accounts;
  private final WorldClock clock;
  private final NavigableMap<String, StoredTemplate> byId = new ConcurrentSkipListMap<>();
  private final Map<String, StoredTemplate> byKey = new ConcurrentHashMap<>();
  private final Map<String, Instant> locks = new ConcurrentHashMap<>();

  private final CreationRate rate;

  private volatile Review.Policy review = Review.Policy.AT_ONCE;

  private volatile Runnable onChange = () -> {};

  /// Ids are never given twice, not even after a deletion.
  private long lastId = ID_BASE;

  private Templates(Store store, Accounts accounts, WorldClock clock) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
    this.rate = new CreationRate(store);
  }

  public static Templates load(Store store, Accounts accounts, WorldClock clock) {
    var templates = new Templates(store, accounts, clock);
    accounts.businesses().forEach(business -> store.read(view -> templates.read(view, business)));
    return templates;
  }

  private Business read(View view, Business business) {
    view.documents(business.stream(), TemplateDocuments.TEMPLATE)
        .forEach((id, document) -> remember(TemplateDocuments.read(id, business.id(), document)));
    view.documents(business.stream(), TemplateDocuments.NAME_LOCK)
        .forEach((key, document) ->
            locks.put(business.id() + "/" + key, TemplateDocuments.lockedUntil(document)));
    view.documents(business.stream(), TemplateDocuments.LAST_ID).values().stream()
        .mapToLong(TemplateDocuments::lastId)
        .forEach(this::gave);
    view.documents(business.stream(), TemplateDocuments.REVIEW).values().stream()
        .map(TemplateDocuments::review)
        .forEach(policy -> review = policy);
    rate.read(view, business);
    return business;
  }

  private void remember(StoredTemplate template) {
    byId.put(template.id(), template);
    byKey.put(key(template), template);
    gave(Long.parseLong(template.id()));
    Instant pausedUntil = template.pausedUntil();
    if (pausedUntil != null) {
      clock.at(pausedUntil, () -> endPause(template));
    }
  }

  /// Has it run after each change, also of how templates are reviewed.
  public void onChange(Runnable listener) {
    onChange = listener;
  }

  /// Ends a pause; nothing happens to one that isn't paused.
  public synchronized void unpause(StoredTemplate template) {
    byId(template.id())
        .filter(now -> now.status() == TemplateStatus.PAUSED)
        .ifPresent(now -> save(now.unpaused(clock.instant())));
  }

  private synchronized void endPause(StoredTemplate paused) {
    byId(paused.id())
        .filter(template -> Objects.equals(template.pausedUntil(), paused.pausedUntil()))
        .ifPresent(template -> save(template.unpaused(clock.instant())));
  }

  private void gave(long id) {
    lastId = Math.max(lastId, id);
  }

  /// By id, oldest first.
  public List<StoredTemplate> of(Business business) {
    return byId.values().stream()
        .filter(template -> template.business().equals(business.id()))
        .toList();
  }

  public Optional<StoredTemplate> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All languages of a name.
  public List<StoredTemplate> named(Business business, String name) {
    return of(business).stream().filter(template -> template.name().equals(name)).toList();
  }

  public Optional<StoredTemplate> find(Business business, String name, String language) {
    return Optional.ofNullable(byKey.get(key(business, name, language)));
  }

  /// The business that a template is one of.
  public Optional<Business> ownerOf(String id) {
    return byId(id).flatMap(template -> accounts.business(template.business()));
  }

  /// What came of a definition.
  public sealed interface Creation {
    /// @param template as it is once the review is over
    record Created(StoredTemplate template) implements Creation {}

    /// The business has one of this name and language.
    record Exists(StoredTemplate template) implements Creation {}

    record NameLocked(Instant until) implements Creation {}

    record TooMany() implements Creation {}

    /// @param until when the next one can be created
    record TooFast(Instant until) implements Creation {}
  }

  /// Adds a template, and reviews it at once.
  public synchronized Creation create(Business business, TemplateDefinition definition) {
    Optional<Creation> obstacle =
        obstacle(business, definition.name(), List.of(definition.language()));
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    Instant now = clock.instant();
    String id = Long.toString(lastId + 1);
    StoredTemplate fresh = StoredTemplate.fresh(id, business.id(), definition, now);
    StoredTemplate reviewed = reviewed(fresh);
    save(fresh, reviewed);
    rate.count(business, now);
    return new Creation.Created(reviewed);
  }

  /// Why a name can't be added in all of these languages; empty where it can.
  public synchronized Optional<Creation> obstacle(
      Business business, String name, List<String> languages) {
    Instant now = clock.instant();
    for (String language : languages) {
      Optional<StoredTemplate> same = find(business, name, language);
      if (same.isPresent()) {
        return Optional.of(new Creation.Exists(same.get()));
      }
      Instant lockedUntil = locks.get(key(business, name, language));
      if (lockedUntil != null && now.isBefore(lockedUntil)) {
        return Optional.of(new Creation.NameLocked(lockedUntil));
      }
    }
    if (of(business).size() + languages.size() > TEMPLATES_MAX) {
      return Optional.of(new Creation.TooMany());
    }
    return rate.possibleAt(business, languages.size(), now).map(Creation.TooFast::new);
  }

  /// Whether a business can create so many in an hour only.
  public boolean creationsLimited() {
    return rate.isLimited();
  }

  /// Has them limited or not from now on, over restarts.
  public synchronized void limitCreations(boolean limited) {
    rate.limit(accounts.businesses(), limited);
  }

  /// Gives a template another definition, and reviews it again.
  ///
  /// @return as it is then
  public synchronized StoredTemplate edit(StoredTemplate template, TemplateDefinition changed) {
    StoredTemplate edited =
        reviewed(byId(template.id()).orElse(template).edited(changed, clock.instant()));
    save(edited);
    return edited;
  }

  private StoredTemplate reviewed(StoredTemplate template) {
    return Review.of(template, review);
  }

  /// How new and edited templates are reviewed.
  public Review.Policy review() {
    return review;
  }

  /// Has them reviewed so from now on, over restarts.
  public synchronized void review(Review.Policy policy) {
    for (Business business : accounts.businesses()) {
      store.write(
          business.stream(),
          tx -> {
            tx.putDocument(
                TemplateDocuments.REVIEW, business.id(), TemplateDocuments.review(policy));
            return policy;
          });
    }
    review = policy;
    onChange.run();
  }

  /// Writes how a template is now. On disk when it returns.
  public synchronized void save(StoredTemplate template) {
    save(byId(template.id()).orElse(template), template);
  }

  private void save(StoredTemplate before, StoredTemplate template) {
    Business business = accounts.business(template.business()).orElseThrow();
    store.write(
        business.stream(),
        tx -> {
          put(tx, template);
          TemplateNews.between(before, template).forEach(news -> tx.append(LANE, news));
          return template;
        });
    remember(template);
    onChange.run();
  }

  /// Forgets templates of a business; the names of those that were approved are locked for a while.
  public synchronized void delete(Business business, Collection<StoredTemplate> templates) {
    Instant until = clock.instant().plus(NAME_LOCK);
    store.write(
        business.stream(),
        tx -> {
          templates.forEach(template -> drop(tx, template, until));
          tx.putDocument(
              TemplateDocuments.LAST_ID, business.id(), TemplateDocuments.lastId(lastId));
          return business;
        });
    for (StoredTemplate template : templates) {
      byId.remove(template.id());
      byKey.remove(key(template));
      if (locksItsName(template)) {
        locks.put(key(template), until);
      }
    }
    onChange.run();
  }

  private static void drop(Tx tx, StoredTemplate template, Instant until) {
    tx.dropDocument(TemplateDocuments.TEMPLATE, template.id());
    tx.append(LANE, TemplateNews.deleted(template));
    if (locksItsName(template)) {
      tx.putDocument(
          TemplateDocuments.NAME_LOCK,
          template.name() + "/" + template.language(),
          TemplateDocuments.lock(until));
    }
  }

  private static boolean locksItsName(StoredTemplate template) {
    return template.status() == TemplateStatus.APPROVED;
  }

  /// The templates of a seed, approved from the start, with the ids that come first.
  public static void plant(Tx tx, Business business, List<TemplateDefinition> definitions) {
    for (int i = 0; i < definitions.size(); i++) {
      put(
          tx,
          StoredTemplate.fresh(
                  Long.toString(ID_BASE + i + 1), business.id(), definitions.get(i), tx.now())
              .with(TemplateStatus.APPROVED, StoredTemplate.NO_REASON));
    }
  }

  private static void put(Tx tx, StoredTemplate template) {
    tx.putDocument(TemplateDocuments.TEMPLATE, template.id(), TemplateDocuments.write(template));
  }

  private static String key(StoredTemplate template) {
    return template.business() + "/" + template.name() + "/" + template.language();
  }

  private static String key(Business business, String name, String language) {
    return business.id() + "/" + name + "/" + language;
  }
}
