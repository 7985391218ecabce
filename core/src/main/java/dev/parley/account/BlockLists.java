package dev.parley.account;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Which users a number has blocked: it may not write to them (130403), and what they write does
/// not arrive. Each is a small document on the business's stream; all are in memory, since every
/// message asks. Source: reference, platform.md §6; verified.md §4.
public final class BlockLists {
  /// Users that one number can block. Source: reference, verified.md §4.
  public static final int USERS_MAX = 64_000;

  private static final String KIND = "blocked_user";
  private static final String BETWEEN = ":";

  private final Store store;

  /// Users by phone number id.
  private final Map<String, NavigableSet<String>> users = new ConcurrentHashMap<>();

  private BlockLists(Store store) {
    this.store = store;
  }

  static BlockLists load(Store store, Collection<Business> businesses) {
    var lists = new BlockLists(store);
    businesses.forEach(business -> store.read(view -> lists.read(view, business)));
    return lists;
  }

  private Business read(View view, Business business) {
    view.documents(business.stream(), KIND)
        .keySet()
        .forEach(key -> {
          int between = key.indexOf(BETWEEN);
          listOf(key.substring(0, between)).add(key.substring(between + 1));
        });
    return business;
  }

  /// Whether this number has blocked this user.
  public boolean holds(PhoneNumber number, WaId user) {
    NavigableSet<String> list = users.get(number.id());
    return list != null && list.contains(user.value());
  }

  /// In the order of the phone numbers' digits.
  public List<String> of(PhoneNumber number) {
    return List.copyOf(listOf(number.id()));
  }

  /// How many more users this number can block.
  public int room(PhoneNumber number) {
    return USERS_MAX - listOf(number.id()).size();
  }

  /// On disk when it returns.
  public synchronized void add(PhoneNumber number, Collection<WaId> blocked) {
    if (blocked.isEmpty()) {
      return;
    }
    store.write(
        number.business().stream(),
        tx -> {
          blocked.forEach(user -> tx.putDocument(KIND, key(number, user), JsonObject.empty()));
          return number;
        });
    blocked.forEach(user -> listOf(number.id()).add(user.value()));
  }

  /// On disk when it returns.
  public synchronized void remove(PhoneNumber number, Collection<WaId> unblocked) {
    if (unblocked.isEmpty()) {
      return;
    }
    store.write(
        number.business().stream(),
        tx -> {
          unblocked.forEach(user -> tx.dropDocument(KIND, key(number, user)));
          return number;
        });
    unblocked.forEach(user -> listOf(number.id()).remove(user.value()));
  }

  private NavigableSet<String> listOf(String number) {
    return users.computeIfAbsent(number, _ -> new ConcurrentSkipListSet<>());
  }

  private static String key(PhoneNumber number, WaId user) {
    return number.id() + BETWEEN + user;
  }
}
