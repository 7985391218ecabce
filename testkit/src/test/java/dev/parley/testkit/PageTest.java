package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page in a real browser: the phones behave like phones, and what is tapped there comes back
/// as webhooks. Pictures of each kind are written to `target/screenshots`.
class PageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @SuppressWarnings("NullAway.Init")
  private static Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @TempDir Path data;
  private Sandbox sandbox;
  private Inbox inbox;
  private @Nullable BrowserContext context;

  @SuppressWarnings("NullAway.Init") // by open(), the first thing that each test does
  private Page page;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void openBrowser() throws Exception {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(), "no Chromium: ./test finds or installs one, or set PARLEY_CHROMIUM");
    Files.createDirectories(SCREENSHOTS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Optional<Path> chromium() {
    String named = System.getenv("PARLEY_CHROMIUM");
    List<String> candidates = new ArrayList<>();
    if (named != null && !named.isBlank()) {
      candidates.add(named);
    }
    candidates.addAll(
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"));
    return candidates.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @BeforeEach
  void start() {
    sandbox = Sandbox.startInRealTime(data);
    inbox = Inbox.open();
    sandbox.deliverTo(inbox);
  }

  @AfterEach
  void stop() {
    if (context != null) {
      context.close();
    }
    sandbox.close();
    inbox.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  @Test
  void a_list_appears_on_the_phone_and_a_tapped_row_is_delivered_signed() {
    open(1440, 900, ColorScheme.LIGHT);
    Wamid list = send(Bodies.LIST, Sandbox.ADA);
    Locator phone = phone(Sandbox.ADA);
    Locator bubble = bubble(phone, list);
    assertThat(bubble).isVisible(within(1_500));

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
    assertThat(failed).isVisible(within(5_000));
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
    page.locator("[data-call]").first().click();
    assertThat(page.getByText("has 34 characters, at most 24 are allowed").first()).isVisible();
    picture("refused");
  }

  /// Each kind on the phone, and its sheet open, as pictures to look at.
  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1440,900,DARK", "1024,900,LIGHT", "390,844,LIGHT", "390,844,DARK"})
  void every_kind_is_drawn(int width, int height, ColorScheme scheme) {
    open(width, height, scheme);
    String look = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    for (Map.Entry<String, String> kind : Bodies.ALL.entrySet()) {
      Wamid sent = send(kind.getValue(), Sandbox.ADA);
      Locator bubble = bubble(phone(Sandbox.ADA), sent);
      assertThat(bubble).isVisible(within(5_000));
      bubble.scrollIntoViewIfNeeded();
      picture(kind.getKey() + "-" + look);
    }
    openSheet("See the menu", "list-sheet-" + look);
    openSheet("View items", "products-sheet-" + look);
    openSheet("Send location", "location-sheet-" + look);
    boolean scrolls =
        (boolean)
            page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(scrolls).as("a horizontal scrollbar at %d", width).isFalse();
  }

  private void openSheet(String label, String name) {
    Locator phone = phone(Sandbox.ADA);
    button(phone, label).last().click();
    assertThat(phone.getByRole(AriaRole.DIALOG)).isVisible();
    picture(name);
    page.keyboard().press("Escape");
    assertThat(phone.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private void open(int width, int height, ColorScheme scheme) {
    BrowserContext opened =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US"));
    context = opened;
    page = opened.newPage();
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.navigate(sandbox.url() + "/");
    assertThat(phone(Sandbox.ADA)).isVisible(within(10_000));
  }

  private Locator phone(String waId) {
    return page.locator("[data-handset='" + waId + "']");
  }

  private static Locator bubble(Locator phone, Wamid wamid) {
    return phone.locator("[data-wamid='" + wamid + "']");
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions within(
      double millis) {
    return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
        .setTimeout(millis);
  }

  private Wamid send(String body, String to) {
    String answer =
        sandbox.call("POST", "/messages", read(body.formatted(to))).require(200).body().toString();
    return new Wamid(answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
  }

  private static dev.parley.protocol.json.Json read(String body) {
    return JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private void picture(String name) {
    page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
