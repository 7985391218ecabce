package dev.parley.protocol.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `interactive.order_status`: how far an order has come that an {@link OrderDetails} told of.
/// Source: `messages.md` §15.
///
/// @param description words of the business about the status
/// @param payment how far the payment has come, as in Brazil; null where the body does not say
public record OrderStatus(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    String referenceId,
    Stage stage,
    @Nullable String description,
    @Nullable Payment payment)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "review_order";

  /// Characters of `order.description`.
  public static final int DESCRIPTION_MAX_CHARS = 120;

  /// A status that says nothing of the payment.
  public OrderStatus(
      @Nullable Header header,
      String body,
      @Nullable String footer,
      String referenceId,
      Stage stage,
      @Nullable String description) {
    this(header, body, footer, referenceId, stage, description, null);
  }

  /// The words of `order.status`; `captured` and `failed` are 360dialog's.
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

  /// What `payment` says. Source: Meta's page on orders in Brazil.
  ///
  /// @param timestamp seconds since 1970; null where the body does not say
  public record Payment(Paid paid, @Nullable Long timestamp) {}

  /// The words of `payment.status`.
  public enum Paid {
    PENDING,
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
