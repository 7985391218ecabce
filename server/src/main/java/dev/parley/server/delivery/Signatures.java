package dev.parley.server.delivery;

import dev.parley.account.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What proves to a bot that a webhook is ours, over exactly the bytes that are sent.
public final class Signatures {
  private Signatures() {}

  /// The headers of one attempt: Meta's signature, and the three of Standard Webhooks. Both use the
  /// app secret's UTF-8 bytes as the key. A Standard Webhooks library takes its secret as `whsec_`
  /// and the Base64 of these bytes. Sources: webhooks reference §6; the specification at
  /// standardwebhooks.com.
  ///
  /// @param id the same for each attempt at one event
  /// @param at of this attempt. Verifiers compare it with their own clock, five minutes apart at
  ///   most
  public static Map<String, String> headers(Secret appSecret, String id, Instant at, byte[] body) {
    String seconds = Long.toString(at.getEpochSecond());
    byte[] prefix = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(hmac(appSecret, body)));
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put(
        "webhook-signature",
        "v1," + Base64.getEncoder().encodeToString(hmac(appSecret, prefix, body)));
    return headers;
  }

  private static byte[] hmac(Secret secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
