package dev.parley.protocol.event;

/// The number that a webhook is about.
///
/// @param displayPhoneNumber digits only, as webhooks have it; formatted on the number itself
/// @param phoneNumberId the number's id in paths; a string of digits
public record Metadata(String displayPhoneNumber, String phoneNumberId) {
  public Metadata {
    if (displayPhoneNumber.isEmpty()
        || !displayPhoneNumber.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not digits only: " + displayPhoneNumber);
    }
  }

  /// From a number as people read it: `+1 555 010 0001`.
  public static Metadata of(String number, String phoneNumberId) {
    return new Metadata(number.replaceAll("[^0-9]", ""), phoneNumberId);
  }
}
