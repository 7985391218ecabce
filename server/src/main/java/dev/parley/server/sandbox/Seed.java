package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.account.Secret;
import dev.parley.chat.Chat;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sandbox as it is at first, and again after each reset. The first one ({@link FirstWorld}) is a
/// contract: ids, keys and numbers are the same on every machine.
public record Seed(
    Portfolio portfolio,
    String businessId,
    String businessName,
    Business.App app,
    List<SeededNumber> numbers,
    List<User> users,
    List<Catalog> catalogs,
    List<TemplateDefinition> templates) {

  public static final int NUMBERS_MAX = 100;

  public Seed {
    numbers = List.copyOf(numbers);
    users = List.copyOf(users);
    catalogs = List.copyOf(catalogs);
    templates = List.copyOf(templates);
  }

  /// The fixed first world.
  public static Seed first() {
    return FirstWorld.seed();
  }

  /// A phone number of the business.
  ///
  /// @param key in clear: as `D360-API-KEY` and as Bearer token
  public record SeededNumber(
      String id, String display, String name, String catalog, PhoneNumber.Pace pace, Secret key) {}

  /// Somebody with a handset.
  ///
  /// @param firstWords what the user has just written to every number; null where nothing
  public record User(Handset handset, @Nullable String firstWords) {}

  /// Values of a bot that exists already, which the first number and the business take over; null
  /// leaves what the seed has.
  public record Overrides(
      @Nullable String numberId,
      @Nullable String businessId,
      @Nullable String key,
      @Nullable String appSecret,
      @Nullable String verifyToken) {
    public static final Overrides NONE = new Overrides(null, null, null, null, null);
  }

  public Seed with(Overrides overrides) {
    var changed = new ArrayList<>(numbers);
    SeededNumber first = changed.getFirst();
    String key = overrides.key();
    changed.set(
        0,
        new SeededNumber(
            orElse(overrides.numberId(), first.id()),
            first.display(),
            first.name(),
            first.catalog(),
            first.pace(),
            key == null ? first.key() : new Secret(key)));
    return new Seed(
        portfolio,
        orElse(overrides.businessId(), businessId),
        businessName,
        new Business.App(
            app.id(),
            new Secret(orElse(overrides.appSecret(), app.secret().value())),
            new Secret(orElse(overrides.verifyToken(), app.verifyToken().value()))),
        changed,
        users,
        catalogs,
        templates);
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /// Makes a store this world, unless it is one already: a planting that a crash broke off is
  /// finished, what was planted is left alone.
  ///
  /// @return whether the store was planted now
  public boolean plant(Store store, Accounts accounts) {
    for (Business business : accounts.businesses()) {
      if (store.read(view -> SeededWorld.isPlanted(view, business))) {
        return false;
      }
    }
    Business business = accounts.addBusiness(businessId, businessName, portfolio, app);
    Map<String, String> keys = new HashMap<>();
    for (SeededNumber number : numbers) {
      accounts.addNumber(
          business,
          number.id(),
          number.display(),
          number.name(),
          number.catalog(),
          number.pace(),
          number.key().value());
      keys.put(number.id(), number.key().value());
    }
    accounts.numbers().forEach(number -> writeFirstWords(store, number));
    store.write(
        business.stream(),
        tx -> {
          users.forEach(user -> Handsets.write(tx, user.handset()));
          SeededWorld.write(tx, catalogs, keys);
          Templates.plant(tx, business, templates);
          SeededWorld.markPlanted(tx);
          return tx.now();
        });
    return true;
  }

  private void writeFirstWords(Store store, PhoneNumber number) {
    var mint = new WamidMint(store.salt());
    store.write(
        number.stream(),
        tx -> {
          for (User user : users) {
            String words = user.firstWords();
            if (words != null && !hasWritten(tx, user.handset().identity())) {
              Inbound.receive(tx, mint, user.handset(), InboundMessage.text(words));
            }
          }
          return number;
        });
  }

  private static boolean hasWritten(Tx tx, Identity user) {
    return tx.chatWith(tx.stream(), user).map(Chat::lastInboundAt).isPresent();
  }
}
