package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.testkit.BotCalls.Uploaded;
import dev.parley.testkit.TemplateKinds.TemplateKind;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Templates of each kind on the page: drawn whole, and every button does what it says.
class PageTemplatesTest extends InBrowser {
  private static final String WABA = "/v25.0/200000000000001/message_templates";
  private static final String ASHA = "919876543210";

  /// Room for two phones and the inspector.
  private static final int WIDTH = 1900;

  /// Links stay unopened: where they would lead is kept.
  private static final String KEEP_LINKS =
      "window.opened = []; window.open = (url) => { window.opened.push(url); return null; };";

  private final Map<String, Wamid> sent = new LinkedHashMap<>();

  private void sendAll() {
    try (var http = HttpClient.newHttpClient()) {
      Uploaded files = new BotCalls(sandbox.url(), http).uploadAll();
      sandbox
          .call(
              "POST",
              "/sandbox/numbers/" + Sandbox.NUMBER,
              Json.object("country", "IN", "compliance_required", false))
          .require(200);
      sandbox
          .call("POST", "/sandbox/handsets", Json.object("wa_id", ASHA, "name", "Asha"))
          .require(201);
      sandbox.phone(ASHA).writes("Hi");
      List<TemplateKind> kinds =
          TemplateKinds.all().stream().map(each -> each.with(files)).toList();
      kinds.forEach(kind -> sandbox.call("POST", WABA, kind.definition()).require(200));
      open(WIDTH, 900, ColorScheme.LIGHT, KEEP_LINKS);
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      for (TemplateKind kind : kinds) {
        String user = kind.india() ? ASHA : Sandbox.ADA;
        sent.put(kind.name(), send(kind.message(user).toString().replace("%", "%%"), user));
      }
    }
  }

  private Locator bubble(String kind) {
    Locator drawn =
        page.locator("[data-wamid='" + Objects.requireNonNull(sent.get(kind)).value() + "']");
    drawn.scrollIntoViewIfNeeded();
    return drawn;
  }

  private Locator sheet() {
    return page.locator("[role=dialog][data-closing=false]");
  }

  private void tap(String kind, String button) {
    button(bubble(kind), button).first().click();
  }

  private String told(String kind, String part) {
    return inbox
        .next(d ->
            d.toString().contains(part)
                && d.toString().contains("\"messages\":[")
                && (part.contains("order") || d.toString().contains(wamid(kind))))
        .toString();
  }

  private String wamid(String kind) {
    return Objects.requireNonNull(sent.get(kind)).value();
  }

  private void isDrawn(String kind) {
    Locator drawn = bubble(kind);
    for (String words : words(TemplateKinds.named(kind).rendered())) {
      assertThat(drawn).containsText(words);
    }
  }

  /// Texts of a message and of its cards; of more than three buttons the first two.
  private static List<String> words(JsonObject shown) {
    var words = new ArrayList<String>();
    for (String part : List.of("header", "body", "footer")) {
      if (shown.get(part) instanceof JsonString(var text)) {
        words.add(text.replace("*", ""));
      }
    }
    List<Json> buttons = items(shown, "buttons");
    buttons.stream()
        .limit(buttons.size() > 3 ? 2 : 3)
        .map(button -> TemplateKinds.text(((JsonObject) button).get("text")))
        .forEach(words::add);
    items(shown, "cards").forEach(card -> words.addAll(words((JsonObject) card)));
    return words;
  }

  private static List<Json> items(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array.items() : List.of();
  }

  @Test
  void each_kind_is_drawn_with_all_its_words_and_every_button_does_what_it_says() {
    sendAll();
    sent.keySet().forEach(this::isDrawn);
    copies("copy_code", "Copy it", "424242");
    copies("one_tap", "Copy code", "424242");
    copies("zero_tap", "Copy code", "424242");
    copies("coupon", "Copy code", "ADA9");
    copies("limited_time_offer", "Copy code", "TWO42");
    copies("payment_request", "Copy Pix code", "00020101021226");
    tap("coupon", "No more offers");
    assertThat(told("coupon", "\"button\""))
        .contains("{\"payload\":\"stop\",\"text\":\"No more offers\"}");
    opens("limited_time_offer", "Order now", "https://example.com/offers?code=TWO42");
    opens("payment_request", "Open payment link", "https://pay.example/42");
    opens("voice_call", "Home", "https://example.com/");
    optionsOpen();
    cards();
    goods();
    answers();
    bills();
    assertThat(page.evaluate("window.opened.length")).isEqualTo(5);
  }

