package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kinds with pictures, forms and questions: drawn on the phone, answered there, and the answer
/// delivered to the bot.
class PageKindsTest extends InBrowser {
  /// Lives in India, where address forms and bills are.
  private static final String ASHA = "919876543210";

  /// The smallest PNG: one pixel.
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU"
                  + "5ErkJggg==");

  @ParameterizedTest
  @CsvSource({"1440,900,DARK", "390,844,DARK"})
  void every_kind_is_drawn_without_asking_another_host(int width, int height, ColorScheme scheme) {
    open(width, height, scheme);
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> kind : KindBodies.ALL.entrySet()) {
      Wamid sent = send(kind.getValue(), Sandbox.ADA);
      Locator bubble = bubble(phone(Sandbox.ADA), sent);
      assertThat(bubble).isVisible();
      assertThat(bubble).not().containsText("is not drawn here yet");
      bubble.scrollIntoViewIfNeeded();
      picture("kind-" + kind.getKey() + "-" + look);
    }
    assertThat(scrollsSideways()).as("a horizontal scrollbar at %d", width).isFalse();
  }

  @Test
  void a_card_is_reached_with_the_arrow_keys_and_its_quick_reply_tapped() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid cards = send(KindBodies.QUICK_REPLY_CARDS, Sandbox.ADA);
    Locator bubble = bubble(phone(Sandbox.ADA), cards);
    Locator row = bubble.getByRole(AriaRole.LIST);
    assertThat(row.getByRole(AriaRole.LISTITEM)).hasCount(3);
    row.focus();
    page.keyboard().press("End");
    Locator last = row.getByRole(AriaRole.LISTITEM).last();
    assertThat(last).isInViewport();
    button(last, "Take it").click();
    assertThat(inbox.next(d -> d.toString().contains("button_reply")).toString())
        .contains("\"id\":\"take-2\"", cards.value());
  }

  @Test
  void the_link_of_a_card_asks_first_and_tells_the_bot_nothing() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid cards = send(KindBodies.LINK_CARDS, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, cards), "Read more").last().click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("https://pages.example/1");
    page.route("https://pages.example/**", route -> route.abort());
    Response noted =
        page.waitForResponse(
            answer -> answer.url().endsWith("/link"),
            () -> button(sheet, "Open pages.example").click());
    assertThat(noted.status()).isEqualTo(200);
    assertThat(noted.request().postData()).isEqualTo("{\"card\":1}");
  }

  @Test
  void the_whole_catalog_goes_into_the_cart_and_comes_back_as_an_order() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid catalog = send(KindBodies.CATALOG, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, catalog), "View catalog").click();
    phone.getByLabel("Add Tiramisu").click();
    button(phone, "View cart (1)").click();
    button(phone, "Send to business").click();
    assertThat(inbox.next(d -> d.toString().contains("\"order\"")).toString())
        .contains("sku-07", "\"quantity\":1");
  }

  @Test
  void a_flow_is_answered_with_json() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid flow = send(KindBodies.FLOW, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, flow), "Book a table").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("700000000000001");
    Locator answer = sheet.getByLabel("Answer (JSON)");
    answer.fill("[1]");
    assertThat(button(sheet, "Send answer")).isDisabled();
    picture("flow-sheet");
    answer.fill("{\"guests\": 4}");
    button(sheet, "Send answer").click();
    assertThat(inbox.next(d -> d.toString().contains("nfm_reply")).toString())
        .contains("\"name\":\"flow\"", "table-7", "guests", flow.value());
    button(phone, "View response").click();
    assertThat(sheet).containsText("guests");
  }

  @Test
  void an_address_is_filled_in_beside_what_the_business_found_wrong() {
    Locator phone = openFor(ASHA);
    Wamid form = send(KindBodies.ADDRESS, ASHA);
    button(bubble(phone, form), "Provide address").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("We could not locate this pin code.");
    sheet.getByLabel("Pin code").fill("400063");
    assertThat(sheet).not().containsText("We could not locate this pin code.");
    button(sheet, "Send address").click();

    // The network wants a street and a town too, and the form says so where they belong.
    assertThat(sheet.getByLabel("Address", new Locator.GetByLabelOptions().setExact(true)))
        .isFocused();
    assertThat(sheet.locator("[aria-invalid=true]")).hasCount(2);
    picture("address-wrong");
    sheet.locator("[data-field=address]").fill("Film City Road");
    sheet.locator("[data-field=city]").fill("Mumbai");
    button(sheet, "Send address").click();
    assertThat(inbox.next(d -> d.toString().contains("nfm_reply")).toString())
        .contains("address_message", "400063", "Mumbai", form.value());
    assertThat(phone.getByText("Film City Road")).isVisible();
    complaints.removeIf(each -> each.contains("400 (Bad Request)"));
  }

  @Test
  void calls_are_allowed_for_a_week_with_the_keyboard() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid request = send(KindBodies.CALL_PERMISSION, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, request), "Choose preference").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    sheet.getByRole(AriaRole.RADIO).first().focus();
    page.keyboard().press("ArrowDown");
    picture("call-permission-sheet");
    button(sheet, "Send").click();
    assertThat(inbox.next(d -> d.toString().contains("call_permission_reply")).toString())
        .contains("\"response\":\"accept\"", "expiration_timestamp", request.value());
    assertThat(phone.getByText("Calls allowed").last()).isVisible();
  }

  @Test
  void contact_info_is_shared_after_a_question() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid request = send(KindBodies.CONTACT_INFO, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, request), "Share contact info").click();
    button(phone.getByRole(AriaRole.DIALOG), "Share").click();
    assertThat(inbox.next(d -> d.toString().contains("contact_request")).toString())
        .contains("\"formatted_name\":\"Ada\"", Sandbox.ADA, request.value());
  }

  @Test
  void a_voice_note_counts_as_played_once_it_was_started() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid voice = send(KindBodies.VOICE, Sandbox.ADA);
    Locator bubble = bubble(phone(Sandbox.ADA), voice);
    bubble.getByLabel("Play voice message").click();
    assertThat(bubble.getByLabel("Pause voice message")).isVisible();
    assertThat(inbox.next(d -> d.toString().contains("\"played\"")).toString())
        .contains(voice.value());
    assertThat(bubble.locator("[data-heard=true]")).isVisible();
  }

  @Test
  void a_call_button_says_that_calls_are_not_simulated() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid call = send(KindBodies.VOICE_CALL, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    button(bubble(phone, call), "Call the kitchen").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("Calls are not simulated");
    assertThat(sheet).containsText("desk-7");
    page.keyboard().press("Escape");
    assertThat(sheet).hasCount(0);
  }

  @Test
  void a_bill_is_reviewed_and_its_order_followed() {
    Locator phone = openFor(ASHA);
    sandbox
        .call(
            "POST",
            "/sandbox/numbers/" + Sandbox.NUMBER,
            read("{\"country\":\"IN\",\"compliance_required\":false}"))
        .require(200);
    Wamid bill = send(KindBodies.ORDER_DETAILS, ASHA);
    assertThat(bubble(phone, bill)).containsText("₹1,125.00");
    button(bubble(phone, bill), "Review and pay").click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("Subtotal");
    assertThat(sheet).containsText("−₹25.00");
    picture("bill-sheet");
    button(sheet, "Pay ₹1,125.00").click();
    assertThat(phone.getByText("Payments can’t be made here yet")).isVisible();
    page.keyboard().press("Escape");
    Wamid status = send(KindBodies.ORDER_STATUS, ASHA);
    assertThat(bubble(phone, status)).containsText("Shipped");
    button(bubble(phone, status), "View order").click();
    assertThat(sheet).containsText("Margherita");
  }

  @Test
  void a_photo_of_the_user_is_sent_and_shown() {
    open(1440, 900, ColorScheme.LIGHT);
    Locator phone = phone(Sandbox.ADA);
    button(phone, "Attach").click();
    FileChooser chooser = page.waitForFileChooser(() -> phone.getByText("Gallery").click());
    chooser.setFiles(new FilePayload("oven.png", "image/png", PICTURE));
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    sheet.getByLabel("Caption").fill("The oven");
    button(sheet, "Send").click();
    assertThat(inbox.next(d -> d.toString().contains("\"image\"")).toString())
        .contains("\"mime_type\":\"image/png\"", "\"caption\":\"The oven\"");
    assertThat(phone.getByAltText("The oven")).isVisible();
  }

  @Test
  void contacts_are_shared_from_the_attach_menu() {
    open(1440, 900, ColorScheme.LIGHT);
    Locator phone = phone(Sandbox.ADA);
    button(phone, "Attach").click();
    phone.getByText("Contact", new Locator.GetByTextOptions().setExact(true)).click();
    Locator sheet = phone.getByRole(AriaRole.DIALOG);
    sheet.getByRole(AriaRole.CHECKBOX).getByText("Grace").click();
    button(sheet, "Send contact").click();
    assertThat(inbox.next(d -> d.toString().contains("\"contacts\":[{\"name\"")).toString())
        .contains("\"formatted_name\":\"Grace\"", Sandbox.GRACE);
  }

  @Test
  void what_a_user_can_write_is_drawn_as_the_users_own() {
    open(1440, 900, ColorScheme.LIGHT);
    Locator phone = phone(Sandbox.ADA);
    writes(
        """
        {"type":"text","text":{"body":"Is the oven on?"},"referral":{
         "source_url":"https://ads.example/7","source_id":"7","source_type":"ad",
         "headline":"Wood-fired, tonight","body":"Two for one","media_type":"image",
         "image_url":"https://pictures.example/ad.jpg"}}\
        """);
    assertThat(phone.getByText("Wood-fired, tonight")).isVisible();
    writes(
        """
        {"type":"text","text":{"body":"Look"},"context":{"frequently_forwarded":true}}\
        """);
    assertThat(phone.getByText("Forwarded many times")).isVisible();
    writes(
        """
        {"type":"text","text":{"body":"Is this spicy?"},"context":{"referred_product":{
         "catalog_id":"300000000000001","product_retailer_id":"sku-02"}}}\
        """);
    assertThat(phone.getByText("$14.00")).isVisible();
    writes(
        """
        {"type":"unsupported","unsupported":{"type":"poll_creation"},
         "errors":[{"code":131051,"title":"Message type unknown"}]}\
        """);
    assertThat(phone.getByText("A business can’t be shown this (131051)")).isVisible();
    writes(
        """
        {"type":"system","system":{"body":"Ada changed her number","type":"user_changed_number",
         "wa_id":"15550100199"}}\
        """);
    assertThat(phone.locator(".ph-system").getByText("Ada changed her number")).isVisible();
    picture("inbound-kinds");
  }

  /// The page with one more phone, that of somebody who has just written.
  private Locator openFor(String waId) {
    sandbox
        .call(
            "POST",
            "/sandbox/handsets",
            read("{\"wa_id\":\"%s\",\"name\":\"Asha\"}".formatted(waId)))
        .require(201);
    sandbox.phone(waId).writes("Hi");
    open(1900, 900, ColorScheme.LIGHT);
    Locator phone = phone(waId);
    phone.scrollIntoViewIfNeeded();
    return phone;
  }

  private void writes(String message) {
    Json body = read(message);
    String path = "/sandbox/handsets/%s/chats/%s/messages".formatted(Sandbox.ADA, Sandbox.NUMBER);
    sandbox.call("POST", path, body).require(201);
  }
}
