package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.OrderStatus.Paid;
import dev.parley.protocol.message.OrderStatus.Payment;
import dev.parley.protocol.message.OrderStatus.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `order_status`. Whether there was such an order is asked later.
/// Source: `messages.md` §15.
final class OrderStatusReader {

  private static final Set<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::wire).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PAID =
      Arrays.stream(Paid.values()).map(Paid::wire).collect(Collectors.toUnmodifiableSet());

  private OrderStatusReader() {}

  static @Nullable OrderStatus read(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = InteractiveReader.body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = InteractiveReader.action(interactive, OrderStatus.ACTION_NAME);
    var parameters = action == null ? null : action.object("parameters");
    if (parameters == null) {
      return null;
    }
    var reference =
        OrderDetailsReader.reference(parameters, OrderDetails.REFERENCE_MAX_CHARS_BRAZIL);
    var order = parameters.object("order");
    var stage = order == null ? null : stage(order);
    var description =
        order == null ? null : order.optionalText("description", OrderStatus.DESCRIPTION_MAX_CHARS);
    var payment = payment(parameters);
    return body == null || reference == null || stage == null
        ? null
        : new OrderStatus(header, body, footer, reference, stage, description, payment);
  }

  /// Meta's tables write `partially-shipped`, its samples `partially_shipped`.
  static @Nullable Stage stage(Fields order) {
    if (order.member("status") instanceof JsonString(var text)
        && text.equalsIgnoreCase("partially-shipped")) {
      return Stage.PARTIALLY_SHIPPED;
    }
    var status = order.word("status", STAGES, Problem.BAD_VALUE);
    return status == null ? null : Stage.valueOf(status.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Payment payment(Fields parameters) {
    var payment = parameters.optionalObject("payment");
    if (payment == null || payment.isEmpty()) {
      return null;
    }
    var status = payment.word("status", PAID, Problem.BAD_VALUE);
    var timestamp = payment.optionalWhole("timestamp", 0, Long.MAX_VALUE);
    return status == null
        ? null
        : new Payment(Paid.valueOf(status.toUpperCase(Locale.ROOT)), timestamp);
  }
}
