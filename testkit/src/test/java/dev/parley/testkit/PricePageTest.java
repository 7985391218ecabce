package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a message costs stands beside its events, with the reason.
class PricePageTest extends InBrowser {
  private static final String LOGIN_CODE =
      """
      {"messaging_product":"whatsapp","to":"%s","type":"template","template":
       {"name":"login_code","language":{"code":"en_US"},"components":[
        {"type":"body","parameters":[{"type":"text","text":"1234"}]},
        {"type":"button","sub_type":"url","index":0,
         "parameters":[{"type":"text","text":"1234"}]}]}}\
      """;

  @Test
  void a_text_inside_the_window_is_free_and_a_code_is_not_and_without_a_card_no_amount_is_said() {
    open(1440, 900, ColorScheme.LIGHT);
    send(Bodies.text("Hello"), Sandbox.ADA);
    delivered().click();
    assertThat(price()).containsText("Free no template, inside the service window");

    send(LOGIN_CODE, Sandbox.ADA);
    assertThat(page.locator("[role=option]").getByText("Delivered")).hasCount(2);
    delivered().click();
    assertThat(price()).containsText("Billable an authentication template");
    assertThat(price()).containsText("no rate card: start with --rate-card FILE");
    assertThat(price()).containsText("This chat so far: 1 charged, 1 free");
    picture("price");
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, DARK", "960, 700, LIGHT"})
  void it_fits_the_screen(int width, int height, ColorScheme scheme) {
    open(width, height, scheme);
    send(LOGIN_CODE, Sandbox.ADA);
    delivered().click();
    assertThat(price()).isVisible();
    assertThat(scrollsSideways()).isFalse();
  }

  private Locator delivered() {
    return page.locator("[role=option]").getByText("Delivered").last();
  }

  private Locator price() {
    return page.getByLabel("Price");
  }
}
