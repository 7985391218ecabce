package dev.parley.protocol.message;

import static dev.parley.protocol.message.MessageType.ANY;
import static dev.parley.protocol.message.MessageType.interactive;
import static dev.parley.protocol.message.MessageType.items;
import static dev.parley.protocol.message.MessageType.optional;
import static dev.parley.protocol.message.MessageType.optionalItems;
import static dev.parley.protocol.message.MessageType.optionalNumber;
import static dev.parley.protocol.message.MessageType.optionalText;
import static dev.parley.protocol.message.MessageType.required;
import static dev.parley.protocol.message.MessageType.text;
import static dev.parley.protocol.message.MessageType.with;

import dev.parley.protocol.message.MessageType.Field;
import dev.parley.protocol.message.MessageType.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The interactive kinds of `MessageTypes`; those of trade are in `CommerceTypes`.
final class InteractiveTypes {
  private InteractiveTypes() {}

  static final String ACTION = "interactive.action.";
  static final String PARAMETERS = ACTION + "parameters.";

  static final List<Integer> MEDIA = with(ANY, 131053);

  private static final String ANY_HEADER =
      "`text` (at most %d characters), `image`, `video` or `document`"
          .formatted(Header.Title.TEXT_MAX_CHARS);

  static List<MessageType> all() {
    return Stream.of(
            choices(),
            CommerceTypes.products(),
            forms(),
            CommerceTypes.orders(),
            calls(),
            List.of(carousel()))
        .flatMap(List::stream)
        .toList();
  }

  /// Header, body and footer.
  static List<Field> frame(Field header) {
    return frame(header, Interactive.BODY_MAX_CHARS);
  }

  static List<Field> frame(Field header, int bodyMaxChars) {
    return List.of(
        header,
        text("interactive.body.text", bodyMaxChars),
        optionalText("interactive.footer.text", Interactive.FOOTER_MAX_CHARS));
  }

  static Field anyHeader() {
    return optional("interactive.header", ANY_HEADER);
  }

  static Field noHeader() {
    return optional("interactive.header", "not allowed");
  }

  static Field title(boolean required) {
    return new Field(
        "interactive.header.text",
        required,
        new Limit.Chars(Header.Title.TEXT_MAX_CHARS, "text only"));
  }

  /// Neither header nor footer.
  private static List<Field> bodyOnly() {
    return List.of(
        optional("interactive.header", "not allowed"),
        text("interactive.body.text", Interactive.BODY_MAX_CHARS),
        optional("interactive.footer", "not allowed"));
  }

  private static List<MessageType> choices() {
    return List.of(
        interactive(
            ListMessage.class,
            "list",
            "a row: `list_reply`",
            List.of(),
            ANY,
            frame(title(false), ListMessage.BODY_MAX_CHARS),
            text(ACTION + "button", ListMessage.BUTTON_MAX_CHARS),
            items(
                ACTION + "sections",
                1,
                ListMessage.SECTIONS_MAX,
                "%d rows in all".formatted(ListMessage.ROWS_MAX)),
            optionalText(
                ACTION + "sections[].title",
                ListMessage.Section.TITLE_MAX_CHARS,
                "required with several sections, strictly always"),
            text(ACTION + "sections[].rows[].id", ListMessage.Row.ID_MAX_CHARS, "unique"),
            text(ACTION + "sections[].rows[].title", ListMessage.Row.TITLE_MAX_CHARS),
            optionalText(
                ACTION + "sections[].rows[].description", ListMessage.Row.DESCRIPTION_MAX_CHARS)),
        interactive(
            ButtonMessage.class,
            "button",
            "a button: `button_reply`",
            List.of(),
            MEDIA,
            frame(anyHeader()),
            items(ACTION + "buttons", 1, ButtonMessage.BUTTONS_MAX, ""),
            text(ACTION + "buttons[].reply.id", ButtonMessage.Button.ID_MAX_CHARS, "unique"),
            text(ACTION + "buttons[].reply.title", ButtonMessage.Button.TITLE_MAX_CHARS, "unique")),
        interactive(
            CtaUrl.class,
            "cta-url",
            "opens the link; no webhook",
            List.of(),
            MEDIA,
            frame(anyHeader()),
            text(PARAMETERS + "display_text", CtaUrl.DISPLAY_TEXT_MAX_CHARS),
            text(PARAMETERS + "url", CtaUrl.URL_MAX_CHARS, "http or https, its host a name")),
        interactive(
            LocationRequest.class,
            "location-request",
            "a location",
            List.of(),
            ANY,
            bodyOnly(),
            name(LocationRequest.ACTION_NAME)));
  }

  static Field name(String word) {
    return required(ACTION + "name", "`" + word + "`");
  }

