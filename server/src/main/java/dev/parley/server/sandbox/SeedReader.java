package dev.parley.server.sandbox;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.account.Secret;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a seed, in YAML or JSON. A part that it does not have (`portfolio`, `business`, `numbers`,
/// `handsets`, `catalogs`, `templates`) is that of the first world.
public final class SeedReader {
  private static final int ID_MAX_CHARS = 16;
  private static final int NAME_MAX_CHARS = 100;
  private static final int SECRET_MAX_CHARS = 500;
  private static final int DISPLAY_MAX_CHARS = 32;

  /// Clients parse ids as numbers. Source: clients.md 3.
  private static final long ID_MAX = (1L << 53) - 1;

  private final Seed first = Seed.first();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<WaId> phones = new HashSet<>();

  private SeedReader() {}

  /// The seed, or all that is wrong with it.
  public static Reading<Seed> read(String yamlOrJson) {
    return YamlTree.read(yamlOrJson).then(SeedReader::read);
  }

  private static Reading<Seed> read(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : new SeedReader().seed(fields));
  }

  private Seed seed(Fields seed) {
    HandsetReader.onlyThese(
        seed, Set.of("portfolio", "business", "numbers", "handsets", "catalogs", "templates"));
    Portfolio portfolio = portfolio(seed.optionalObject("portfolio"));
    Fields business = seed.optionalObject("business");
    List<Catalog> catalogs = all(seed, "catalogs", first.catalogs(), this::catalog);
    List<Seed.SeededNumber> numbers =
        all(seed, "numbers", first.numbers(), fields -> number(fields, catalogs));
    limit(seed, "numbers", numbers, Seed.NUMBERS_MAX);
    Set<String> numberIds =
        numbers.stream().map(Seed.SeededNumber::id).collect(Collectors.toCollection(HashSet::new));
    List<Seed.User> users =
        all(seed, "handsets", first.users(), fields -> user(fields, portfolio, numberIds));
    limit(seed, "handsets", users, Handsets.HANDSETS_MAX);
    return new Seed(
        portfolio,
        business == null ? first.businessId() : idOr(business, "id", first.businessId()),
        business == null ? first.businessName() : nameOr(business, first.businessName()),
        app(business),
        numbers,
        users,
        catalogs,
        all(seed, "templates", first.templates(), SeedReader::template));
  }

  private Portfolio portfolio(@Nullable Fields portfolio) {
    if (portfolio == null) {
      return first.portfolio();
    }
    HandsetReader.onlyThese(portfolio, Set.of("id", "name"));
    return new Portfolio(
        idOr(portfolio, "id", first.portfolio().id()), nameOr(portfolio, first.portfolio().name()));
  }

  private Business.App app(@Nullable Fields business) {
    if (business == null) {
      return first.app();
    }
    HandsetReader.onlyThese(business, Set.of("id", "name", "app_id", "app_secret", "verify_token"));
    return new Business.App(
        idOr(business, "app_id", first.app().id()),
        secretOr(business, "app_secret", first.app().secret()),
        secretOr(business, "verify_token", first.app().verifyToken()));
  }

  private Seed.@Nullable SeededNumber number(Fields number, List<Catalog> catalogs) {
    HandsetReader.onlyThese(number, Set.of("id", "display", "name", "key", "catalog_id", "pace"));
    String id = id(number, "id");
    String display = display(number);
    String name = number.text("name", NAME_MAX_CHARS);
    String key = number.text("key", SECRET_MAX_CHARS);
    String catalog =
        number.has("catalog_id") ? catalogOf(number, catalogs) : catalogs.getFirst().id();
    String pace = number.optionalWord("pace", Set.of("off", "queue"), Problem.BAD_VALUE);
    once(number, "id", id, ids);
    once(number, "key", key, keys);
    return id == null || display == null || name == null || key == null || catalog == null
        ? null
        : new Seed.SeededNumber(
            id,
            display,
            name,
            catalog,
            PhoneNumber.Pace.of(pace == null ? "off" : pace),
            new Secret(key));
  }

  private static @Nullable String catalogOf(Fields number, List<Catalog> catalogs) {
    String id = number.metaId("catalog_id", ID_MAX_CHARS);
    if (id != null && catalogs.stream().noneMatch(catalog -> catalog.id().equals(id))) {
      number.badValue("catalog_id", "is %s, there is no such catalog".formatted(Fields.quoted(id)));
    }
    return id;
  }

  private @Nullable String display(Fields number) {
    String display = number.text("display", DISPLAY_MAX_CHARS);
    if (display == null) {
      return null;
    }
    WaId waId = WaId.normalised(display).orElse(null);
    if (waId == null) {
      number.badValue(
          "display",
          "is %s, must be a phone number such as +1 555 010 0001"
              .formatted(Fields.quoted(display)));
      return null;
    }
    if (!phones.add(waId)) {
      number.badValue("display", "is %s, which is taken".formatted(Fields.quoted(display)));
    }
    return display;
  }

  private Seed.@Nullable User user(Fields user, Portfolio portfolio, Set<String> numberIds) {
    HandsetReader.onlyThese(
        user,
        Set.of(
            "wa_id",
            "name",
            "online",
            "read_receipts",
            "auto_read",
            "blocked",
            "no_marketing",
            "places",
            "first_words"));
    WaId waId = HandsetReader.waId(user);
    if (waId == null) {
      return null;
    }
    if (!phones.add(waId) || MagicRecipients.of(waId).isPresent()) {
      user.badValue("wa_id", "is %s, which is taken".formatted(waId));
    }
    Handset fresh = Handset.fresh(waId, UserIds.of(portfolio, waId), waId.value());
    String words =
        user.json().has("first_words")
            ? user.optionalText("first_words", NAME_MAX_CHARS)
            : FirstWorld.FIRST_WORDS;
    return new Seed.User(HandsetReader.changes(user, fresh, numberIds), words);
  }

  private @Nullable Catalog catalog(Fields catalog) {
    HandsetReader.onlyThese(catalog, Set.of("id", "name", "products"));
    return GoodsReader.catalog(catalog);
  }

  /// As the API has it, or simpler where it has neither variables nor buttons.
  private static @Nullable TemplateDefinition template(Fields template) {
    if (template.has("components")) {
      return TemplateDefinitionReader.read(template);
    }
    HandsetReader.onlyThese(
        template, Set.of("name", "language", "category", "header", "body", "footer"));
    return GoodsReader.template(template);
  }

  private static <T> List<T> all(
      Fields seed, String name, List<T> otherwise, Function<Fields, @Nullable T> reader) {
    if (!seed.has(name)) {
      return otherwise;
    }
    List<Fields> items = seed.objects(name);
    var values = new ArrayList<T>();
    for (Fields item : items == null ? List.<Fields>of() : items) {
      T value = reader.apply(item);
      if (value != null) {
        values.add(value);
      }
    }
    // What comes behind must find something; that nothing was readable is noted.
    return values.isEmpty() ? otherwise : values;
  }

  private static void limit(Fields seed, String name, List<?> values, int max) {
    if (values.size() > max) {
      seed.badValue(name, "has %d items, at most %d are allowed".formatted(values.size(), max));
    }
  }

  private static void once(Fields fields, String name, @Nullable String value, Set<String> taken) {
    if (value != null && !taken.add(value)) {
      fields.badValue(name, "is that of an earlier number");
    }
  }

  private static String idOr(Fields fields, String name, String otherwise) {
    String id = fields.has(name) ? id(fields, name) : otherwise;
    return id == null ? otherwise : id;
  }

  private static @Nullable String id(Fields fields, String name) {
    String id = fields.metaId(name, ID_MAX_CHARS);
    if (id != null && !(id.matches("[1-9][0-9]*") && Long.parseLong(id) <= ID_MAX)) {
      fields.badValue(name, "is %s, must be digits up to %d".formatted(Fields.quoted(id), ID_MAX));
      return null;
    }
    return id;
  }

  private static String nameOr(Fields fields, String otherwise) {
    String name = fields.optionalText("name", NAME_MAX_CHARS);
    return name == null ? otherwise : name;
  }

  private static Secret secretOr(Fields fields, String name, Secret otherwise) {
    String secret = fields.optionalText(name, SECRET_MAX_CHARS);
    return secret == null ? otherwise : new Secret(secret);
  }
}
