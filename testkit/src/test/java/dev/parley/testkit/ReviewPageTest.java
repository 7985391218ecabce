package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reviewer's page: somebody plays Meta's reviewer and its users by hand.
class ReviewPageTest extends InBrowser {
  private static final String TABLE_READY =
      """
      {"name":"table_ready","language":"en_US","category":"UTILITY","components":[
       {"type":"BODY","text":"Hi {{1}}, your table is ready.","example":{"body_text":[["Ada"]]}},
       {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"On my way"}]}]}\
      """;

  @Test
  void a_template_is_approved_by_hand_and_can_be_sent() {
    openTemplates();
    setting("How new templates are reviewed", "Reviewed by hand");
    assertThat(page.getByText("New ones wait for a review by hand")).isVisible();
    String id = create();
    assertThat(send().status()).isEqualTo(404);

    // It comes onto the page by itself.
    row(id).click();
    assertThat(preview().getByText("Hi Ada, your table is ready.")).isVisible();
    button(preview(), "On my way").click();
    assertThat(page.getByText("This is a preview")).isVisible();
    button(page.locator(".treview"), "Approve").click();
    assertThat(row(id)).containsText("Approved");
    assertThat(told()).contains("\"event\":\"APPROVED\"", id);
    assertThat(send().status()).isEqualTo(200);
    assertThat(phone(Sandbox.ADA).locator("[data-type='template']"))
        .containsText("Hi Grace, your table is ready.");
    picture("review");
  }

  @Test
  void a_rejected_template_says_why() {
    openTemplates();
    String id = create();
    row(id).click();
    setting("Reject with a reason", "Promotional");
    assertThat(page.getByText("Rejected: promotional")).isVisible();
    assertThat(told()).contains("\"reason\":\"PROMOTIONAL\"");
    assertThat(refusal()).contains("\"code\":132001");
  }

  @Test
  void bad_quality_pauses_a_template_until_somebody_ends_the_pause() {
    openTemplates();
    String id = create();
    row(id).click();
    button(page.locator(".treview"), "Red").click();
    assertThat(row(id)).containsText("Paused");
    assertThat(page.locator(".tfacts")).containsText("Paused until");
    assertThat(refusal()).contains("\"code\":132015");
    button(page.locator(".treview"), "End the pause").click();
    assertThat(row(id)).containsText("Approved");
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void the_list_follows_what_bots_do_and_can_be_filtered() {
    openTemplates();
    String id = create();
    assertThat(row(id)).isVisible();
    setting("Templates: All templates", "Rejected");
    assertThat(page.getByText("No template here")).isVisible();
    setting("Templates: Rejected", "All templates");
    sandbox.call("DELETE", "/v1/configs/templates/table_ready", JsonObject.empty()).require(200);
    assertThat(row(id)).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void it_fits_the_screen(int width, int height, ColorScheme scheme) {
    String id = create();
    open(width, height, scheme);
    if (width < 960) {
      page.getByText("Handset", new Page.GetByTextOptions().setExact(true)).last().click();
      button(page.locator(".tscreen"), "Templates").click();
    } else {
      tab().click();
    }
    row(id).click();
    assertThat(preview().getByText("Hi Ada, your table is ready.")).isVisible();
    assertThat(scrollsSideways()).isFalse();
    picture("review-" + width + "-" + scheme);
  }

  private void openTemplates() {
    open(1440, 900, ColorScheme.LIGHT);
    tab().click();
    assertThat(page.locator("[data-template]").first()).isVisible();
  }

  private Locator tab() {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Templates"));
  }

  private Locator row(String id) {
    return page.locator("[data-template='" + id + "']");
  }

  private Locator preview() {
    return page.getByLabel("As the phone shows it");
  }

  private void setting(String menu, String choice) {
    button(page.locator("body"), menu).click();
    page.locator("[role^=menuitem]").getByText(choice).click();
  }

  private String create() {
    Sandbox.Answer answer =
        sandbox.call("POST", "/v1/configs/templates", read(TABLE_READY)).require(201);
    return answer.object().get("id") instanceof JsonString(var id) ? id : answer.toString();
  }

  private Sandbox.Answer send() {
    return sandbox.call(
        "POST",
        "/messages",
        read(
            """
            {"messaging_product":"whatsapp","to":"%s","type":"template","template":
             {"name":"table_ready","language":{"code":"en_US"},"components":[
              {"type":"body","parameters":[{"type":"text","text":"Grace"}]}]}}\
            """
                .formatted(Sandbox.ADA)));
  }

  private String refusal() {
    return send().body().toString();
  }

  private String told() {
    return sandbox.get("/sandbox/events?kind=template.changed").require(200).body().toString();
  }
}
