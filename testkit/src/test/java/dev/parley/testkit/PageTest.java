package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.api.Wamid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page in a real browser: the phones behave like phones, and what is tapped there comes back
/// as webhooks. Pictures of each kind are written to `target/screenshots`.
class PageTest extends InBrowser {
  @Test
  void a_list_appears_on_the_phone_and_a_tapped_row_is_delivered_signed() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid list = send(Bodies.LIST, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    Locator bubble = bubble(phone, list);
    assertThat(bubble).isVisible();

    button(bubble, "See the menu").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet.getByText("Tap to select an item")).isVisible();
    assertThat(sheet.getByRole(AriaRole.RADIO)).hasCount(6);
    assertThat(button(sheet, "Send")).hasCount(0);
    sheet.getByRole(AriaRole.RADIO).first().click();
    button(sheet, "Send").click();

    Inbox.Delivered webhook = inbox.next(d -> d.toString().contains("list_reply"));
    assertThat(webhook.isSignedWith(Sandbox.APP_SECRET)).isTrue();
    assertThat(webhook.toString()).contains("\"id\":\"margherita\"", list.value());
    assertThat(sheet).hasCount(0);
    assertThat(phone.getByText("Tomato, mozzarella, basil")).isVisible();
    picture("tapped-list");

    // The list may be opened again, and another row chosen.
    button(bubble, "See the menu").click();
    sheet.getByRole(AriaRole.RADIO).nth(1).click();
    button(sheet, "Send").click();
    assertThat(inbox.next(d -> d.toString().contains("list_reply")).toString()).contains("diavola");
  }

  @Test
  void a_reply_button_is_pressed_and_a_list_tapped_in_the_same_chat() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid buttons = send(Bodies.BUTTONS, Sandbox.ADA);
    Wamid list = send(Bodies.LIST, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, buttons), "19:30 – 20:00").click();
    assertThat(inbox.next(d -> d.toString().contains("button_reply")).toString())
        .contains("\"id\":\"late\"", buttons.value());
    button(bubble(phone, list), "See the menu").click();
    phone.getByRole(AriaRole.RADIO).last().click();
    button(phone.getByRole(AriaRole.DIALOG), "Send").click();
    assertThat(inbox.next(d -> d.toString().contains("list_reply")).toString()).contains("olives");
  }

  @Test
  void products_go_into_the_cart_and_the_cart_to_the_business() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid menu = send(Bodies.PRODUCTS, Sandbox.GRACE);
    Locator phone = phone(Sandbox.GRACE);
    button(bubble(phone, menu), "View items").click();
    phone.getByLabel("Add Margherita").click();
    phone.getByLabel("Add Green salad").click();
    button(phone, "View cart (2)").click();
    picture("cart");
    button(phone, "Send to business").click();
    Inbox.Delivered order = inbox.next(d -> d.toString().contains("\"order\""));
    assertThat(order.toString()).contains("sku-01", "sku-04", "\"item_price\":12.5", menu.value());
    assertThat(phone.getByText("2 items")).isVisible();
  }

  @Test
  void a_location_that_was_asked_for_is_sent() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid request = send(Bodies.LOCATION_REQUEST, Sandbox.GRACE);
    Locator phone = phone(Sandbox.GRACE);
    button(bubble(phone, request), "Send location").click();
    picture("location");
    phone.getByText("Send your current location").click();
    assertThat(inbox.next(d -> d.toString().contains("\"latitude\"")).toString())
        .contains("\"type\":\"location\"", request.value());
  }

  @Test
  void what_the_user_types_and_reacts_reaches_the_bot_and_a_script_stays_text() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid text = send(Bodies.text("<img src=x onerror=alert(1)> *bold*"), Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    assertThat(bubble(phone, text)).containsText("<img src=x onerror=alert(1)> bold");
    Locator composer = phone.getByRole(AriaRole.TEXTBOX).first();
    composer.fill("Two Margherita, please");
    composer.press("Enter");
    assertThat(inbox.next(d -> d.value().has("messages")).toString())
        .contains("Two Margherita, please");
    sandbox
        .call(
            "POST",
            "/messages",
            read(
                """
                {"messaging_product":"whatsapp","to":"%s","type":"reaction",
                 "reaction":{"message_id":"%s","emoji":"👍"}}\
                """
                    .formatted(
                        Sandbox.ADA,
                        ((dev.parley.protocol.json.JsonString)
                                java.util.Objects.requireNonNull(
                                    sandbox.phone(Sandbox.ADA).screen().getLast().get("id")))
                            .value())))
        .require(200);
    assertThat(phone.getByLabel("Reactions: 👍")).isVisible();
  }

  @Test
  void a_message_outside_the_window_says_why_it_failed_and_offers_the_remedy() {
    open(1440, 900, ColorScheme.LIGHT);
    page.getByText("+24 h").first().click();
    page.getByText("+1 min").first().click();
    send(Bodies.text("Too late"), Sandbox.ADA);
    Locator failed = page.getByText("131047").first();
    assertThat(failed).isVisible();
    failed.click();
    assertThat(page.getByText("Let Ada write")).isVisible();
    picture("failed");
    page.getByText("Let Ada write").click();
    assertThat(inbox.next(d -> d.value().has("messages")).toString()).contains("\"body\":\"Hi\"");
  }

  @Test
  void a_refused_call_is_shown_with_its_problem() {
    open(1440, 900, ColorScheme.LIGHT);
    sandbox
        .call("POST", "/messages", read(Bodies.LIST_TITLE_TOO_LONG.formatted(Sandbox.ADA)))
        .require(400);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Calls")).first().click();
    // The newest comes first, once the page has heard of it.
    page.locator("[data-call]")
        .filter(new Locator.FilterOptions().setHasText("400"))
        .first()
        .click();
    assertThat(page.getByText("has 34 characters, at most 24 are allowed").first()).isVisible();
    picture("refused");
  }

  @Test
  void a_call_that_comes_while_the_page_still_loads_the_earlier_ones_is_not_lost() {
    var refused = read(Bodies.LIST_TITLE_TOO_LONG.formatted(Sandbox.ADA));
    sandbox.call("POST", "/messages", refused).require(400);
    open(1440, 900, ColorScheme.LIGHT, HOLD_CALLS);
    page.waitForFunction("() => window.held.length > 0");
    sandbox.call("POST", "/messages", refused).require(400);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Calls")).first().click();
    Locator calls =
        page.locator("[data-call]").filter(new Locator.FilterOptions().setHasText("400"));
    assertThat(calls).hasCount(1);
    page.evaluate("() => window.held.splice(0).forEach((go) => go())");
    assertThat(calls).hasCount(2);
  }

  @Test
  void a_clock_that_is_moved_while_the_page_still_loads_stays_moved() {
    open(1440, 900, ColorScheme.LIGHT, HOLD_SECOND_WORLD);
    page.waitForFunction("() => window.held.length > 0");
    page.getByText("+24 h").first().click();
    Locator ahead = page.getByText("ahead", new Page.GetByTextOptions().setExact(false)).first();
    assertThat(ahead).isVisible();
    page.evaluate(
        """
        async () => {
          window.held.splice(0).forEach((go) => go());
          for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
        }\
        """);
    assertThat(ahead.isVisible()).isTrue();
  }

  /// The page reads the world twice, when it opens and when its stream does.
  private static final String HOLD_SECOND_WORLD =
      """
      window.held = [];
      let reads = 0;
      const real = window.fetch;
      window.fetch = async (url, options) => {
        const answer = await real(url, options);
        if (!/[/]sandbox$/.test(url) || ++reads !== 2) return answer;
        const text = await answer.text();
        await new Promise((go) => window.held.push(go));
        return new Response(text, { status: answer.status });
      };
      """;

  /// The answer with the earlier calls reaches the page only when the test says so.
  private static final String HOLD_CALLS =
      """
      window.held = [];
      const real = window.fetch;
      window.fetch = async (url, options) => {
        const answer = await real(url, options);
        if (String(url).endsWith('sandbox/calls')) {
          await new Promise((go) => window.held.push(go));
        }
        return answer;
      };
      """;

  /// Each kind on the phone, and its sheet open, as pictures to look at.
  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1024,900,DARK", "390,844,LIGHT"})
  void every_kind_is_drawn(int width, int height, ColorScheme scheme) {
    open(width, height, scheme);
    String look = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    for (Map.Entry<String, String> kind : Bodies.ALL.entrySet()) {
      Wamid sent = send(kind.getValue(), Sandbox.ADA);
      Locator bubble = bubble(phone(Sandbox.ADA), sent);
      assertThat(bubble).isVisible();
      bubble.scrollIntoViewIfNeeded();
      picture(kind.getKey() + "-" + look);
    }
    openSheet("See the menu", "list-sheet-" + look);
    openSheet("View items", "products-sheet-" + look);
    openSheet("Send location", "location-sheet-" + look);
    assertThat(scrollsSideways()).as("a horizontal scrollbar at %d", width).isFalse();
  }

  private void openSheet(String label, String name) {
    Locator phone = phone(Sandbox.ADA);
    button(phone, label).last().click();
    assertThat(phone.getByRole(AriaRole.DIALOG)).isVisible();
    picture(name);
    page.keyboard().press("Escape");
    assertThat(phone.getByRole(AriaRole.DIALOG)).hasCount(0);
  }
}
