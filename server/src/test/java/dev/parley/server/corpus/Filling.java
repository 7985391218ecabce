package dev.parley.server.corpus;

import dev.parley.server.media.Form;
import dev.parley.server.media.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Puts real ids where a body has placeholders, as `examples/README.md` says. Ours beside those:
/// `${a*61}` is 61 times `a`.
final class Filling {
  private static final Pattern REPEATED = Pattern.compile("\\$\\{([^*}]+)\\*(\\d+)}");

  private static final Pattern MEDIA_ID = Pattern.compile("\\$\\{MEDIA_ID:([a-z]*)}");

  private final Sandbox sandbox;
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final String inbound;
  private final String outbound;

  Filling(Sandbox sandbox) {
    this.sandbox = sandbox;
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
            .replaceAll("\\$\\{SKU:(\\d)}", "sku-0$1")
            .replaceAll("\\$\\{SKU:(\\d\\d)}", "sku-$1");
    String withFiles = MEDIA_ID.matcher(text).replaceAll(found -> uploaded(found.group(1)));
    return REPEATED
        .matcher(withFiles)
        .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The id of an uploaded file of this kind.
  private String uploaded(String kind) {
    return files.computeIfAbsent(
        kind,
        any -> {
          byte[] form =
              switch (kind) {
                case "audio" -> Form.upload(Samples.MP3, "a.mp3", "audio/mpeg");
                case "video" -> Form.upload(Samples.MP4, "a.mp4", "video/mp4");
                case "sticker" -> Form.upload(Samples.STILL_WEBP, "a.webp", "image/webp");
                case "document" -> Form.upload(Samples.PDF, "a.pdf", "application/pdf");
                default -> Form.upload(Samples.JPEG, "a.jpg", "image/jpeg");
              };
          Answer answer =
              sandbox
                  .call("POST", "/media")
                  .d360()
                  .header("Content-Type", Form.CONTENT_TYPE)
                  .body(form);
          return Sandbox.string(answer.json().get("id"));
        });
  }
}
