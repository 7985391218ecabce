package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `order_details`: the bill here, its items in `OrderItems`, how it is
/// paid in `PaymentReader`. Source: `messages.md` §15, and Meta's pages on payments in India and
/// Brazil.
final class OrderDetailsReader {

  private static final Set<Header.Kind> HEADERS =
      EnumSet.of(Header.Kind.IMAGE, Header.Kind.DOCUMENT);

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.-]+");

  private static final Long NOTHING = 0L;

  private OrderDetailsReader() {}

  static @Nullable OrderDetails read(Fields interactive) {
    var header = HeaderReader.of(interactive, HEADERS);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, OrderDetails.ACTION_NAME);
    var parameters = action == null ? null : action.object("parameters");
    if (parameters == null) {
      return null;
    }
    var key = key(parameters);
    return body == null || key == null
        ? null
        : new OrderDetails(
            header, body, footer, key.reference(), key.currency(), parameters.json());
  }

  /// What the business calls an order, and the currency it is paid in.
  private record Key(String reference, String currency) {}

  /// Reads all of an order; also that which a template's button brings.
  static void check(Fields parameters) {
    key(parameters);
  }

  private static @Nullable Key key(Fields parameters) {
    var currency = currency(parameters);
    var reference = reference(parameters, referenceMaxChars(currency));
    parameters.word("type", Set.of("digital-goods", "physical-goods"), Problem.BAD_VALUE);
    PaymentReader.check(parameters);
    parameters.optionalObjects("beneficiaries").forEach(OrderDetailsReader::beneficiary);
    bill(parameters);
    return reference == null || currency == null ? null : new Key(reference, currency);
  }

  private static int referenceMaxChars(@Nullable String currency) {
    return OrderDetails.BRAZILIAN.equals(currency)
        ? OrderDetails.REFERENCE_MAX_CHARS_BRAZIL
        : OrderDetails.REFERENCE_MAX_CHARS;
  }

  /// Letters, digits, `_`, `.` and `-`; Meta's own samples also have spaces and placeholders.
  static @Nullable String reference(Fields parameters, int maxChars) {
    var reference = parameters.metaId("reference_id", maxChars);
    if (reference == null) {
      return null;
    }
    var characters = parameters.strict() ? reference : reference.replace(' ', '_');
    if (!REFERENCE.matcher(characters).matches() && !Placeholder.is(reference)) {
      parameters.badValue(
          "reference_id",
          "is %s, may hold letters of a to z, digits, \"_\", \".\" and \"-\" only"
              .formatted(Fields.quoted(reference)));
      return null;
    }
    return reference;
  }

  private static @Nullable String currency(Fields parameters) {
    var currency = parameters.text("currency");
    if (currency == null) {
      return null;
    }
    var code = currency.toUpperCase(Locale.ROOT);
    if (OrderDetails.CURRENCIES.contains(code)) {
      return code;
    }
    parameters.badValue(
        "currency",
        "is %s, must be %s"
            .formatted(
                Fields.quoted(currency),
                String.join(", ", OrderDetails.CURRENCIES.stream().sorted().toList())));
    return null;
  }

  /// Whom the goods are shipped to, in India.
  private static void beneficiary(Fields beneficiary) {
    beneficiary.optionalText("name", OrderDetails.BENEFICIARY_NAME_MAX_CHARS);
    beneficiary.optionalText("address_line1", OrderDetails.ADDRESS_LINE_MAX_CHARS);
    beneficiary.optionalText("address_line2", OrderDetails.ADDRESS_LINE_MAX_CHARS);
    beneficiary.optionalString("city");
    beneficiary.optionalString("state");
    beneficiary.optionalString("country");
    beneficiary.optionalMetaId("postal_code", OrderDetails.ADDRESS_LINE_MAX_CHARS);
  }

  private static void bill(Fields parameters) {
    var totalAmount = parameters.object("total_amount");
    var total = totalAmount == null ? null : amount(totalAmount);
    var order = parameters.object("order");
    if (order == null) {
      return;
    }
    order.word("status", Set.of("pending"), Problem.BAD_VALUE);
    order.optionalWord("type", Set.of("quick_pay"), Problem.BAD_VALUE);
    order.optionalMetaId("catalog_id", ProductReader.ID_MAX_CHARS);
    expiration(order);
    var sum = sum(order);
    if (totalAmount != null && total != null && sum != null && !total.equals(sum)) {
      totalAmount.badValue(
          "value", "is %d, must be %d: subtotal + tax + shipping - discount".formatted(total, sum));
    }
  }

  /// What the parts come to; `null` where one can't be read.
  private static @Nullable Long sum(Fields order) {
    var subtotal = OrderItems.subtotal(order);
    var tax = described(order.object("tax"));
    var shipping = order.has("shipping") ? described(order.optionalObject("shipping")) : NOTHING;
    var discount = order.has("discount") ? discount(order.optionalObject("discount")) : NOTHING;
    return subtotal == null || tax == null || shipping == null || discount == null
        ? null
        : Long.valueOf(subtotal + tax + shipping - discount);
  }

  private static @Nullable Long described(@Nullable Fields amount) {
    if (amount == null) {
      return null;
    }
    amount.optionalText("description", OrderDetails.DESCRIPTION_MAX_CHARS);
    return amount(amount);
  }

  private static @Nullable Long discount(@Nullable Fields amount) {
    if (amount != null) {
      amount.optionalText("discount_program_name", OrderDetails.DESCRIPTION_MAX_CHARS);
    }
    return described(amount);
  }

  /// The `value` of an amount, in hundredths.
  static @Nullable Long amount(Fields amount) {
    var offset = amount.whole("offset", 0, OrderDetails.VALUE_MAX);
    if (offset != null && offset != OrderDetails.OFFSET) {
      amount.badValue("offset", "is %d, must be %d".formatted(offset, OrderDetails.OFFSET));
    }
    return amount.whole("value", 0, OrderDetails.VALUE_MAX);
  }

  /// When the order ends. Meta's samples have words for the time; strictly it is a number.
  private static void expiration(Fields order) {
    var expiration = order.optionalObject("expiration");
    if (expiration == null || expiration.isEmpty()) {
      return;
    }
    expiration.optionalText("description", OrderDetails.EXPIRATION_DESCRIPTION_MAX_CHARS);
    if (expiration.member("timestamp") instanceof JsonString(var text)
        && !(expiration.strict() && !text.matches("[0-9]{1,12}"))) {
      expiration.text("timestamp");
    } else {
      expiration.whole("timestamp", 0, Long.MAX_VALUE);
    }
  }
}
