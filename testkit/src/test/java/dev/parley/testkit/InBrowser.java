package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
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
import org.junit.jupiter.api.io.TempDir;

/// A sandbox and its page in a real browser. A test fails when the browser complained, or when the
/// page asked another host for anything.
abstract class InBrowser {
  /// How long something may take to appear. Nothing is measured here: a busy machine is slow.
  private static final double PATIENCE_MILLIS = 20_000;

  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @SuppressWarnings("NullAway.Init")
  private static Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @TempDir Path data;
  Sandbox sandbox;
  Inbox inbox;
  private @Nullable BrowserContext context;

  @SuppressWarnings("NullAway.Init") // by open(), the first thing that each test does
  Page page;

  final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void openBrowser() throws Exception {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(), "no Chromium: ./test finds or installs one, or set PARLEY_CHROMIUM");
    Files.createDirectories(SCREENSHOTS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
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

  void open(int width, int height, ColorScheme scheme) {
    open(width, height, scheme, "");
  }

  /// Runs the script in the page before any of its own.
  void open(int width, int height, ColorScheme scheme, String script) {
    BrowserContext opened =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US"));
    context = opened;
    page = opened.newPage();
    page.addInitScript(script);
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(sandbox.url().toString()) && !url.startsWith("data:")) {
        complaints.add("the page asked for " + url);
      }
    });
    page.navigate(sandbox.url() + "/");
    assertThat(phone(Sandbox.ADA)).isVisible();
  }

  Locator phone(String waId) {
    return page.locator("[data-handset='" + waId + "']");
  }

  static Locator bubble(Locator phone, Wamid wamid) {
    return phone.locator("[data-wamid='" + wamid + "']");
  }

  static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Wamid send(String body, String to) {
    String answer =
        sandbox.call("POST", "/messages", read(body.formatted(to))).require(200).body().toString();
    return new Wamid(answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
  }

  static Json read(String body) {
    return JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  void picture(String name) {
    page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  boolean scrollsSideways() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }
}
