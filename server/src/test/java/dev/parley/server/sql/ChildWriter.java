package dev.parley.server.sql;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.WaId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that accepts messages and prints the seq of each as soon as it is
/// acknowledged, until it is killed, has enough, or its disk fails.
final class ChildWriter {
  private static final int CHATS_PER_CALLER = 3;

  private ChildWriter() {}

  /// Starts it.
  ///
  /// @param wrapper what runs the Java command, e.g. `strace`; may be empty
  /// @param messages how many each caller writes
  static Process start(List<String> wrapper, Path directory, int callers, int messages)
      throws IOException {
    var command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ChildWriter.class.getName(),
            directory.toString(),
            Integer.toString(callers),
            Integer.toString(messages)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  static BufferedReader output(Process child) {
    return child.inputReader(StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws InterruptedException {
    int callers = Integer.parseInt(arguments[1]);
    int messages = Integer.parseInt(arguments[2]);
    var store =
        SqliteStore.open(
            Path.of(arguments[0]),
            Sync.FULL,
            InstantSource.system(),
            broken -> say("told " + broken.getMessage()));
    StreamId stream = store.openStream(StreamInfo.Kind.NUMBER, "100000000000001");
    say("open");
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < callers; i++) {
      int caller = i;
      threads.add(Thread.ofVirtual().start(() -> accept(store, stream, caller, messages)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    say("end");
    store.close();
  }

  private static void accept(Store store, StreamId stream, int caller, int messages) {
    try {
      for (int i = 0; i < messages; i++) {
        var user = new WaId("1555010" + (1_000 + caller * CHATS_PER_CALLER + i % CHATS_PER_CALLER));
        StoredMessage accepted =
            store.write(
                stream,
                tx ->
                    new Ledger(tx)
                        .accept(
                            Identity.of(user),
                            StoredMessage.Kind.PLAIN,
                            StoreContract.text("x".repeat(1_200))));
        say(Long.toString(accepted.seq()));
      }
    } catch (Store.StoreBroken broken) {
      say("broken " + broken.getMessage());
    }
  }

  /// One whole line, at once.
  private static void say(String line) {
    synchronized (ChildWriter.class) {
      System.out.print(line + "\n");
      System.out.flush();
    }
  }
}
