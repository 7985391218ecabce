package dev.parley.server.corpus;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts real ids where a body has placeholders, as `examples/README.md` says. Ours beside those:
/// `${a*61}` is 61 times `a`.
final class Filling {
  private static final Pattern REPEATED = Pattern.compile("\\$\\{([^*}]+)\\*(\\d+)}");

  private final String inbound;
  private final String outbound;

  Filling(Sandbox sandbox) {
    inbound = sandbox.inbound(Sandbox.ADA, "hello?");
    outbound = sandbox.outbound(Sandbox.ADA);
  }

  /// Placeholders are ASCII; other bytes stay as they are, valid or not.
  byte[] fill(byte[] body) {
    String text =
        new String(body, StandardCharsets.ISO_8859_1)
            .replace("${TO}", Sandbox.ADA)
            .replace("${SENDER}", Sandbox.SENDER)
            .replace("${MESSAGE_ID}", inbound)
            .replace("${OWN_MESSAGE_ID}", outbound)
            .replace("${CATALOG_ID}", "300000000000001")
            .replace("${FLOW_ID}", "700000000000001")
            .replaceAll("\\$\\{MEDIA_ID:[a-z]*}", "600000000000001")
            .replaceAll("\\$\\{SKU:(\\d)}", "sku-0$1")
            .replaceAll("\\$\\{SKU:(\\d\\d)}", "sku-$1");
    Matcher repeated = REPEATED.matcher(text);
    return repeated
        .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
