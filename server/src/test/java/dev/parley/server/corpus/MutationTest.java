package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.SharedFolder;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Right bodies, broken at random, against the whole server: it always answers what it should, what
/// it refuses leaves no trace, nothing goes wrong behind the answers, and memory stays as it was.
/// `-Dparley.fuzz.seed=` plays a run again, `-Dparley.fuzz.minutes=10` makes it longer.
class MutationTest extends Running {
  private static final Duration TIME =
      Duration.ofSeconds(20).plus(Duration.ofMinutes(Long.getLong("parley.fuzz.minutes", 0L)));

  /// Between two looks at the journal.
  private static final int ROUND = 100;

  /// After so many rounds the caches are warm.
  private static final int WARM_ROUNDS = 3;

  /// What the heap may grow by once all is warm.
  private static final long GROWTH_MAX_BYTES = 64L << 20;

  private static final List<Json> STRANGE =
      List.of(
          JsonNull.NULL,
          JsonBool.TRUE,
          JsonNumber.of(7),
          new JsonNumber("-1e99"),
          new JsonString(""),
          new JsonString(" "),
          new JsonString("\u0000"),
          new JsonString("🍕".repeat(30)),
          new JsonString("x".repeat(5_000)),
          JsonObject.empty(),
          Json.object("a.b", JsonArray.of(JsonObject.empty()), "", JsonNull.NULL),
          new JsonArray(List.of()),
          JsonArray.of(JsonNull.NULL, JsonObject.empty(), new JsonString("a")));

  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_]+)|\\[(\\d+)]|\\['(.*?)']");

  private final Alarms alarms = new Alarms();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(alarms);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(alarms);
  }

  @Test
  void broken_bodies_are_refused_or_taken_whole() throws IOException {
    long seed = Long.getLong("parley.fuzz.seed", System.nanoTime());
    System.out.println("mutations of the corpus, -Dparley.fuzz.seed=" + seed);
    var random = new Random(seed);
    List<JsonObject> bodies = bodies();
    var journal = sandbox().journal();
    long end = System.nanoTime() + TIME.toNanos();
    int taken = 0;
    int refused = 0;
    long warm = Long.MAX_VALUE;
    for (int round = 0; System.nanoTime() < end; round++) {
      if (round == WARM_ROUNDS) {
        warm = usedBytes();
      }
      int accepted = 0;
      for (int i = 0; i < ROUND; i++) {
        byte[] body = broken(bodies.get(random.nextInt(bodies.size())), random);
        Answer answer = sandbox().send(body);
        check(body, answer, "seed " + seed);
        accepted += answer.status() == 200 && !answer.wamid().isEmpty() ? 1 : 0;
        refused += answer.status() == 200 ? 0 : 1;
      }
      assertThat(journal.accepted()).as("written of %d accepted", accepted).isEqualTo(accepted);
      taken += accepted;
    }
    System.out.printf("mutations: %d taken, %d refused%n", taken, refused);
    assertThat(taken).isPositive();
    assertThat(refused).isPositive();
    assertThat(alarms.told()).as("in the log, seed " + seed).isEmpty();
    if (warm < Long.MAX_VALUE) {
      assertThat(usedBytes() - warm).as("bytes of growth").isLessThan(GROWTH_MAX_BYTES);
    }
    // Nothing of what was taken holds up what comes later.
    String wamid = URLEncoder.encode(sandbox().outbound(Sandbox.ADA), StandardCharsets.UTF_8);
    assertThat(
            sandbox()
                .get("/sandbox/events?kind=message.delivered&wait=PT20S&wamid=" + wamid)
                .body())
        .contains("\"kind\":\"message.delivered\"");
  }

  /// After a collection, since before it anything can be seen.
  private static long usedBytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void check(byte[] body, Answer answer, String seed) {
    String about = seed + ": " + new String(body, StandardCharsets.UTF_8) + " → " + answer.body();
    if (answer.status() == 200) {
      return;
    }
    assertThat(answer.status()).as(about).isIn(400, 404);
    assertThat(answer.code()).as(about).isPositive();
    assertThat(answer.member("error.fbtrace_id")).as(about).hasSize(23);
    assertThat(answer.details()).as(about).isNotBlank();
    assertThat(answer.paths()).as(about).doesNotHaveDuplicates();
    // What can't be read as JSON has no paths but those of half characters.
    if (JsonReader.read(body) instanceof Reading.Ok<Json>(var json)) {
      assertThat(answer.paths()).as(about).isNotEmpty();
      assertThat(answer.paths())
          .allSatisfy(
              path -> assertThat(leadsSomewhere(json, path)).as(path + " of " + about).isTrue());
    }
  }

  /// To a value, or to a member that an object lacks.
  private static boolean leadsSomewhere(Json body, String path) {
    Matcher step = STEP.matcher(path);
    int at = 1;
    Json here = body;
    while (at < path.length()) {
      if (!step.find(at) || step.start() != at) {
        return false;
      }
      at = step.end();
      String name = step.group(1) == null ? step.group(3) : step.group(1);
      @Nullable Json next = null;
      if (here instanceof JsonObject object && name != null) {
        next = object.get(name);
      } else if (here instanceof JsonArray array && step.group(2) != null) {
        int index = Integer.parseInt(step.group(2));
        next = index < array.size() ? array.get(index) : null;
      } else {
        return false;
      }
      if (next == null) {
        return at == path.length() && name != null;
      }
      here = next;
    }
    return true;
  }

  private static byte[] broken(JsonObject body, Random random) {
    Json changed = body;
    for (int i = random.nextInt(3); i > 0; i--) {
      changed = changed(changed, random);
    }
    byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) "{}[]\",:\\0n ".charAt(random.nextInt(11));
    }
    return bytes;
  }

  /// The same value with one thing in it replaced, doubled or left out.
  private static Json changed(Json json, Random random) {
    return switch (json) {
      case JsonObject object when object.size() > 0 && random.nextInt(8) > 0 ->
          changedMember(object, random);
      case JsonArray array when array.size() > 0 && random.nextInt(8) > 0 -> {
        var items = new ArrayList<>(array.items());
        int chosen = random.nextInt(items.size());
        switch (random.nextInt(6)) {
          case 0 -> items.remove(chosen);
          case 1 -> items.addAll(array.items());
          default -> items.set(chosen, changed(items.get(chosen), random));
        }
        yield new JsonArray(items);
      }
      case JsonString(var text) when random.nextInt(3) == 0 ->
          new JsonString(
              random.nextBoolean() ? text.repeat(40) : text.toUpperCase(java.util.Locale.ROOT));
      case Json other -> STRANGE.get(random.nextInt(STRANGE.size()));
    };
  }

  private static JsonObject changedMember(JsonObject object, Random random) {
    int chosen = random.nextInt(object.size());
    int how = random.nextInt(8);
    var builder = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      String name = object.name(i);
      if (i != chosen) {
        builder.put(name, object.value(i));
      } else if (how == 1) {
        builder.put(name + "x", object.value(i));
      } else if (how > 1) {
        builder.put(name, changed(object.value(i), random));
      }
    }
    return builder.build();
  }

  /// Those of `shared/examples`, where they are, and our golden messages.
  private List<JsonObject> bodies() throws IOException {
    var filling = new Filling(sandbox());
    var bodies = new ArrayList<JsonObject>();
    for (JsonObject message : GoldenMessages.all()) {
      bodies.add(filled(filling, enveloped(message)));
    }
    var shared = SharedFolder.find();
    if (shared.isPresent()) {
      try (var files = Files.list(shared.get().resolve("examples/valid"))) {
        for (var file : files.sorted().toList()) {
          Json payload = Sandbox.object(Sandbox.read(Files.readString(file))).get("payload");
          bodies.add(filled(filling, Objects.requireNonNull(payload)));
        }
      }
    }
    return bodies;
  }

  private static JsonObject enveloped(JsonObject message) {
    return JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("to", Sandbox.ADA)
        .putAll(message)
        .build();
  }

  private static JsonObject filled(Filling filling, Json body) {
    byte[] bytes = filling.fill(body.toString().getBytes(StandardCharsets.UTF_8));
    return Sandbox.object(JsonReader.read(bytes).orThrow());
  }
}
