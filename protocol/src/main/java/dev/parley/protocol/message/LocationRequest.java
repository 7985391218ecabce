package dev.parley.protocol.message;

/// `interactive.location_request_message`: a button that lets the user send where he is. Neither
/// header nor footer. Source: `messages.md` §12.
public record LocationRequest(String body) implements Interactive {

  /// The one word of `action.name`.
  public static final String ACTION_NAME = "send_location";

  @Override
  public String kind() {
    return "location_request_message";
  }
}
