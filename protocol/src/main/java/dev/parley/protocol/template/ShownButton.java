package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A button of a template message, as the phone shows it: with the values of the message. Source:
/// reference, template-kinds.md.
public sealed interface ShownButton {

  /// The label.
  String text();

  /// Answers when it is tapped.
  ///
  /// @param id what a tap is called by: the payload, or the label where the message has none
  /// @param payload what the business hears; the label where the message has none
  record Reply(String id, String text, String payload) implements ShownButton {}

  /// Opens a page.
  record Link(String text, String url) implements ShownButton {}

  /// Rings a number.
  record Phone(String text, String phoneNumber) implements ShownButton {}

  /// Puts a code on the clipboard.
  ///
  /// @param type of the button: `COPY_CODE`, `OTP`, `PAYMENT_REQUEST`
  record Code(String type, String text, String code) implements ShownButton {}

  /// Opens all that the number sells.
  record Catalog(String text, @Nullable String thumbnail) implements ShownButton {}

  /// Opens products.
  ///
  /// @param thumbnail the product whose picture leads; null where the message names none
  record Items(String text, @Nullable String thumbnail, JsonArray sections)
      implements ShownButton {}

  /// Opens the product of the header.
  record View(String text) implements ShownButton {}

  /// Opens a Flow.
  ///
  /// @param by `flow_id`, `flow_name` or `flow_json`
  /// @param data for the first screen; null where the message has none
  record Flow(
      String text,
      String by,
      String flow,
      String token,
      String action,
      @Nullable String screen,
      @Nullable JsonObject data)
      implements ShownButton {

    /// The token of a message that names none. Source: template-kinds.md §7.
    public static final String UNUSED_TOKEN = "unused";
  }

  /// Calls the business.
  record VoiceCall(String text, int ttlMinutes, @Nullable String payload) implements ShownButton {

    /// How long a button works that says nothing of it. Source: call-buttons.md §1.2.
    public static final int TTL_DEFAULT_MINUTES = 10_080;
  }

  /// Hands the user's own card over.
  record ShareContact(String text) implements ShownButton {}

  /// Opens an order to pay.
  record Order(String text, @Nullable JsonObject order) implements ShownButton {}
}
