package dev.parley.server.dialect;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Ids by which a caller and our log name the same call.
///
/// @param random used from many threads
public record TraceIds(RandomGenerator random) {
  private static final int FACEBOOK_BYTES = 16;
  private static final int D360_BYTES = 14;

  /// `fbtrace_id`: `A` and 22 base64url characters. Source: reference, observed.md §1.
  public String facebook() {
    return "A" + text(FACEBOOK_BYTES);
  }

  /// `360dialog_trace_id`: 19 characters. Source: reference, verified.md §12.
  public String d360() {
    return text(D360_BYTES);
  }

  /// `x-fb-trace-id`: 11 characters.
  String shortFacebook() {
    return text(8);
  }

  private String text(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
