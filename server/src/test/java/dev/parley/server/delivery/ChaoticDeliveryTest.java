package dev.parley.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.delivery.Bot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bots that answer by chance, and a delivery that is stopped or killed by chance.
class ChaoticDeliveryTest {
  private static final int CHATS = 8;
  private static final int EVENTS = 160;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void every_event_arrives_and_each_chat_in_order(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var answers = new Random(seed + 1_000);
    Set<String> delivered = ConcurrentHashMap.newKeySet();
    try (var bot = Bot.start();
        var scene =
            new Scene(
                new Limits(4, 1 + random.nextInt(CHATS), 1 + random.nextInt(40), 3),
                RetrySchedule.jittered(new Random(seed)))) {
      bot.answering(arrival -> {
        int chance;
        synchronized (answers) {
          chance = answers.nextInt(10);
        }
        if (chance < 6) {
          delivered.add(arrival.text());
          return Reply.status(200);
        }
        return chance < 8 ? Reply.status(500) : Reply.hangUp();
      });
      scene.set(bot);
      List<List<String>> told = new ArrayList<>();
      for (int chat = 0; chat < CHATS; chat++) {
        told.add(new ArrayList<>());
      }
      for (int i = 0; i < EVENTS; i++) {
        int chat = random.nextInt(CHATS);
        told.get(chat).add("event " + i);
        scene.say(user(chat), "event " + i);
        disturb(scene, random.nextInt(40));
      }
      int rounds = 0;
      while (delivered.size() < EVENTS && rounds++ < 2_000) {
        scene.settle();
        scene.clock.advance(Duration.ofMinutes(3));
        disturb(scene, random.nextInt(40));
      }
      scene.settle();
      for (int chat = 0; chat < CHATS; chat++) {
        assertThat(new LinkedHashSet<>(bot.textsFrom(user(chat))))
            .as("first arrivals of chat %d, seed %d", chat, seed)
            .containsExactlyElementsOf(told.get(chat));
      }
      assertThat(delivered).hasSize(EVENTS);
    }
  }

  private static void disturb(Scene scene, int chance) {
    switch (chance) {
      case 0 -> scene.crash();
      case 1 -> scene.restart();
      case 2, 3 -> scene.clock.advance(Duration.ofSeconds(20));
      default -> {}
    }
  }

  private static String user(int chat) {
    return "1555010030" + chat;
  }
}
