package dev.parley.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks that a webhook comes from whoever knows the app secret. Source: Meta's webhook
/// documentation, `X-Hub-Signature-256`.
public final class WebhookSignature {
  /// The header that carries it.
  public static final String HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";

  private final SecretKeySpec key;

  public WebhookSignature(String appSecret) {
    this.key = new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Takes the time that a right signature takes, however wrong this one is.
  ///
  /// @param body the bytes exactly as they came; parsing and writing them again changes them
  /// @param header the value of {@link #HEADER}, null when it is missing
  public boolean matches(byte[] body, @Nullable String header) {
    return header != null
        && MessageDigest.isEqual(
            of(body).getBytes(StandardCharsets.US_ASCII),
            header.getBytes(StandardCharsets.US_ASCII));
  }

  /// The value of the header for this body.
  public String of(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
