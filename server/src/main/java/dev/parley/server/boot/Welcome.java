package dev.parley.server.boot;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.server.sandbox.Handset;
import dev.parley.server.sandbox.SeededWorld;

/// What `serve` prints: enough to wire a bot, with a `curl` that works.
final class Welcome {
  private Welcome() {}

  static String text(HubServer server, Config config) {
    World world = server.world();
    SeededWorld seeded = world.seeded();
    String base = server.baseUrl();
    PhoneNumber number = world.accounts().numbers().iterator().next();
    Business business = number.business();
    Handset phone = world.handsets().isEmpty() ? null : world.handsets().getFirst();
    return """

      Parley is running. Phones and everything that happens: %1$s

      360dialog   POST %1$s/messages                        D360-API-KEY: %2$s
      Cloud API   POST %1$s/v25.0/%3$s/messages  Authorization: Bearer %2$s

      phone number id  %3$s  (%4$s, %5$s)
      WABA id          %6$s    app secret  %7$s    verify token  %8$s
    %9$s
      Try it: the list appears on %10$s's phone; tap a row there.

      curl %1$s/messages -H 'D360-API-KEY: %2$s' -H 'Content-Type: application/json' -d '{
        "messaging_product": "whatsapp", "to": "%11$s", "type": "interactive",
        "interactive": {"type": "list", "body": {"text": "What would you like?"},
          "action": {"button": "See the menu", "sections": [{"title": "Pizzas", "rows": [
            {"id": "margherita", "title": "Margherita", "description": "Tomato, mozzarella, basil"},
            {"id": "diavola", "title": "Diavola"}]}]}}}'

    """
            .formatted(
                base,
                seeded.keys().getOrDefault(number.id(), "?"),
                number.id(),
                number.display(),
                number.name(),
                business.id(),
                business.app().secret().value(),
                business.app().verifyToken().value(),
                others(world, seeded),
                phone == null ? "a" : phone.name(),
                phone == null ? "15550100101" : phone.waId().value())
        + "  "
        + where(config)
        + "\n";
  }

  private static String others(World world, SeededWorld seeded) {
    var text = new StringBuilder();
    world.accounts().numbers().stream()
        .skip(1)
        .forEach(number ->
            text.append(
                "  another number   %s  (%s), key %s%n"
                    .formatted(
                        number.id(),
                        number.display(),
                        seeded.keys().getOrDefault(number.id(), "?"))));
    return text.toString();
  }

  private static String where(Config config) {
    return switch (config.database()) {
      case Config.Database.Sqlite(var directory) ->
          "Everything is kept in %s. Stop with Ctrl-C.".formatted(directory);
      case Config.Database.Postgres postgres ->
          "Everything is kept in PostgreSQL, files in %s. Stop with Ctrl-C."
              .formatted(postgres.directory());
    };
  }
}
