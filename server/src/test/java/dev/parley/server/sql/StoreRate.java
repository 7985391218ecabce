package dev.parley.server.sql;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.StoredJson;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.WaId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// Prints how many messages a second the store accepts: 64 callers on virtual threads, list
/// messages of 1.2 KB, group commit against one commit per message, in turns. Read the ratio; the
/// rates are the machine's.
///
/// Arguments: seconds per round, rounds, chats per stream, directory. All may be left out. Each
/// message goes to the next chat, which is the worst that can happen to the pages of chats.
final class StoreRate {
  private static final int CALLERS = 64;
  private static final int CHATS = 2_000;
  private static final int STREAMS = 4;
  private static final int PAYLOAD_BYTES = 1_200;

  private final Store store;
  private final StreamId[] streams = new StreamId[STREAMS];
  private final StoredJson payload = payload();
  private final int chats;

  private StoreRate(Store store, int chats) {
    this.store = store;
    this.chats = chats;
    for (int i = 0; i < STREAMS; i++) {
      streams[i] = store.openStream(StreamInfo.Kind.NUMBER, "number-" + i);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    int chats = arguments.length > 2 ? Integer.parseInt(arguments[2]) : CHATS;
    Path parent = arguments.length > 3 ? Path.of(arguments[3]) : Path.of("").toAbsolutePath();
    for (int round = 0; round < rounds; round++) {
      for (Sync sync : new Sync[] {Sync.PER_MESSAGE, Sync.FULL}) {
        Path directory = Files.createTempDirectory(parent, "parley-rate-");
        try (var store = SqliteStore.open(directory, sync, InstantSource.system(), broken -> {})) {
          System.out.println(sync + "  " + new StoreRate(store, chats).run(seconds));
        }
        try (var files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private String run(double seconds) throws InterruptedException {
    round(1);
    long cpu = cpuNanos();
    long[] micros = round(seconds);
    double used = (cpuNanos() - cpu) / 1e3 / micros.length;
    Arrays.sort(micros);
    return String.format(
        Locale.ROOT,
        "%,9.0f accepts/s   p50 %5.2f ms   p99 %6.2f ms   longest %6.1f ms   %5.1f µs CPU each",
        micros.length / seconds,
        micros[micros.length / 2] / 1e3,
        micros[(int) (micros.length * 0.99)] / 1e3,
        micros[micros.length - 1] / 1e3,
        used);
  }

  /// How long each accept took, in microseconds.
  private long[] round(double seconds) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    var times = new long[CALLERS][];
    var done = new CountDownLatch(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      Thread.ofVirtual()
          .start(() -> {
            times[caller] = accept(caller, end);
            done.countDown();
          });
    }
    done.await();
    return Arrays.stream(times).flatMapToLong(Arrays::stream).toArray();
  }

  private long[] accept(int caller, long end) {
    var micros = new long[1 << 12];
    int size = 0;
    for (long start; (start = System.nanoTime()) < end; ) {
      long nth = caller / STREAMS + (long) size * CALLERS / STREAMS;
      var user = Identity.of(new WaId("15550" + (100_000 + nth % chats)));
      store.write(
          streams[caller % STREAMS],
          tx -> new Ledger(tx).accept(user, StoredMessage.Kind.PLAIN, payload));
      if (size == micros.length) {
        micros = Arrays.copyOf(micros, size * 2);
      }
      micros[size++] = (System.nanoTime() - start) / 1_000;
    }
    return Arrays.copyOf(micros, size);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static StoredJson payload() {
    String text = "{\"type\":\"interactive\",\"text\":\"" + "x".repeat(PAYLOAD_BYTES - 34) + "\"}";
    return StoredJson.ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
