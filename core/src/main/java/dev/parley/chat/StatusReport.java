package dev.parley.chat;

import dev.parley.protocol.event.Status.Pricing;
import org.jspecify.annotations.Nullable;

/// What the network says about a business's message.
///
/// @param progress never `ACCEPTED`
/// @param failure with `FAILED` only
/// @param callbackData the `biz_opaque_callback_data` of the send, repeated in every status
/// @param pricing with `sent` and with the first of delivered and read
public record StatusReport(
    Progress progress,
    StoredMessage.@Nullable Failure failure,
    @Nullable String callbackData,
    @Nullable Pricing pricing) {

  public StatusReport {
    if (progress == Progress.ACCEPTED || (progress == Progress.FAILED) == (failure == null)) {
      throw new IllegalArgumentException("not a report: " + progress + " with " + failure);
    }
  }

  public static StatusReport of(
      Progress progress, @Nullable String callbackData, @Nullable Pricing pricing) {
    return new StatusReport(progress, null, callbackData, pricing);
  }

  public static StatusReport failed(StoredMessage.Failure failure, @Nullable String callbackData) {
    return new StatusReport(Progress.FAILED, failure, callbackData, null);
  }
}
