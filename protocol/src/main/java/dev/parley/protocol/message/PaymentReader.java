package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks how a bill is paid: `payment_settings`, or the older `payment_type` and
/// `payment_configuration`. Source: `messages.md` §15, and Meta's pages on payments in India and
/// Brazil.
final class PaymentReader {

  /// The kinds of Pix keys.
  private static final Set<String> PIX_KEYS = Set.of("CPF", "CNPJ", "EMAIL", "PHONE", "EVP");

  /// Characters of the notes that some gateways take along, by gateway.
  private static final Map<String, Integer> NOTE_MAX_CHARS =
      Map.of("billdesk", 120, "payu", 255, "zaakpay", 180);

  private static final int RAZORPAY_RECEIPT_MAX_CHARS = 40;
  private static final int RAZORPAY_NOTES_MAX = 15;
  private static final int RAZORPAY_NOTE_MAX_CHARS = 256;

  /// Characters of a code that is shown or copied. Ours: Pix codes end at 512.
  private static final int CODE_MAX_CHARS = 1024;

  private PaymentReader() {}

  static void check(Fields parameters) {
    parameters.optionalString("payment_type");
    parameters.optionalText("payment_configuration", OrderDetails.CONFIGURATION_MAX_CHARS);
    settings(parameters).forEach(PaymentReader::setting);
  }

  /// Meta's tables on India speak of an object, its samples show an array.
  private static List<Fields> settings(Fields parameters) {
    if (parameters.member("payment_settings") instanceof JsonObject) {
      var one = parameters.optionalObject("payment_settings");
      return one == null || one.isEmpty() ? List.of() : List.of(one);
    }
    return parameters.optionalObjects("payment_settings");
  }

  /// A way to pay, in a member that is named like it. New ones come often: those that nobody knows
  /// yet pass where they are not read strictly.
  private static void setting(Fields setting) {
    var type = setting.text("type");
    if (type == null) {
      return;
    }
    var way = setting.object(type.toLowerCase(Locale.ROOT));
    if (way == null) {
      return;
    }
    switch (type.toLowerCase(Locale.ROOT)) {
      case "payment_gateway" -> gateway(way);
      case "payment_link" -> link(way);
      case "upi_intent_link" -> way.text("link", MediaSource.LINK_MAX_CHARS);
      case "pix_dynamic_code" -> pix(way);
      case "boleto" -> way.text("digitable_line", CODE_MAX_CHARS);
      case "offsite_card_pay" -> card(way);
      default -> unknown(setting, way, type);
    }
  }

  private static void unknown(Fields setting, Fields way, String type) {
    way.json();
    if (setting.strict()) {
      setting.badValue(
          "type", "is %s, which is no known way to pay".formatted(Fields.quoted(type)));
    }
  }

  private static void link(Fields link) {
    var uri = link.text("uri", MediaSource.LINK_MAX_CHARS);
    var problem = uri == null ? null : HttpLink.problemOf(uri);
    if (problem != null) {
      link.badValue("uri", problem);
    }
    link.optionalText("success_url", MediaSource.LINK_MAX_CHARS);
    link.optionalText("cancel_url", MediaSource.LINK_MAX_CHARS);
  }

  private static void pix(Fields pix) {
    pix.text("code", CODE_MAX_CHARS);
    pix.text("merchant_name", CODE_MAX_CHARS);
    pix.metaId("key", CODE_MAX_CHARS);
    var keyType = pix.text("key_type");
    if (keyType != null && !PIX_KEYS.contains(keyType.toUpperCase(Locale.ROOT))) {
      pix.badValue(
          "key_type",
          "is %s, must be %s"
              .formatted(
                  Fields.quoted(keyType), String.join(", ", PIX_KEYS.stream().sorted().toList())));
    }
  }

  private static void card(Fields card) {
    var digits = card.metaId("last_four_digits", CODE_MAX_CHARS);
    if (digits != null && !digits.matches("[0-9]{4}")) {
      card.badValue(
          "last_four_digits", "is %s, must be four digits".formatted(Fields.quoted(digits)));
    }
    card.metaId("credential_id", CODE_MAX_CHARS);
  }

  private static void gateway(Fields gateway) {
    gateway.text("type", OrderDetails.CONFIGURATION_MAX_CHARS);
    gateway.text("configuration_name", OrderDetails.CONFIGURATION_MAX_CHARS);
    NOTE_MAX_CHARS.forEach((name, maxChars) -> notes(gateway.optionalObject(name), maxChars));
    var razorpay = gateway.optionalObject("razorpay");
    if (razorpay == null) {
      return;
    }
    razorpay.optionalText("receipt", RAZORPAY_RECEIPT_MAX_CHARS);
    var notes = razorpay.optionalObject("notes");
    notes(notes, RAZORPAY_NOTE_MAX_CHARS);
    int count = notes == null ? 0 : notes.json().size();
    if (count > RAZORPAY_NOTES_MAX) {
      razorpay.badValue(
          "notes", "has %d members, at most %d are allowed".formatted(count, RAZORPAY_NOTES_MAX));
    }
  }

  private static void notes(@Nullable Fields notes, int maxChars) {
    if (notes != null) {
      notes
          .json()
          .forEach((name, value) -> {
            if (value instanceof JsonString) {
              notes.optionalText(name, maxChars);
            }
          });
    }
  }
}
