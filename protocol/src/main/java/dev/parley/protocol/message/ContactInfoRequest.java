package dev.parley.protocol.message;

/// `interactive.request_contact_info`: a button that sends the user's phone number to a business
/// that knows the user by id only. Source: `verified.md` §6.
public record ContactInfoRequest(String body) implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "request_contact_info";

  @Override
  public String kind() {
    return "request_contact_info";
  }
}
