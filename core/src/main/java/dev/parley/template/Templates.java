package dev.parley.template;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.WorldClock;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.chat.ChatId;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All templates of a world, in memory: every template message asks for one. What changes them is
/// written to the business's stream first.
public final class Templates {
  private static final Logger log = LoggerFactory.getLogger(Templates.class);

  /// Of a business whose portfolio is verified and whose name is approved, as a sandbox's is. One
  /// more is refused. Source: reference, templates-and-media.md §1.
  public static final int TEMPLATES_MAX = 6_000;

  /// Creations of a business within an hour. Source: reference, templates-and-media.md §1.
  public static final int CREATIONS_MAX = CreationRate.CREATIONS_MAX;

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
  private final NameLocks locks = new NameLocks();

  private final TemplateAlarms alarms;

  /// Ids of those that are deleted once their messages are delivered.
  private final Set<String> leaving = ConcurrentHashMap.newKeySet();

  private final List<Consumer<StoredTemplate>> gone = new CopyOnWriteArrayList<>();

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
    this.alarms = new TemplateAlarms(clock);
  }

  public static Templates load(Store store, Accounts accounts, WorldClock clock) {
    var templates = new Templates(store, accounts, clock);
    accounts.businesses().forEach(business -> store.read(view -> templates.read(view, business)));
    return templates;
  }

  private Business read(View view, Business business) {
    view.documents(business.stream(), TemplateDocuments.TEMPLATE)
        .forEach((id, document) -> read(id, business, document));
    locks.read(view, business);
    view.documents(business.stream(), TemplateDocuments.LAST_ID).values().stream()
        .mapToLong(TemplateDocuments::lastId)
        .forEach(this::gave);
    view.documents(business.stream(), TemplateDocuments.REVIEW).values().stream()
        .map(TemplateDocuments::review)
        .forEach(policy -> review = policy);
    rate.read(view, business);
    return business;
  }

  /// One that rules of today forbid stays on disk and is not there: it must not keep the world from
  /// starting.
  private void read(String id, Business business, JsonObject document) {
    gave(Long.parseLong(id));
    switch (TemplateDocuments.read(id, business.id(), document)) {
      case Reading.Ok<StoredTemplate>(var template) -> remember(template);
      case Reading.Wrong<StoredTemplate>(var problems) ->
          log.warn("template {} breaks rules of today and is left out: {}", id, problems);
    }
  }

  private synchronized void remember(StoredTemplate template) {
    byId.put(template.id(), template);
    byKey.put(key(template), template);
    if (template.status() == TemplateStatus.PENDING_DELETION) {
      leaving.add(template.id());
    } else {
      leaving.remove(template.id());
    }
    gave(Long.parseLong(template.id()));
    alarms.set(template, () -> happens(template.id()));
  }

  /// One of the things that happen to a template by itself; what else is due comes after it.
  private synchronized void happens(String id) {
    StoredTemplate template = byId.get(id);
    Instant now = clock.instant();
    if (template == null || !isDue(template.due(), now)) {
      return;
    }
    if (isDue(template.pausedUntil(), now)) {
      save(template.unpaused(now));
    } else if (isDue(template.life().categoryDue(), now)) {
      save(template.recategorized());
    } else if (isDue(template.life().deletionDue(), now)) {
      delete(List.of(template));
    } else {
      save(template.with(TemplateStatus.ARCHIVED, template.rejectedReason()));
    }
  }

  private static boolean isDue(@Nullable Instant due, Instant now) {
    return due != null && !due.isAfter(now);
  }

  /// Has it run after each change, also of how templates are reviewed.
  public void onChange(Runnable listener) {
    onChange = listener;
  }

  /// Something changed that is told of templates but isn't kept with them: how many messages wait.
  public void tellChange() {
    onChange.run();
  }

  /// Ends a pause; nothing happens to one that isn't paused.
  public synchronized void unpause(StoredTemplate template) {
    byId(template.id())
        .filter(now -> now.status() == TemplateStatus.PAUSED)
        .ifPresent(now -> save(now.unpaused(clock.instant())));
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
      Optional<Instant> locked = locks.of(business, name, language, now);
      if (locked.isPresent()) {
        return Optional.of(new Creation.NameLocked(locked.get()));
      }
      Optional<StoredTemplate> same = find(business, name, language);
      if (same.isPresent()) {
        return Optional.of(new Creation.Exists(same.get()));
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

  private void save(StoredTemplate before, StoredTemplate changed) {
    StoredTemplate template = changed.after(before, clock.instant());
    store.write(
        owner(template).stream(),
        tx -> {
          put(tx, template);
          TemplateNews.between(before, template).forEach(news -> tx.append(LANE, news));
          return template;
        });
    remember(template);
    onChange.run();
  }

  /// A message was made from it. On disk now and then only.
  public void sent(StoredTemplate template) {
    Instant now = clock.instant();
    if (template.life().activeAt().plus(TemplateLife.SENT_NOTED_EVERY).isBefore(now)) {
      noteSent(template.id(), now);
    }
  }

  private synchronized void noteSent(String id, Instant now) {
    byId(id).ifPresent(template -> save(template.sent(now)));
  }

  /// Out of sight and not sendable; deleted after a while unless it is taken out again.
  public synchronized void archive(StoredTemplate template) {
    save(template.with(TemplateStatus.ARCHIVED, template.rejectedReason()));
  }

  /// As it was before.
  public synchronized void unarchive(StoredTemplate template) {
    save(template.unarchived());
  }

  /// Called with each template that is gone.
  public void onGone(Consumer<StoredTemplate> listener) {
    gone.add(listener);
  }

  /// Deletes templates of a business; the names of those that were approved are locked for a while.
  /// Those with messages under way are gone only when these are delivered, or after {@link
  /// TemplateLife#DELIVERY_MAX}; what is being deleted already, is left.
  ///
  /// @param underWay whether messages of one are
  public synchronized void delete(
      Collection<StoredTemplate> templates, Predicate<StoredTemplate> underWay) {
    var atOnce = new ArrayList<StoredTemplate>();
    for (StoredTemplate template : templates) {
      // First, so that a delivery from now on asks again.
      boolean fresh = leaving.add(template.id());
      if (fresh && underWay.test(template)) {
        scheduleDeletion(template);
      } else if (fresh) {
        leaving.remove(template.id());
        atOnce.add(template);
      }
    }
    if (!atOnce.isEmpty()) {
      delete(atOnce);
    }
  }

  private void scheduleDeletion(StoredTemplate template) {
    if (NameLocks.isDue(template)) {
      Instant now = clock.instant();
      store.write(
          owner(template).stream(),
          tx -> {
            NameLocks.write(tx, template, now);
            return template;
          });
      locks.remember(template, now);
    }
    save(template.with(TemplateStatus.PENDING_DELETION, template.rejectedReason()));
  }

  /// Messages may have been delivered that a deletion waited for.
  public void delivered(Predicate<StoredTemplate> underWay) {
    if (!leaving.isEmpty()) {
      deleteLeaving(underWay);
    }
  }

  private synchronized void deleteLeaving(Predicate<StoredTemplate> underWay) {
    for (String id : leaving) {
      byId(id).filter(underWay.negate()).ifPresent(template -> delete(List.of(template)));
    }
  }

  private void delete(List<StoredTemplate> templates) {
    Instant now = clock.instant();
    Business business = owner(templates.getFirst());
    store.write(
        business.stream(),
        tx -> {
          templates.forEach(template -> drop(tx, template, now));
          tx.putDocument(
              TemplateDocuments.LAST_ID, business.id(), TemplateDocuments.lastId(lastId));
          return business;
        });
    for (StoredTemplate template : templates) {
      byId.remove(template.id());
      byKey.remove(key(template));
      leaving.remove(template.id());
      alarms.drop(template.id());
      if (NameLocks.isDue(template)) {
        locks.remember(template, now);
      }
      gone.forEach(listener -> listener.accept(template));
    }
    onChange.run();
  }

  private Business owner(StoredTemplate template) {
    return accounts.business(template.business()).orElseThrow();
  }

  private static void drop(Tx tx, StoredTemplate template, Instant now) {
    tx.dropDocument(TemplateDocuments.TEMPLATE, template.id());
    tx.append(LANE, TemplateNews.deleted(template));
    if (NameLocks.isDue(template)) {
      NameLocks.write(tx, template, now);
    }
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
