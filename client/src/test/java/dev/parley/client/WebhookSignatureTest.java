package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final byte[] BODY =
      "{\"text\":\"Gr\\u00fc\\u00dfe\"}".getBytes(StandardCharsets.US_ASCII);

  @Test
  void the_right_secret_matches_and_any_change_does_not() {
    var signature = new WebhookSignature("parley-secret");
    String header = signature.of(BODY);
    assertThat(header).matches("sha256=[0-9a-f]{64}");
    assertThat(signature.matches(BODY, header)).isTrue();
    assertThat(signature.matches(BODY, null)).isFalse();
    assertThat(signature.matches(BODY, header.toUpperCase(java.util.Locale.ROOT))).isFalse();
    assertThat(new WebhookSignature("another").matches(BODY, header)).isFalse();
    byte[] changed = BODY.clone();
    changed[3]++;
    assertThat(signature.matches(changed, header)).isFalse();
  }

  @Test
  void it_is_the_hmac_of_rfc_4231() {
    // RFC 4231, test case 2.
    assertThat(
            new WebhookSignature("Jefe")
                .of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
