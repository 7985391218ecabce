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
                List.of(SharedContact.of(Contact.of("Grace", "+1 555 010 0102", "15550100102"))))));
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

  private static final InboundFile PICTURE =
      new InboundFile(
          "600000000000001",
          "image/jpeg",
          "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=",
          "https://lookaside.example/whatsapp?mid=600000000000001");

  private static InboundFile file(String mimeType) {
    return new InboundFile(PICTURE.id(), mimeType, PICTURE.sha256(), null);
  }

  @Test
  void files_are_written_as_they_were_always_written() {
    isGolden("image", InboundMessage.of(new InboundContent.Image(PICTURE, "Olives")));
    isGolden("video", InboundMessage.of(new InboundContent.Video(file("video/mp4"), null)));
    isGolden(
        "audio", InboundMessage.of(new InboundContent.Audio(file("audio/ogg; codecs=opus"), true)));
    isGolden(
        "document",
        InboundMessage.of(
            new InboundContent.Document(file("application/pdf"), "receipt.pdf", "Paid")));
    isGolden("sticker", InboundMessage.of(new InboundContent.Sticker(file("image/webp"), false)));
  }

  @Test
  void forms_and_permissions_are_written_as_they_were_always_written() {
    isGolden(
        "flow-reply",
        reply(
            new InboundContent.FormReply(
                "flow", "Sent", "{\"flow_token\":\"unused\",\"size\":\"L\"}")));
    isGolden(
        "call-permission-reply",
        reply(
            new InboundContent.CallPermissionReply(
                true, AT.plusSeconds(604_800), "user_action", false)));
    isGolden(
        "call-permission-refused",
        reply(new InboundContent.CallPermissionReply(false, null, "user_action", false)));
    isGolden(
        "contact-requested",
        reply(
            new InboundContent.Contacts(
                List.of(
                    SharedContact.requested(
                        Contact.of("Ada", "+1 555 010 0101", "15550100101"))))));
  }

  @Test
  void what_the_network_says_is_written_as_it_was_always_written() {
    isGolden(
        "number-changed",
        InboundMessage.of(
            InboundContent.SystemNote.numberChanged(
                "Ada", new WaId("15550100101"), new WaId("4915550001"))));
    isGolden(
        "user-id-changed",
        InboundMessage.of(
            new InboundContent.SystemNote(
                InboundContent.SystemNote.Kind.USER_CHANGED_USER_ID,
                "The user's id changed",
                null,
                new UserId("US.ada2"),
                null)));
    isGolden("unsupported", InboundMessage.of(InboundContent.Unsupported.of("poll_creation")));
    isGolden("request-welcome", InboundMessage.of(new InboundContent.RequestWelcome()));
    isGolden(
        "edit",
        InboundMessage.of(
            new InboundContent.Edit(
                GOT,
                new InboundMessage(
                    new InboundContent.Text("Hello"),
                    new MessageContext(null, SENT, MessageContext.Forwarded.NOT, null)))));
    isGolden("revoke", InboundMessage.of(new InboundContent.Revoke(GOT)));
  }

  @Test
  void where_a_message_comes_from_is_written_as_it_was_always_written() {
    isGolden(
        "from-an-ad",
        new InboundMessage(
            new InboundContent.Text("Is the offer still on?"),
            null,
            new Referral(
                Referral.SourceType.AD,
                "https://fb.me/olive",
                "120226305854810726",
                "Chat with us",
                "Pizza week",
                new Referral.Media.Image("https://ads.example/pizza.jpg"),
                "Aff-n8ZTODiE79d22KtAwQKj9e",
                "Hi! How can we help?")));
    isGolden(
        "forwarded",
        new InboundMessage(
            new InboundContent.Text("Look at this"),
            new MessageContext(
                "15550100001",
                SENT,
                MessageContext.Forwarded.FREQUENTLY,
                new MessageContext.ReferredProduct("300000000000001", "sku-02"))));
  }

  @Test
  void how_far_a_message_came_is_written_as_it_was_always_written() {
    var free = Status.Pricing.freeService();
    var newest = WebhookVersion.NEWEST;
    isGolden("sent", status(Status.State.SENT, "order 7", free, null), newest);
    isGolden("sent-v23", status(Status.State.SENT, "order 7", free, null), new WebhookVersion(23));
    isGolden("delivered", status(Status.State.DELIVERED, null, free, null), newest);
    isGolden("read", status(Status.State.READ, null, null, null), newest);
    var entry = Status.Pricing.freeEntryPoint();
    isGolden("sent-free-entry", status(Status.State.SENT, null, entry, null), newest);
    var closed =
        ApiError.of(
            ErrorCode.RE_ENGAGEMENT,
            "Message failed to send because more than 24 hours have passed since the customer"
                + " last replied to this number.");
    isGolden("failed", status(Status.State.FAILED, null, null, closed), WebhookVersion.NEWEST);
  }

  @Test
  void what_a_status_carries_is_a_matter_of_the_endpoints_version() {
    var free = Status.Pricing.freeService();
    var entry = Status.Pricing.freeEntryPoint();
    for (int major = WebhookVersion.MAJOR_MIN; major <= WebhookVersion.MAJOR_MAX; major++) {
      var version = new WebhookVersion(major);
      assertThat(written(status(Status.State.SENT, null, free, null), version))
          .as(version.toString())
          .contains("\"pricing\":{\"billable\":false,\"pricing_model\":\"PMP\"")
          .matches(text -> text.contains("\"conversation\"") == version.major() <= 23)
          .matches(text -> text.contains("\"contacts\"") == version.major() >= 24);
      assertThat(written(status(Status.State.DELIVERED, null, entry, null), version))
          .as(version.toString())
          .contains(
              "\"conversation\":{\"id\":\"c0ffee\",\"origin\":{\"type\":\"referral_conversion\"}}");
    }
  }

  @Test
  void a_version_beyond_those_that_live_counts_as_the_nearest() {
    assertThat(WebhookVersion.of("v2.10")).contains(new WebhookVersion(21));
    assertThat(WebhookVersion.of("v23.0")).map(WebhookVersion::major).contains(23);
    assertThat(WebhookVersion.of("v99.0")).contains(WebhookVersion.NEWEST);
    assertThat(WebhookVersion.of("23.0")).isEmpty();
    assertThat(WebhookVersion.of("vv.0")).isEmpty();
  }

  private static String written(Status status, WebhookVersion version) {
    return WebhookEnvelope.reported("200000000000001", OLIVE, CONTACT, status)
        .toJson(version)
        .toString();
  }

  @Test
  void a_parent_account_and_a_checked_key_are_told() {
    var enrolled =
        new Identity(
            new WaId("15550100101"), new UserId("US.ada1"), new UserId("US.ENT.ada1"), null);
    var contact = new WebhookContact("Ada", enrolled, "k3y=");
    var inbound =
        WebhookEnvelope.received(
            "200000000000001",
            OLIVE,
            contact,
            new ReceivedMessage(enrolled, GOT, AT, InboundMessage.text("Hi")));
    assertThat(inbound.toJson().toString())
        .contains("\"user_id\":\"US.ada1\",\"parent_user_id\":\"US.ENT.ada1\"")
        .contains("\"identity_key_hash\":\"k3y=\"")
        .contains("\"from_parent_user_id\":\"US.ENT.ada1\"");
    var status = new Status(SENT, Status.State.READ, AT, enrolled, null, null, null, "k3y=", null);
    assertThat(
            WebhookEnvelope.reported("200000000000001", OLIVE, contact, status).toJson().toString())
        .contains("\"recipient_parent_user_id\":\"US.ENT.ada1\"")
        .contains("\"recipient_identity_key_hash\":\"k3y=\"");
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
    var conversation =
        pricing == null
            ? null
            : new Status.Conversation(
                "c0ffee",
                state == Status.State.SENT ? AT.plusSeconds(86_400) : null,
                pricing.category());
    return new Status(SENT, state, AT, ADA, callbackData, pricing, conversation, null, error);
  }

  private static void isGolden(String name, InboundMessage message) {
    assertThat(received(message).toJson()).as(name).isEqualTo(GoldenFile.read("webhook/" + name));
  }

  private static void isGolden(String name, Status status, WebhookVersion version) {
    var envelope = WebhookEnvelope.reported("200000000000001", OLIVE, CONTACT, status);
    assertThat(envelope.toJson(version)).as(name).isEqualTo(GoldenFile.read("webhook/" + name));
  }
}
