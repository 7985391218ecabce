package dev.parley.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// `./bench`: what Parley is measured by, each figure beside its baseline in the same run, since
/// the machines are shared: quote the ratios. `./bench quick` takes a minute, without it takes
/// four.
public final class Bench {
  private static final List<String> STORES = List.of("forgetful", "durable", "per-message");
  private static final int STEADY_PER_SECOND = 2_000;

  private final Path launcher;
  private final int rounds;
  private final Duration slice;

  private Bench(Path launcher, int rounds, Duration slice) {
    this.launcher = launcher;
    this.rounds = rounds;
    this.slice = slice;
  }

  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("quick");
    var bench =
        new Bench(
            Path.of(System.getProperty("parley.launcher", "./parley")),
            quick ? 1 : 5,
            Duration.ofSeconds(quick ? 3 : 6));
    say(
        "%d rounds of %d s, %d connections, list messages of 1.2 KB, load on the same cores",
        bench.rounds, bench.slice.toSeconds(), Load.CONNECTIONS);
    bench.accepts();
    bench.startAndMemory();
    reading(quick);
  }

  /// Reading and checking a list message, beside plain databind of the same bytes.
  private static void reading(boolean quick) throws Exception {
    Map<String, Double> micros = ReadListBenchmark.micros(quick);
    double databind = micros.getOrDefault("databind", Double.NaN);
    double read = micros.getOrDefault("read", Double.NaN);
    double problems = micros.getOrDefault("readFortyProblems", Double.NaN);
    say("");
    say(
        "a list message of 1.5 KB read and checked: %.1f us, %.2f times plain databind (goal: 1.5)",
        read, read / databind);
    say(
        "the same with 40 problems: %.1f us, %.2f times one without (goal: 3)",
        problems, problems / read);
  }

  /// Accepted messages a second, the three stores in turn within each round.
  private void accepts() throws Exception {
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Map<String, List<Double>> cpu = new LinkedHashMap<>();
    List<Double> steady50 = new ArrayList<>();
    List<Double> steady99 = new ArrayList<>();
    long wrong = 0;
    for (int round = 0; round < rounds; round++) {
      for (String store : STORES) {
        Path data = Files.createTempDirectory("parley-bench");
        try (BenchProcess server = BenchProcess.start(command(store, data))) {
          var load = new Load(server.port());
          load.full(slice); // The JVM warms up.
          double before = server.cpuMillis();
          Load.Result result = load.full(slice);
          wrong += result.wrong();
          rates.computeIfAbsent(store, s -> new ArrayList<>()).add(result.perSecond());
          cpu.computeIfAbsent(store, s -> new ArrayList<>())
              .add((server.cpuMillis() - before) * 1_000 / result.nanos().length);
          if (store.equals("durable")) {
            Load.Result at2000 = load.steady(slice, STEADY_PER_SECOND);
            steady50.add(at2000.millis(0.50));
            steady99.add(at2000.millis(0.99));
          }
        } finally {
          delete(data);
        }
      }
    }
    double base = median(rates.getOrDefault("forgetful", List.of()));
    say("");
    say("%-44s %10s %8s %12s", "accepted list messages", "per second", "ratio", "CPU each");
    for (String store : STORES) {
      double rate = median(rates.getOrDefault(store, List.of()));
      say(
          "%-44s %10.0f %8.2f %9.0f µs",
          name(store), rate, rate / base, median(cpu.getOrDefault(store, List.of())));
    }
    say("goal: durable at least 0.35 of the non-storing rate, and at least 10,000/s");
    say("");
    say(
        "durable, %d a second: p50 %.1f ms, p99 %.1f ms (goal: p99 under 15 ms)",
        STEADY_PER_SECOND, median(steady50), median(steady99));
    say("answers that were not 200: %d", wrong);
  }

  private static String name(String store) {
    return switch (store) {
      case "forgetful" -> "the same server, storing nothing";
      case "durable" -> "durable (group commit, fsync before each 200)";
      default -> "one commit and fsync per message";
    };
  }

  private static List<String> command(String store, Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-Xms96m",
        "-Xmn64m",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.parley.bench.BenchServer",
        store,
        data.toString());
  }

  /// The product as a newcomer starts it: time to the first 200, and memory.
  private void startAndMemory() throws Exception {
    List<Double> fresh = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    double atRest = 0;
    double underLoad = 0;
    double whole = 0;
    for (int round = 0; round < Math.max(3, rounds); round++) {
      Path data = Files.createTempDirectory("parley-bench");
      try {
        fresh.add(firstAnswerMillis(data));
        again.add(firstAnswerMillis(data));
        try (BenchProcess server = serve(data)) {
          firstPost(server.port());
          atRest = server.residentMegabytes();
          Load.Result result = new Load(server.port()).full(slice);
          whole = result.perSecond();
          underLoad = server.residentMegabytes();
        }
      } finally {
        delete(data);
      }
    }
    say("");
    say(
        "./parley to the first 200: new directory %.0f ms, existing one %.0f ms (goal: 700 ms)",
        median(fresh), median(again));
    say(
        "resident: %.0f MB at rest (goal: under 200), %.0f MB after %d s of full load",
        atRest, underLoad, slice.toSeconds());
    say("whole sandbox (each message sent, delivered, shown): %.0f accepts a second", whole);
  }

  private double firstAnswerMillis(Path data) throws Exception {
    long start = System.nanoTime();
    try (BenchProcess server = serve(data)) {
      firstPost(server.port());
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private BenchProcess serve(Path data) throws IOException {
    return BenchProcess.start(
        List.of(launcher.toString(), "serve", "--port", "0", "--data", data.toString()));
  }

  private static void firstPost(int port) throws IOException {
    byte[] body =
        """
        {"messaging_product":"whatsapp","to":"15550100101","type":"text","text":{"body":"Hello"}}\
        """
            .getBytes(StandardCharsets.UTF_8);
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket
          .getOutputStream()
          .write(
              ("POST /messages HTTP/1.1\r\nHost: 127.0.0.1\r\nD360-API-KEY: parley-sandbox\r\n"
                      + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n"
                      + new String(body, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readAllBytes();
      if (!new String(answer, 0, 12, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
        throw new IOException("not a 200: " + new String(answer, StandardCharsets.UTF_8));
      }
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
