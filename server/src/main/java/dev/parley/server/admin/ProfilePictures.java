package dev.parley.server.admin;

import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaId;
import dev.parley.server.http.Request;

/// The pictures of profiles.
public interface ProfilePictures {
  /// What became of a handle.
  sealed interface Outcome {
    record Kept(MediaId picture) implements Outcome {}

    /// @param why continues a sentence that begins with the handle's place
    record NotTaken(String why) implements Outcome {}
  }

  /// Keeps the picture that was uploaded under this handle.
  Outcome keep(PhoneNumber number, String handle);

  void drop(MediaId picture);

  /// An address that needs no key, for the one who asks.
  String url(Request request, MediaId picture);
}
