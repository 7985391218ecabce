package dev.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final List<EventBody> ONE_OF_EACH =
      List.of(
          new EventBody.MessageAccepted(
              StoredJson.ofBytes("{\"to\":\"1\"}".getBytes(StandardCharsets.UTF_8))),
          new EventBody.MessageAccepted(
              StoredJson.of(Json.object("to", "1")), StoredJson.of(Json.object("name", "grüße"))),
          new EventBody.MessageAccepted(
              StoredJson.of(Json.object("to", "1")),
              StoredJson.of(Json.object("name", "hi")),
              true),
          new EventBody.StatusReported(
              3, StatusReport.of(Progress.SENT, "order 7", Pricing.freeService())),
          new EventBody.StatusReported(4, StatusReport.of(Progress.READ, null, null)),
          new EventBody.StatusReported(
              5, StatusReport.failed(new Failure(131047, "more than 24 hours"), null)),
          new EventBody.MessageReceived(
              InboundMessage.text("Grüße 🍕"),
              new ShownUser("Ada", Identity.of(new WaId("15550100101"), new UserId("US.a1")))),
          new EventBody.MessageReceived(
              InboundMessage.text("Psst"),
              new ShownUser(
                  "A", new Identity(null, new UserId("US.a1"), new UserId("US.ENT.a1"), "ada.l"))),
          new EventBody.ReadByBusiness(9, true),
          new EventBody.MessageDeleted(9),
          new EventBody.LinkOpened(2, "https://example.com/"),
          new EventBody.ClockMoved(
              Instant.parse("2026-11-24T12:00:00.001Z"), Instant.parse("2026-11-25T12:00:00Z")),
          new EventBody.HandsetChanged("15550100101", Json.object("name", "Ada")),
          new EventBody.HandsetChanged("15550100101", null),
          new EventBody.TemplateChanged("7", "f", Json.object("event", "APPROVED")));

  @Test
  void what_is_written_is_read_again() {
    for (EventBody body : ONE_OF_EACH) {
      assertThat(EventCodec.read(EventCodec.kind(body), EventCodec.payload(body))).isEqualTo(body);
    }
  }

  @Test
  void a_message_that_was_stored_without_its_sender_is_still_read() {
    var stored = "{\"message\":{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}},\"profile\":\"Ada\"}";
    assertThat(EventCodec.read(3, stored.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new EventBody.MessageReceived(InboundMessage.text("Hi"), new ShownUser("Ada", null)));
  }

  @Test
  void every_kind_of_event_is_tried_here() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(EventBody.class.getPermittedSubclasses());
  }

  @Test
  void numbers_on_disk_keep_their_meaning() {
    assertThat(ONE_OF_EACH.stream().map(EventCodec::kind))
        .containsExactly(1, 10, 11, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9);
  }
}
