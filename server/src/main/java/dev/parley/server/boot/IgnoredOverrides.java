package dev.parley.server.boot;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.SeededWorld;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Options that fit a new world only, where the data directory holds a world with other values.
final class IgnoredOverrides {
  private final List<String> ignored = new ArrayList<>();

  private IgnoredOverrides() {}

  /// A sentence for each.
  static List<String> of(Seed.Overrides wanted, Accounts accounts, SeededWorld world) {
    PhoneNumber number = accounts.numbers().iterator().next();
    Business business = accounts.businesses().iterator().next();
    var found = new IgnoredOverrides();
    String id = wanted.numberId();
    found.check("number", id, id != null && accounts.number(id).isPresent());
    found.check("waba", wanted.businessId(), business.id());
    found.check("key", wanted.key(), world.keys().get(number.id()));
    found.check("app-secret", wanted.appSecret(), business.app().secret().value());
    found.check("verify-token", wanted.verifyToken(), business.app().verifyToken().value());
    return found.ignored;
  }

  private void check(String option, @Nullable String wanted, @Nullable String present) {
    check(option, wanted, wanted != null && wanted.equals(present));
  }

  private void check(String option, @Nullable String wanted, boolean has) {
    if (wanted != null && !has) {
      ignored.add(
          "--"
              + option
              + " has no effect: the data directory holds a world already, which has another one."
              + " ./parley reset makes it anew as the options say; or use another --data");
    }
  }
}
