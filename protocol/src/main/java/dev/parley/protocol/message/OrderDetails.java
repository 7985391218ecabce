package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `interactive.order_details`: a bill to review and pay, in India, Brazil and Singapore. Source:
/// `messages.md` §15.
///
/// @param header a picture or a document, or none
/// @param referenceId the business's own name of the order
/// @param parameters all of `action.parameters`, checked, as they came
public record OrderDetails(
    @Nullable Header header,
    String body,
    @Nullable String footer,
    String referenceId,
    String currency,
    JsonObject parameters)
    implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "review_and_pay";

  /// Characters of `reference_id`; in Brazil {@link #REFERENCE_MAX_CHARS_BRAZIL}.
  public static final int REFERENCE_MAX_CHARS = 35;

  /// Source: Meta's page on orders in Brazil.
  public static final int REFERENCE_MAX_CHARS_BRAZIL = 60;

  /// The one `offset` of an amount: its `value` counts hundredths.
  public static final int OFFSET = 100;

  /// The largest `value` of an amount. Ours: the sums of such fit into 64 bits.
  public static final long VALUE_MAX = 1_000_000_000_000_000L;

  /// The largest `quantity` of an item. Ours: what an inbound order can carry.
  public static final int QUANTITY_MAX = Integer.MAX_VALUE;

  /// Characters of an item's name.
  public static final int ITEM_NAME_MAX_CHARS = 60;

  /// Items where one of them has a picture of its own. Source: Meta's pages on payments in India.
  public static final int ITEMS_WITH_IMAGE_MAX = 10;

  /// Characters of the description of tax, shipping or discount, and of the discount's programme.
  public static final int DESCRIPTION_MAX_CHARS = 60;

  /// Characters of `expiration.description`.
  public static final int EXPIRATION_DESCRIPTION_MAX_CHARS = 120;

  /// Characters of the name of a payment configuration.
  public static final int CONFIGURATION_MAX_CHARS = 60;

  /// Characters of a beneficiary's name. Source: Meta's pages on payments in India.
  public static final int BENEFICIARY_NAME_MAX_CHARS = 200;

  /// Characters of a line of a beneficiary's address. Source: the same.
  public static final int ADDRESS_LINE_MAX_CHARS = 100;

  /// The currency of Brazil, whose orders have rules of their own.
  public static final String BRAZILIAN = "BRL";

  /// Currencies: of India, Brazil and Singapore.
  public static final Set<String> CURRENCIES = Set.of("INR", BRAZILIAN, "SGD");

  @Override
  public String kind() {
    return "order_details";
  }
}
