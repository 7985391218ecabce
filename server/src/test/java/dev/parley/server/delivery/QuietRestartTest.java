package dev.parley.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.delivery.Bot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// As long as nothing crashes, what a bot has taken is not sent again.
class QuietRestartTest {
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void an_event_is_delivered_once_however_often_the_server_is_restarted(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var answers = new Random(seed + 1_000);
    var taken = new ConcurrentLinkedQueue<String>();
    try (var bot = Bot.start();
        var scene = new Scene(new Limits(4, 3, 20, 3))) {
      bot.answering(arrival -> {
        synchronized (answers) {
          if (answers.nextInt(10) < 3) {
            return Reply.status(503);
          }
        }
        taken.add(arrival.text());
        return Reply.status(200);
      });
      scene.set(bot);
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        told.add("event " + i);
        scene.say("1555010030" + random.nextInt(6), "event " + i);
        switch (random.nextInt(20)) {
          case 0 -> scene.restart();
          case 1 -> scene.clock.advance(Duration.ofSeconds(20));
          default -> {}
        }
      }
      for (int rounds = 0; taken.size() < told.size() && rounds < 1_000; rounds++) {
        scene.settle();
        scene.clock.advance(Duration.ofMinutes(3));
        if (random.nextInt(4) == 0) {
          scene.restart();
        }
      }
      scene.restart();
      scene.settle();
      assertThat(taken).containsExactlyInAnyOrderElementsOf(told);
    }
  }
}
