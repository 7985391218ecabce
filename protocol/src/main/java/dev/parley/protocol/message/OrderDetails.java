package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
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

  @Override
  public String kind() {
    return "order_details";
  }
}
