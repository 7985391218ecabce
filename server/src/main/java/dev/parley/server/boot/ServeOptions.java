package dev.parley.server.boot;

import dev.parley.price.RateCard;
import dev.parley.price.RateCardReader;
import dev.parley.protocol.json.Reading;
import dev.parley.server.boot.Config.Database;
import dev.parley.server.boot.Config.Tokens;
import dev.parley.server.media.S3Place;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what `serve` is given: options of the command line, else variables of the environment. All
/// that is wrong is said at once.
final class ServeOptions {
  private static final long CLIENTS_INTEGER_MAX = 1L << 53;
  private static final int PORT_MAX = 65_535;

  /// One option: its name without dashes, what stands for its value, what it does.
  record Option(String name, String value, String does) {
    String variable() {
      return "PARLEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// May stand without a value, which means yes.
    boolean isSwitch() {
      return value.equals("[yes|no]");
    }
  }

  static final List<Option> ALL =
      List.of(
          new Option("port", "N", "port to listen on, 0 for any free one (8360)"),
          new Option("bind", "ADDRESS", "address to listen on (127.0.0.1)"),
          new Option("data", "DIR", "directory of the database and of files (./parley-data)"),
          new Option(
              "database", "URL", "jdbc:postgresql://… instead of SQLite; files stay in --data"),
          new Option("media", "s3://BUCKET/PREFIX", "files go there instead of to --data"),
          new Option("media-endpoint", "URL", "S3 server of --media, when it isn't AWS's"),
          new Option("media-region", "REGION", "of the bucket (AWS_REGION)"),
          new Option("seed", "FILE", "YAML or JSON that describes the first world"),
          new Option("carrier", "sandbox|cloud-api", "the network behind the API (sandbox)"),
          new Option("webhook", "URL", "where your bot takes webhooks; verified and set at start"),
          new Option("number", "ID", "phone number id that your bot uses (100000000000001)"),
          new Option("waba", "ID", "WABA id that your bot uses (200000000000001)"),
          new Option("key", "KEY", "API key and Bearer token of your bot (parley-sandbox)"),
          new Option("app-secret", "SECRET", "what webhooks are signed with (parley-secret)"),
          new Option("verify-token", "TOKEN", "token of the webhook handshake (parley-verify)"),
          new Option("tokens", "known|any", "any: Graph paths take any Bearer token (known)"),
          new Option("handsets", "appear|strict", "strict: unknown numbers fail, 131026 (appear)"),
          new Option("links", "fetch|trust", "trust: files sent by link are not fetched (fetch)"),
          new Option("private-links", "[yes|no]", "fetch links to private addresses too (no)"),
          new Option("public-url", "URL", "base of the links that bots get"),
          new Option("rate-card", "FILE", "JSON with prices, for the page (none are shipped)"),
          new Option(
              "admin-key",
              "KEY",
              "guards the sandbox's own API and page; must be set when --bind isn't local"));

  private final Map<String, String> given = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /// What was read.
  sealed interface Result {
    record Good(Config config, List<String> warnings) implements Result {}

    record Bad(List<String> problems) implements Result {}
  }

  static Result read(List<String> arguments, Map<String, String> environment) {
    var options = new ServeOptions();
    options.takeEnvironment(environment);
    options.takeArguments(arguments);
    Config config = options.config(environment);
    return config == null || !options.problems.isEmpty()
        ? new Result.Bad(options.problems)
        : new Result.Good(config, options.warnings);
  }

  private void takeEnvironment(Map<String, String> environment) {
    for (Option option : ALL) {
      String value = environment.getOrDefault(option.variable(), "");
      if (!value.isBlank()) {
        given.put(option.name(), value.strip());
      }
    }
  }

