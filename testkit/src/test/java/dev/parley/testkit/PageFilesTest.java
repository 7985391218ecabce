package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.JsonObject;
import dev.parley.testkit.BotCalls.TestFile;
import java.net.http.HttpClient;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file goes from the bot to the phone and another one back, and neither loses a byte.
class PageFilesTest extends InBrowser {
  private static final String KEEP_LINKS =
      "window.opened = []; window.open = (url) => { window.opened.push(url); return null; };";
  private static final String FETCH =
      """
      async url => {
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
      }\
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private BotCalls calls;

  @BeforeEach
  void startCalls() {
    calls = new BotCalls(sandbox.url(), http);
  }

  @AfterEach
  void stopCalls() {
    http.close();
  }

  @ParameterizedTest
  @CsvSource({"image,Gallery", "document,Document"})
  void it_comes_to_the_phone_and_another_goes_back_byte_for_byte(String kind, String menu) {
    TestFile file = Objects.requireNonNull(BotCalls.ALL.get(kind));
    open(1440, 900, ColorScheme.LIGHT, KEEP_LINKS);
    Locator phone = phone(Sandbox.ADA);
    Wamid sent = send(message(kind, calls.idOf(file), file.name()), Sandbox.ADA);
    assertThat(bytesOf(addressOn(bubble(phone, sent), kind))).isEqualTo(file.bytes());

    byte[] answer = BotCalls.answer(kind);
    button(phone, "Attach").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    FileChooser chooser = page.waitForFileChooser(() -> button(sheet, menu).click());
    chooser.setFiles(new FilePayload("answer-" + file.name(), file.type(), answer));
    button(phone.getByRole(AriaRole.DIALOG).last(), "Send").click();
    JsonObject told =
        (JsonObject)
            Objects.requireNonNull(
                inbox
                    .next(d -> d.toString().contains("\"type\":\"" + kind + "\""))
                    .item()
                    .get(kind));
    assertThat(told.get("mime_type")).hasToString("\"" + file.type() + "\"");
    assertThat(calls.download(TemplateKinds.text(told.get("id")))).isEqualTo(answer);
  }

  private static String message(String kind, String id, String name) {
    String filename = kind.equals("document") ? ",\"filename\":\"" + name + "\"" : "";
    return """
    {"messaging_product":"whatsapp","to":"%%s","type":"%1$s","%1$s":{"id":"%2$s"%3$s}}\
    """
        .formatted(kind, id, filename);
  }

  /// What the picture shows, and what the document offers to open.
  private String addressOn(Locator bubble, String kind) {
    if (kind.equals("image")) {
      Locator picture = bubble.locator("img").first();
      assertThat(picture).isVisible();
      return Objects.requireNonNull(picture.getAttribute("src"));
    }
    bubble.locator(".ph-doc").click();
    Locator sheet = phone(Sandbox.ADA).getByRole(AriaRole.DIALOG);
    button(sheet, "Open").click();
    page.keyboard().press("Escape");
    assertThat(sheet).hasCount(0);
    return (String) page.evaluate("window.opened[0]");
  }

  private byte[] bytesOf(String address) {
    return Base64.getDecoder().decode((String) page.evaluate(FETCH, address));
  }
}
