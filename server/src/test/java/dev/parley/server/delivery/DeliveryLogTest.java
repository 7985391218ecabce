package dev.parley.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journal.StreamId;
import dev.parley.protocol.json.JsonArray;
import dev.parley.server.delivery.DeliveryEntry.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryLogTest {
  private final DeliveryLog log = new DeliveryLog();

  @Test
  void an_attempt_is_written_as_the_page_reads_it() {
    Instant at = Instant.parse("2026-11-24T18:42:15.123Z");
    var entry =
        new DeliveryEntry(
            "number:100000000000001",
            URI.create("http://localhost:3000/webhook"),
            "100000000000001",
            "15550100101",
            new StreamId(1),
            18,
            1,
            null,
            "connection refused",
            Duration.ofNanos(9_240_000),
            at,
            at.plusSeconds(5),
            State.RETRYING);
    assertThat(entry.toJson())
        .hasToString(
            "{\"endpoint\":\"number:100000000000001\",\"name\":\"bot\","
                + "\"url\":\"http://localhost:3000/webhook\",\"number\":\"100000000000001\","
                + "\"chat\":\"15550100101\",\"stream\":1,\"seq\":18,\"attempt\":1,\"status\":null,"
                + "\"error\":\"connection refused\",\"ms\":9.2,\"at\":\"2026-11-24T18:42:15.123Z\","
                + "\"next_at\":\"2026-11-24T18:42:20.123Z\",\"state\":\"retrying\"}");
  }

  @Test
  void the_oldest_is_forgotten_and_listeners_hear_all() {
    List<Long> heard = new ArrayList<>();
    log.onEntry(entry -> heard.add(entry.seq()));
    for (int i = 1; i <= DeliveryLog.ENTRIES_MAX + 10; i++) {
      log.add(entry(i, "15550100101"));
    }
    assertThat(log.entries()).hasSize(DeliveryLog.ENTRIES_MAX);
    assertThat(log.entries().getFirst().seq()).isEqualTo(11);
    assertThat(heard).hasSize(DeliveryLog.ENTRIES_MAX + 10);
  }

  @Test
  void it_is_shown_by_number_and_chat() {
    log.add(entry(1, "15550100101"));
    log.add(entry(2, "15550100102"));
    assertThat(shown("100000000000001", "15550100102")).isEqualTo(1);
    assertThat(shown("100000000000001", null)).isEqualTo(2);
    assertThat(shown("100000000000002", null)).isZero();
  }

  private int shown(String number, @Nullable String chat) {
    return ((JsonArray) Objects.requireNonNull(log.toJson(number, chat).get("deliveries")))
        .items()
        .size();
  }

  private static DeliveryEntry entry(long seq, String chat) {
    return new DeliveryEntry(
        "number:100000000000001",
        URI.create("http://localhost:3000/webhook"),
        "100000000000001",
        chat,
        new StreamId(1),
        seq,
        1,
        200,
        null,
        Duration.ZERO,
        Instant.EPOCH,
        null,
        State.DELIVERED);
  }
}
