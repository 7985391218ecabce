package dev.parley.protocol.message;

import static dev.parley.protocol.message.MessageType.ANY;
import static dev.parley.protocol.message.MessageType.items;
import static dev.parley.protocol.message.MessageType.number;
import static dev.parley.protocol.message.MessageType.optional;
import static dev.parley.protocol.message.MessageType.optionalNumber;
import static dev.parley.protocol.message.MessageType.optionalText;
import static dev.parley.protocol.message.MessageType.required;
import static dev.parley.protocol.message.MessageType.text;
import static dev.parley.protocol.message.MessageType.type;
import static dev.parley.protocol.message.MessageType.with;

import dev.parley.protocol.message.MessageType.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All types of messages that a business sends but the interactive ones, which are in
/// `InteractiveTypes`; in the order of the page.
final class MessageTypes {
  private MessageTypes() {}

  private static final List<Integer> MEDIA = with(ANY, 131053);

  static List<MessageType> all() {
    return Stream.of(plain(), InteractiveTypes.all(), List.of(template()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<MessageType> plain() {
    return List.of(
        type(
            Text.class,
            "text",
            "any message",
            List.of(),
            ANY,
            text("text.body", Text.BODY_MAX_CHARS),
            optional("text.preview_url", "true or false (default)")),
        type(
            Image.class,
            "image",
            "any message",
            List.of(),
            MEDIA,
            source("image"),
            optionalText("image.caption", MediaMessage.CAPTION_MAX_CHARS)),
        type(
            Video.class,
            "video",
            "any message",
            List.of(),
            MEDIA,
            source("video"),
            optionalText("video.caption", MediaMessage.CAPTION_MAX_CHARS)),
        type(
            Audio.class,
            "audio-voice",
            "any message; a voice message can be played",
            List.of(),
            MEDIA,
            source("audio"),
            optional("audio.voice", "true makes a voice message; no caption")),
        type(
            Document.class,
            "document",
            "any message",
            List.of(),
            MEDIA,
            source("document"),
            optionalText("document.caption", MediaMessage.CAPTION_MAX_CHARS),
            optionalText("document.filename", Document.FILENAME_MAX_CHARS)),
        type(
            Sticker.class,
            "sticker",
            "any message; no caption",
            List.of(),
            MEDIA,
            source("sticker")),
        type(
            Location.class,
            "location",
            "any message",
            List.of(),
            ANY,
            number(
                "location.latitude", -Location.LATITUDE_MAX_DEGREES, Location.LATITUDE_MAX_DEGREES),
            number(
                "location.longitude",
                -Location.LONGITUDE_MAX_DEGREES,
                Location.LONGITUDE_MAX_DEGREES),
            optionalText("location.name", Location.NAME_MAX_CHARS),
            optionalText("location.address", Location.ADDRESS_MAX_CHARS)),
        type(
            Contacts.class,
            "contacts",
            "any message",
            List.of(),
            ANY,
            items(
                "contacts", 1, Contacts.CONTACTS_MAX, "strictly " + Contacts.CONTACTS_MAX_STRICTLY),
            required("contacts[].name.formatted_name", "any text"),
            optional(
                "contacts[].phones[]", "`phone`, `type`, `wa_id`; likewise `emails[]`, `urls[]`"),
            optional("contacts[].birthday", "`YYYY-MM-DD`")),
        type(
            Reaction.class,
            "reaction",
            "any message",
            List.of(),
            with(ANY, 131009),
            required("reaction.message_id", "a wamid"),
            required("reaction.emoji", "one emoji; `\"\"` removes the reaction")));
  }

  private static Field source(String kind) {
    return required(
        kind,
        "`id` (at most %d digits) or `link` (at most %d characters), exactly one"
            .formatted(MediaSource.ID_MAX_CHARS, MediaSource.LINK_MAX_CHARS));
  }

  private static MessageType template() {
    return type(
        Template.class,
        "template-carousel",
        "taps on its buttons",
        List.of(132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018),
        with(List.of(131026), 131049, 131050, 131053),
        text("template.name", Template.NAME_MAX_CHARS),
        text("template.language.code", Template.LANGUAGE_MAX_CHARS),
        optional("template.language.policy", "`deterministic`; strictly required"),
        optional(
            "template.components[].type",
            words(Arrays.stream(TemplateComponent.Place.values()).map(place -> place.wire()))
                + ", `button`, `carousel`"),
        optional(
            "template.components[].sub_type",
            words(Arrays.stream(TemplateButton.values()).map(TemplateButton::wire))),
        optional(
            "template.components[].index",
            "0 to %d, a number or a string".formatted(TemplateComponent.Button.INDEX_MAX)),
        optional(
            "template.components[].parameters[].text",
            "at most %d characters; no line break, no tab, at most %d spaces in a row (132018)"
                .formatted(
                    TemplateParameter.Words.TEXT_MAX_CHARS, TemplateParameter.Words.SPACES_MAX)),
        optional(
            "template.components[].parameters[].payload",
            "at most %d characters, of a `voice_call` %d"
                .formatted(
                    TemplateButton.QUICK_REPLY.payloadMaxChars(),
                    TemplateButton.VOICE_CALL.payloadMaxChars())),
        optional(
            "template.components[].parameters[].coupon_code",
            "at most %d characters, in a limited-time offer %d"
                .formatted(
                    TemplateParameter.CouponCode.CODE_MAX_CHARS,
                    TemplateParameter.CouponCode.OFFER_CODE_MAX_CHARS)),
        optional(
            "template.components[].parameters[].ttl_minutes",
            "%d to %d".formatted(VoiceCall.TTL_MINUTES_MIN, VoiceCall.TTL_MINUTES_MAX)),
        optional(
            "template.components[].cards[]",
            "at most %d; each with `card_index` and `components[]`"
                .formatted(TemplateComponent.Carousel.CARDS_MAX)),
        optionalNumber(
            "template.components[].cards[].card_index",
            0,
            TemplateComponent.Carousel.CARDS_MAX - 1));
  }

  /// `a`, `b`, `c`
  static String words(Stream<String> words) {
    return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
