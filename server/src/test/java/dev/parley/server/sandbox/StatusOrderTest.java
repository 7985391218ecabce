package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.Progress;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.server.sandbox.Scene.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// Whatever a user does with his phone, no status goes backwards, none comes twice, and within the
/// chat each step keeps the order of the messages.
class StatusOrderTest {
  enum Step {
    SEND,
    SEND_TEMPLATE,
    GO_OFFLINE,
    COME_BACK,
    READ_OLDEST,
    READ_NEWEST,
    RECEIPTS_OFF,
    RECEIPTS_ON,
    AUTO_READ,
    BLOCK,
    UNBLOCK,
    WRITE,
    A_DAY_LATER
  }

  @Property(tries = 60)
  void statuses_only_go_forward(@ForAll @Size(max = 40) List<Step> steps) {
    try (var scene = new Scene()) {
      var sent = new ArrayList<Sent>();
      steps.forEach(step -> take(scene, sent, step));
      scene.change(ADA, "{\"online\":true}");

      Map<Long, Progress> progress = new HashMap<>();
      Map<Progress, Long> newest = new HashMap<>();
      for (Event event : scene.events(scene.number)) {
        if (event.body() instanceof StatusReported(long message, var report)) {
          Progress before = progress.put(message, report.progress());
          assertThat(before == null || before.mayBecome(report.progress()))
              .as("%s after %s of message %d", report.progress(), before, message)
              .isTrue();
          Long earlier = newest.put(report.progress(), message);
          assertThat(earlier == null || earlier < message)
              .as("%s of %d after that of %d", report.progress(), message, earlier)
              .isTrue();
        }
      }
      assertThat(progress.values()).doesNotContain(Progress.SENT);
      assertThat(progress).hasSize(sent.size());
    }
  }

  private static void take(Scene scene, List<Sent> sent, Step step) {
    switch (step) {
      case SEND -> sent.add(scene.send(ADA, text("hi")));
      case SEND_TEMPLATE -> sent.add(scene.send(ADA, Scene.template()));
      case GO_OFFLINE -> scene.change(ADA, "{\"online\":false}");
      case COME_BACK -> scene.change(ADA, "{\"online\":true}");
      case READ_OLDEST -> sent.stream().findFirst().ifPresent(each -> read(scene, each));
      case READ_NEWEST -> sent.reversed().stream().findFirst().ifPresent(each -> read(scene, each));
      case RECEIPTS_OFF -> scene.change(ADA, "{\"read_receipts\":false}");
      case RECEIPTS_ON -> scene.change(ADA, "{\"read_receipts\":true}");
      case AUTO_READ -> scene.change(ADA, "{\"auto_read\":true}");
      case BLOCK -> scene.change(ADA, "{\"blocked\":[\"100000000000001\"]}");
      case UNBLOCK -> scene.change(ADA, "{\"blocked\":[]}");
      case WRITE -> scene.chat(ADA).write(Scene.said("hello"));
      case A_DAY_LATER -> scene.later(Duration.ofHours(24));
    }
  }

  private static void read(Scene scene, Sent message) {
    scene.chat(ADA).read(message.id());
  }
}
