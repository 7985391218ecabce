package dev.parley.protocol.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `interactive.order_status`: how far an order has come that an {@link OrderDetails} told of.
/// Source: `messages.md` §15.
///
/// @param description words of the business about the status
public record OrderStatus(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    String referenceId,
    Stage stage,
    @Nullable String description)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "review_order";

  /// Characters of `order.description`.
  public static final int DESCRIPTION_MAX_CHARS = 120;

  /// The words of `order.status`.
  public enum Stage {
    PENDING,
    PROCESSING,
    PARTIALLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    CANCELED,
    CAPTURED,
    FAILED;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String kind() {
    return "order_status";
  }
}
