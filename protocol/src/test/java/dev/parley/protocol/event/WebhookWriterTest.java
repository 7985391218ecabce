package dev.parley.protocol.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.protocol.GoldenFile;
import dev.parley.protocol.MetaOpenApi;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.message.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookWriterTest {

  private static final Optional<MetaOpenApi> META = MetaOpenApi.load();
  private static final Instant AT = Instant.ofEpochSecond(1_790_000_000L, 123_000_000);
  private static final Wamid SENT =
      new Wamid("wamid.HBgLMTU1NTAxMDAxMDEVAgARGBJGNDI1QTc0RjAwMTEyMjMzQUIA");
  private static final Wamid GOT =
      new Wamid("wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDBGRgA=");
  private static final Identity ADA =
      new Identity(new WaId("15550100101"), new UserId("US.ada1"), null);
  private static final WebhookContact CONTACT = new WebhookContact("Ada", ADA);
  private static final Metadata OLIVE = Metadata.of("+1 555 010 0001", "100000000000001");
  private static final MessageContext REPLY = MessageContext.replyTo("15550100001", SENT);

  @Test
  void what_a_user_says_is_written_as_it_was_always_written() {
    isGolden("text", InboundMessage.text("Hi 🫒"));
    isGolden(
        "list-reply",
        reply(new InboundContent.ListReply("p-1", "Margherita", "Tomato, mozzarella, basil")));
    isGolden("button-reply", reply(new InboundContent.ButtonReply("yes", "✅ Yes")));
    isGolden("template-button", reply(new InboundContent.TemplateButton("later", "Later")));
    isGolden(
        "location",
        reply(new InboundContent.Location(47.3769, 8.5417, "Home", "Leaf Street 2", null)));
    isGolden("reaction", InboundMessage.of(new InboundContent.Reaction(SENT, "🍕")));
    isGolden("reaction-removed", InboundMessage.of(new InboundContent.Reaction(SENT, null)));
    var item = new InboundContent.Order.Item("sku-01", 2, new BigDecimal("12.5"), "USD");
    isGolden(
        "order",
        reply(new InboundContent.Order("300000000000001", "No onions, please", List.of(item))));
    isGolden(
        "contacts",
        InboundMessage.of(
            new InboundContent.Contacts(
                List.of(Contact.of("Grace", "+1 555 010 0102", "15550100102")))));
    isGolden(
        "product-question",
        new InboundMessage(
            new InboundContent.Text("Is it vegan?"),
            new MessageContext(
                "15550100001",
                SENT,
                MessageContext.Forwarded.NOT,
                new MessageContext.ReferredProduct("300000000000001", "sku-02"))));
  }

  @Test
  void how_far_a_message_came_is_written_as_it_was_always_written() {
    var free = Status.Pricing.freeService();
    isGolden("sent", status(Status.State.SENT, "order 7", free, null), WebhookVersion.NEWEST);
    isGolden("sent-v23", status(Status.State.SENT, "order 7", free, null), new WebhookVersion(23));
    isGolden("delivered", status(Status.State.DELIVERED, null, free, null), WebhookVersion.NEWEST);
    isGolden("read", status(Status.State.READ, null, null, null), WebhookVersion.NEWEST);
    var closed =
        ApiError.of(
            ErrorCode.RE_ENGAGEMENT,
            "Message failed to send because more than 24 hours have passed since the customer"
                + " last replied to this number.");
    isGolden("failed", status(Status.State.FAILED, null, null, closed), WebhookVersion.NEWEST);
  }

  @Test
  void a_user_without_a_known_number_has_an_id_only() {
    var hidden = new Identity(null, new UserId("US.ada1"), "ada");
    var written =
        WebhookEnvelope.received(
                "200000000000001",
                OLIVE,
                new WebhookContact("Ada", hidden),
                new ReceivedMessage(hidden, GOT, AT, InboundMessage.text("Hi")))
            .toJson()
            .toString();
    assertThat(written)
        .contains("{\"profile\":{\"name\":\"Ada\",\"username\":\"ada\"},\"user_id\":\"US.ada1\"}")
        .contains("\"from_user_id\"")
        .doesNotContain("wa_id", "\"from\"");
  }

  @Test
  void a_status_fails_with_an_error_and_only_then() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> status(Status.State.FAILED, null, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> status(Status.State.READ, null, null, ApiError.of(ErrorCode.API_SERVICE, "x")));
  }

  static java.util.stream.Stream<String> webhooks() {
    return GoldenFile.names("webhook");
  }

  @ParameterizedTest
  @MethodSource("webhooks")
  void a_webhook_is_one_of_metas(String name) {
    assumeTrue(META.isPresent(), "no shared folder");
    var webhook = GoldenFile.read(name).toString();
    assertThat(META.orElseThrow().problems("WebhookPayload", webhook)).isEmpty();
  }

  @Provide
  Arbitrary<InboundMessage> messages() {
    return InboundMessages.any();
  }

  @Property(tries = 200)
  void every_webhook_that_we_write_is_one_of_metas(@ForAll("messages") InboundMessage message) {
    if (META.isPresent() && !isTapWithoutContext(message)) {
      var webhook = received(message).toJson().toString();
      assertThat(META.get().problems("WebhookPayload", webhook)).as(webhook).isEmpty();
    }
  }

  /// A tap always answers a message, which its context names.
  private static boolean isTapWithoutContext(InboundMessage message) {
    var context = message.context();
    boolean complete = context != null && context.from() != null && context.id() != null;
    return !complete
        && (message.content().type().equals("interactive")
            || message.content().type().equals("button"));
  }

  private static InboundMessage reply(InboundContent content) {
    return new InboundMessage(content, REPLY);
  }

  private static WebhookEnvelope received(InboundMessage message) {
    return WebhookEnvelope.received(
        "200000000000001", OLIVE, CONTACT, new ReceivedMessage(ADA, GOT, AT, message));
  }

  private static Status status(
      Status.State state,
      @Nullable String callbackData,
      Status.@Nullable Pricing pricing,
      @Nullable ApiError error) {
    var conversation = new Status.Conversation("c0ffee", AT.plusSeconds(86_400), "service");
    return new Status(SENT, state, AT, ADA, callbackData, pricing, conversation, error);
  }

  private static void isGolden(String name, InboundMessage message) {
    assertThat(received(message).toJson()).as(name).isEqualTo(GoldenFile.read("webhook/" + name));
  }

  private static void isGolden(String name, Status status, WebhookVersion version) {
    var envelope = WebhookEnvelope.reported("200000000000001", OLIVE, CONTACT, status);
    assertThat(envelope.toJson(version)).as(name).isEqualTo(GoldenFile.read("webhook/" + name));
  }
}