  private static List<MessageType> forms() {
    return List.of(
        interactive(
            FlowMessage.class,
            "flow-by-id",
            "`nfm_reply` named `flow`",
            List.of(132068, 132069),
            MEDIA,
            frame(anyHeader()),
            name(FlowMessage.ACTION_NAME),
            required(PARAMETERS + "flow_message_version", "`" + FlowMessage.MESSAGE_VERSION + "`"),
            optionalText(
                PARAMETERS + "flow_id", FlowMessage.NAME_MAX_CHARS, "or `flow_name`, exactly one"),
            text(PARAMETERS + "flow_cta", FlowMessage.CTA_MAX_CHARS),
            optional(
                PARAMETERS + "mode",
                MessageTypes.words(
                        Arrays.stream(FlowMessage.Mode.values()).map(FlowMessage.Mode::wire))
                    + "; the first by default"),
            optional(
                PARAMETERS + "flow_token",
                "any text; `" + FlowMessage.UNUSED_TOKEN + "` by default"),
            optional(
                PARAMETERS + "flow_action",
                MessageTypes.words(
                        Arrays.stream(FlowMessage.Opening.values()).map(FlowMessage.Opening::wire))
                    + "; the first by default"),
            optional(
                PARAMETERS + "flow_action_payload",
                "with `navigate` only: `screen`, and `data` with something in it")),
        interactive(
            AddressMessage.class,
            "address-message",
            "`nfm_reply` named `address_message`",
            List.of(),
            ANY,
            frame(anyHeader()),
            name(AddressMessage.ACTION_NAME),
            required(
                PARAMETERS + "country",
                MessageTypes.words(AddressMessage.FIELDS.keySet().stream().sorted())
                    + "; strictly `%s` only".formatted(AddressMessage.INDIA)),
            optional(PARAMETERS + "values", "texts; " + addressFields()),
            optionalText(
                PARAMETERS + "values.in_pin_code",
                AddressMessage.POSTAL_CODE_MAX_CHARS,
                "likewise `sg_post_code`"),
            optionalText(PARAMETERS + "saved_addresses[].id", AddressMessage.SAVED_ID_MAX_CHARS),
            optional(PARAMETERS + "saved_addresses[].value", "as `values`"),
            optional(PARAMETERS + "validation_errors", "texts by field")),
        interactive(
            ContactInfoRequest.class,
            "request-contact-info",
            "`contacts` with the own number",
            List.of(),
            ANY,
            bodyOnly(),
            name(ContactInfoRequest.ACTION_NAME)));
  }

  private static String addressFields() {
    return AddressMessage.FIELDS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            "fields of `%s`: %s"
                .formatted(entry.getKey(), MessageTypes.words(entry.getValue().stream())))
        .collect(Collectors.joining("; "));
  }

  private static List<MessageType> calls() {
    return List.of(
        interactive(
            VoiceCall.class,
            "voice-call",
            "is shown",
            List.of(),
            MEDIA,
            frame(anyHeader()),
            name(VoiceCall.ACTION_NAME),
            optionalText(
                PARAMETERS + "display_text",
                VoiceCall.DISPLAY_TEXT_MAX_CHARS,
                "`" + VoiceCall.DISPLAY_TEXT + "` by default"),
            optionalNumber(
                PARAMETERS + "ttl_minutes", VoiceCall.TTL_MINUTES_MIN, VoiceCall.TTL_MINUTES_MAX),
            optionalText(PARAMETERS + "payload", VoiceCall.PAYLOAD_MAX_CHARS)),
        interactive(
            CallPermissionRequest.class,
            "call-permission-request",
            "`call_permission_reply`",
            List.of(),
            ANY,
            List.of(
                optional("interactive.header", "not allowed"),
                optionalText("interactive.body.text", Interactive.BODY_MAX_CHARS),
                optional("interactive.footer", "not allowed")),
            name(CallPermissionRequest.ACTION_NAME)));
  }

  private static MessageType carousel() {
    var fields = new ArrayList<>(bodyOnly());
    fields.add(items(ACTION + "cards", Carousel.CARDS_MIN, Carousel.CARDS_MAX, "all of one make"));
    fields.add(optionalNumber(ACTION + "cards[].card_index", 0, Carousel.CARDS_MAX - 1));
    fields.add(optional(ACTION + "cards[].type", "`cta_url`, `quick_reply`, `product`"));
    fields.add(required(ACTION + "cards[].header", "`image` or `video`, on all cards the same"));
    fields.add(
        optionalText(
            ACTION + "cards[].body.text",
            Carousel.MediaCard.BODY_MAX_CHARS,
            "and %d line breaks".formatted(Carousel.MediaCard.BODY_LINE_BREAKS_MAX)));
    fields.add(
        optionalItems(
            ACTION + "cards[].action.buttons",
            1,
            Carousel.Action.QuickReplies.BUTTONS_MAX,
            "on all cards as many; or `name`, `parameters` as in `cta_url`"));
    fields.add(
        text(
            ACTION + "cards[].action.buttons[].quick_reply.id", ButtonMessage.Button.ID_MAX_CHARS));
    fields.add(
        text(
            ACTION + "cards[].action.buttons[].quick_reply.title",
            ButtonMessage.Button.TITLE_MAX_CHARS));
    fields.add(
        optional(
            ACTION + "cards[].action.catalog_id",
            "of a product, with `product_retailer_id`; on all cards the same"));
    return new MessageType(
        Carousel.class,
        "carousel-quick-replies",
        "a quick reply, or a cart: `order`",
        List.of(),
        MEDIA,
        fields);
  }
}