  private void copies(String kind, String button, String code) {
    page.evaluate("navigator.clipboard.writeText('')");
    tap(kind, button);
    page.waitForFunction("async code => await navigator.clipboard.readText() === code", code);
    assertThat(page.getByText("Code copied").last()).isVisible();
  }

  private void opens(String kind, String button, String url) {
    tap(kind, button);
    follow(url);
  }

  private void follow(String url) {
    assertThat(sheet()).containsText(url);
    sheet().getByRole(AriaRole.BUTTON).getByText("Open ").click();
    assertThat(page.evaluate("window.opened.at(-1)")).isEqualTo(url);
    assertThat(sheet()).hasCount(0);
  }

  private void optionsOpen() {
    tap("buttons", "See all options");
    button(sheet(), "Menu").click();
    follow("https://example.com/menu/figs%20and%20ham");
    tap("buttons", "See all options");
    button(sheet(), "Ring us").click();
    assertThat(sheet().last()).containsText("+15550100001");
    closeSheets();
    tap("buttons", "See all options");
    button(sheet(), "Nothing").click();
    assertThat(told("buttons", "\"button\"")).contains("\"payload\":\"Nothing\"");
  }

  private void closeSheets() {
    while (sheet().count() > 0) {
      page.keyboard().press("Escape");
      page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");
    }
  }

  private void cards() {
    Locator last = bubble("media_carousel").getByRole(AriaRole.LISTITEM).last();
    last.scrollIntoViewIfNeeded();
    button(last, "I want this").click();
    assertThat(told("media_carousel", "\"button\"")).contains("\"payload\":\"want-figs\"");
    button(last, "See more").click();
    follow("https://example.com/menu/figs");
  }

  /// Each way to goods ends in an order.
  private void goods() {
    Locator last = bubble("product_carousel").getByRole(AriaRole.LISTITEM).last();
    last.scrollIntoViewIfNeeded();
    button(last, "View").click();
    orders("sku-03", () -> button(sheet(), "Add to cart").click());
    tap("single_product", "View");
    orders("sku-03", () -> button(sheet(), "Add to cart").click());
    tap("multi_product", "View items");
    assertThat(sheet().getByLabel("Add Funghi")).hasCount(0);
    orders("sku-07", () -> page.getByLabel("Add Tiramisu").click());
    tap("catalog", "View catalog");
    orders("sku-02", () -> page.getByLabel("Add Diavola").click());
  }

  private void orders(String product, Runnable choice) {
    choice.run();
    button(sheet().last(), "View cart (1)").click();
    button(sheet().last(), "Send to business").click();
    assertThat(told("catalog", "\"order\"")).contains("\"" + product + "\"");
    closeSheets();
  }

  private void answers() {
    tap("flow", "Book now");
    assertThat(sheet()).containsText("700000000000001");
    sheet().getByLabel("Answer (JSON)").fill("{\"seats\": 2}");
    button(sheet(), "Send answer").click();
    assertThat(told("flow", "nfm_reply")).contains("booking-7", "seats");
    tap("call_permission", "Choose preference");
    sheet().getByRole(AriaRole.RADIO).first().click();
    button(sheet(), "Send").click();
    assertThat(told("call_permission", "call_permission_reply")).contains("\"accept\"");
    tap("voice_call", "Ring the desk");
    assertThat(sheet()).containsText("desk-7");
    closeSheets();
    tap("contact_info", "Share Contact Info");
    button(sheet(), "Share").click();
    assertThat(told("contact_info", "\"contacts\"")).contains(Sandbox.ADA);
  }

  private void bills() {
    assertThat(bubble("order_details")).containsText("₹1,125.00");
    tap("order_details", "Review and Pay");
    assertThat(sheet()).containsText("Margherita");
    closeSheets();
    tap("checkout", "Buy now");
    assertThat(sheet()).containsText("Subtotal");
    closeSheets();
    tap("checkout", "More of it");
    assertThat(told("checkout", "\"button\"")).contains("\"payload\":\"more\"");
    assertThat(bubble("order_status")).containsText("Processing");
  }
}
