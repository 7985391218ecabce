package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Event;
import dev.parley.journal.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, whatever happens to the process or its disk.
class SqliteDurabilityTest {
  private static final int KILLS = 4;
  private static final int CALLERS = 16;
  private static final int FOR_EVER = Integer.MAX_VALUE;

  @TempDir private Path directory = Path.of("");

  @Test
  void nothing_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    Set<Long> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int enough = acknowledged.size() + 1 + random.nextInt(1_500);
      Process child = ChildWriter.start(List.of(), directory, CALLERS, FOR_EVER);
      try (var output = ChildWriter.output(child)) {
        for (String line; (line = output.readLine()) != null; ) {
          note(line, acknowledged);
          if (acknowledged.size() == enough) {
            // SIGKILL; what it had said before is still read.
            child.destroyForcibly();
          }
        }
      } catch (IOException closed) {
        // The pipe ends with the process.
      }
      assertThat(child.waitFor()).isEqualTo(128 + 9);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
      assertWhole(acknowledged);
    }
  }

  private static void note(String line, Set<Long> acknowledged) {
    if (line.matches("\\d+")) {
      assertThat(acknowledged.add(Long.parseLong(line))).as("given twice: %s", line).isTrue();
    }
  }

  /// All that was acknowledged is there, no seq is missing, and the views fit the events.
  private void assertWhole(Set<Long> acknowledged) {
    var stream = new StreamId(1);
    try (var store = SqliteStore.open(directory, Sync.FULL, InstantSource.system(), broken -> {})) {
      store.read(view -> {
        List<Event> events = view.events(stream, 0, 1_000_000);
        assertThat(events)
            .extracting(Event::seq)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, view.lastSeq(stream)).boxed().toList());
        assertThat(acknowledged).allMatch(seq -> seq <= events.size());
        assertViewsFit(view, events);
        return true;
      });
    }
  }

  private static void assertViewsFit(View view, List<Event> events) {
    var newest = new HashMap<ChatId, Long>();
    for (Event event : events) {
      StoredMessage message = view.message(event.stream(), event.seq()).orElseThrow();
      ChatId chat = event.chat();
      assertThat(chat).isEqualTo(message.chat());
      assertThat(message.previous()).isEqualTo(newest.getOrDefault(message.chat(), 0L));
      newest.put(message.chat(), event.seq());
    }
    newest.forEach((chat, seq) ->
        assertThat(view.chat(new StreamId(1), chat)).map(Chat::lastMessage).contains(seq));
  }

  @Test
  void every_commit_waits_for_the_disk() throws Exception {
    assumeTrue(canTrace(), "strace is missing or not allowed");
    int messages = 100;
    Path trace = directory.resolve("trace");
    Process child =
        ChildWriter.start(
            List.of("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", trace.toString()),
            directory,
            1,
            messages);
    try (var output = ChildWriter.output(child)) {
      assertThat(output.lines().filter(line -> line.matches("\\d+"))).hasSize(messages);
    }
    assertThat(child.waitFor()).isZero();
    try (var lines = Files.lines(trace)) {
      // A call that another thread interrupts is two lines, the second of them "resumed".
      assertThat(lines.filter(line -> line.contains("sync(")).count())
          .isGreaterThanOrEqualTo(messages);
    }
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Test
  void a_full_disk_breaks_the_store_and_keeps_what_was_acknowledged() throws Exception {
    // The system refuses to let a file grow beyond so many blocks, as a full disk would.
    var small = List.of("/bin/sh", "-c", "ulimit -f 4000; exec \"$@\"", "sh");
    Process child = ChildWriter.start(small, directory, CALLERS, FOR_EVER);
    Set<Long> acknowledged = new HashSet<>();
    List<String> lines;
    try (var output = ChildWriter.output(child)) {
      lines = output.lines().toList();
    }
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    lines.forEach(line -> note(line, acknowledged));
    assertThat(acknowledged).isNotEmpty();
    assertThat(lines.stream().filter(line -> line.startsWith("broken ")))
        .as("each caller is told")
        .hasSize(CALLERS)
        .allSatisfy(line ->
            assertThat(line)
                .contains(directory.resolve(SqliteStore.FILE).toString())
                .contains("failed")
                .contains("Nothing more is accepted"));
    assertThat(lines.stream().filter(line -> line.startsWith("told "))).hasSize(1);
    assertWhole(acknowledged);
  }

  @Test
  void two_processes_cannot_use_one_directory() throws Exception {
    Process child = ChildWriter.start(List.of(), directory, 1, FOR_EVER);
    try (var output = ChildWriter.output(child)) {
      assertThat(output.readLine()).isEqualTo("open");
      assertThat(
              catchThrowable(() ->
                  SqliteStore.open(directory, Sync.FULL, InstantSource.system(), broken -> {})))
          .isInstanceOf(DirectoryInUse.class)
          .hasMessageContaining("process " + child.pid());
    } finally {
      child.destroyForcibly();
    }
    child.waitFor();
    Store store = SqliteStore.open(directory, Sync.FULL, InstantSource.system(), broken -> {});
    store.close();
  }
}