  private void takeArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        problems.add("\"" + argument + "\" is no option; options start with --");
        continue;
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      Option option =
          ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
      boolean hasNext = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
      String value = null;
      if (equals >= 0) {
        value = argument.substring(equals + 1);
      } else if (hasNext) {
        value = arguments.get(++i);
      } else if (option != null && option.isSwitch()) {
        value = "yes";
      }
      if (option == null) {
        problems.add("--" + name + " is unknown" + nearest(name));
      } else if (value == null) {
        problems.add("--" + name + " needs a value");
      } else if (!value.isBlank()) {
        given.put(name, value.strip());
      }
    }
  }

  private @Nullable Config config(Map<String, String> environment) {
    int port = port();
    Database database = database();
    S3Place bucket =
        BucketOptions.read(given, url(BucketOptions.ENDPOINT), environment, problems, warnings);
    oneOf("carrier", "sandbox", "cloud-api");
    if ("cloud-api".equals(given.get("carrier"))) {
      problems.add("--carrier cloud-api isn't supported yet; this version has the sandbox only");
    }
    Path seed = seed();
    URI webhook = url("webhook");
    var overrides =
        new Seed.Overrides(
            id("number"),
            id("waba"),
            given.get("key"),
            given.get("app-secret"),
            given.get("verify-token"));
    boolean anyToken = "any".equals(oneOf("tokens", "known", "any"));
    boolean strict = "strict".equals(oneOf("handsets", "appear", "strict"));
    Config.Links links = links();
    URI publicUrl = url("public-url");
    RateCard rateCard = rateCard();
    String bind = given.getOrDefault("bind", Config.DEFAULT_BIND);
    String adminKey = given.get("admin-key");
    if (adminKey == null && !isLoopback(bind)) {
      problems.add(
          "--bind "
              + bind
              + " is reachable from other machines: the sandbox's own API then needs --admin-key");
    }
    return database == null
        ? null
        : new Config(
            bind,
            port,
            database,
            seed,
            overrides,
            webhook,
            anyToken ? Tokens.ANY : Tokens.KNOWN,
            strict ? UnknownNumbers.ARE_UNDELIVERABLE : UnknownNumbers.BECOME_HANDSETS,
            publicUrl,
            adminKey,
            links,
            bucket,
            rateCard);
  }

  private Config.Links links() {
    boolean trust = "trust".equals(oneOf("links", "fetch", "trust"));
    boolean anywhere = "yes".equals(oneOf("private-links", "yes", "no"));
    if (trust && anywhere) {
      warnings.add("--private-links does nothing with --links trust");
    }
    return trust
        ? Config.Links.TRUST
        : anywhere ? Config.Links.FETCH_ANY : Config.Links.FETCH_PUBLIC;
  }

  private int port() {
    String text = given.get("port");
    if (text == null) {
      return Config.DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= PORT_MAX) {
        return port;
      }
    } catch (NumberFormatException notNumber) {
      // Said below.
    }
    problems.add("--port " + text + " is no port; 0 to " + PORT_MAX + " are allowed");
    return 0;
  }

  private @Nullable Database database() {
    String url = given.get("database");
    String data = given.get("data");
    Path directory;
    try {
      directory = Path.of(data == null ? Config.DEFAULT_DATA : data);
    } catch (InvalidPathException notPath) {
      problems.add("--data " + data + " is no path");
      return null;
    }
    if (url == null) {
      return new Database.Sqlite(directory);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new Database.Postgres(url, directory);
    }
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return new Database.Postgres(
          "jdbc:postgresql:" + url.substring(url.indexOf("//")), directory);
    }
    problems.add("--database takes jdbc:postgresql://host/name; for SQLite use --data DIR");
    return null;
  }

  private @Nullable Path seed() {
    String file = given.get("seed");
    if (file == null) {
      return null;
    }
    for (String name : List.of("number", "waba", "key", "app-secret", "verify-token")) {
      if (given.containsKey(name)) {
        warnings.add("--" + name + " overrides what --seed says of the first number");
      }
    }
    try {
      Path path = Path.of(file);
      if (Files.isReadable(path) && !Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException notPath) {
      // Said below.
    }
    problems.add("--seed " + file + " is no file that can be read");
    return null;
  }

  private RateCard rateCard() {
    String file = given.get("rate-card");
    if (file == null) {
      return ShippedRateCard.read();
    }
    try {
      return switch (RateCardReader.read(Files.readAllBytes(Path.of(file)))) {
        case Reading.Ok<RateCard>(var card) -> card;
        case Reading.Wrong<RateCard>(var wrong) -> {
          wrong.forEach(problem -> problems.add("--rate-card " + file + ": " + problem.sentence()));
          yield ShippedRateCard.read();
        }
      };
    } catch (IOException | InvalidPathException unreadable) {
      problems.add("--rate-card " + file + " is no file that can be read");
      return ShippedRateCard.read();
    }
  }

  private @Nullable URI url(String name) {
    String text = given.get(name);
    if (text == null) {
      return null;
    }
    try {
      var uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException notUrl) {
      // Said below.
    }
    problems.add("--" + name + " " + text + " is no http:// or https:// URL");
    return null;
  }

  private @Nullable String id(String name) {
    String text = given.get(name);
    if (text == null) {
      return null;
    }
    boolean good = text.matches("[1-9][0-9]{0,15}") && Long.parseLong(text) < CLIENTS_INTEGER_MAX;
    if (!good) {
      problems.add(
          "--" + name + " " + text + " is no id; ids are digits, below 2^53 (clients parse them)");
    }
    return text;
  }

  private @Nullable String oneOf(String name, String... allowed) {
    String text = given.get(name);
    if (text != null && !List.of(allowed).contains(text)) {
      problems.add("--" + name + " is " + String.join(" or ", allowed) + ", not " + text);
    }
    return text;
  }

  private static boolean isLoopback(String bind) {
    return bind.equals("localhost")
        || bind.equals("::1")
        || bind.equals("[::1]")
        || bind.matches("127(\\.\\d{1,3}){3}");
  }

  private static String nearest(String name) {
    return ALL.stream()
        .map(Option::name)
        .filter(
            known -> known.startsWith(name) || name.startsWith(known) || distance(known, name) <= 2)
        .findFirst()
        .map(known -> "; did you mean --" + known + "?")
        .orElse("; ./parley help lists all");
  }

  /// Letters to insert, delete or change.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
