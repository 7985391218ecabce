package dev.parley.server.boot;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.server.dialect.Hints;
import dev.parley.server.sandbox.SeededWorld;
import java.util.Map;
import java.util.stream.Collectors;

/// A sandbox has no secrets from its developer: it says which keys and ids it knows, and which
/// option would make it know the bot's own.
record SandboxHints(Accounts accounts, SeededWorld world) implements Hints {
  @Override
  public String forUnknownKey() {
    String known =
        world.keys().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " (number " + entry.getKey() + ")")
            .collect(Collectors.joining(", "));
    return "This sandbox knows the keys "
        + known
        + ". To use the key that your bot has, start with --key KEY, or with --tokens any for any"
        + " Bearer token.";
  }

  @Override
  public String forUnknownNumber(String id) {
    String known =
        accounts.numbers().stream()
            .map(number -> number.id() + " (" + number.display() + ")")
            .collect(Collectors.joining(", "));
    return "This sandbox knows the phone number ids "
        + known
        + ". To use the id that your bot has, start with --number "
        + (id.matches("[1-9][0-9]{0,15}") ? id : "ID")
        + ".";
  }

  @Override
  public String forUnknownObject(String id) {
    String businesses =
        accounts.businesses().stream().map(Business::id).collect(Collectors.joining(", "));
    return forUnknownNumber(id)
        + " It knows the WhatsApp business account ids "
        + businesses
        + ", which --waba sets.";
  }
}
