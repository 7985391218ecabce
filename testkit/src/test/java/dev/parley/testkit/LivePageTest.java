package dev.parley.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What comes onto an open page by itself, beside messages.
class LivePageTest extends InBrowser {
  @Test
  void a_new_picture_of_a_profile_comes_onto_the_open_page() {
    open(1440, 900, ColorScheme.LIGHT);
    var face = phone(Sandbox.ADA).locator(".ph-face").first();
    assertThat(face).hasAttribute("src", Pattern.compile(".*assets/brand/.*"));
    sandbox
        .call(
            "POST",
            "/whatsapp_business_profile",
            Json.object("messaging_product", "whatsapp", "profile_picture_handle", handle()))
        .require(200);
    assertThat(face).hasAttribute("src", Pattern.compile(".*sandbox/media/\\d{16}"));
  }

  private String handle() {
    try (var http = HttpClient.newHttpClient()) {
      return new BotCalls(sandbox.url(), http)
          .handleOf(Objects.requireNonNull(BotCalls.ALL.get("image")));
    }
  }

  @Test
  void the_reviewer_sees_each_message_that_is_held_and_that_none_is_any_more() {
    open(1440, 900, ColorScheme.LIGHT);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Templates")).click();
    JsonObject made =
        sandbox
            .call(
                "POST",
                "/v1/configs/templates",
                read(
                    """
                    {"name":"offer","language":"en_US","category":"MARKETING",
                     "components":[{"type":"BODY","text":"Soup is half the price."}]}\
                    """))
            .require(201)
            .object();
    String id = TemplateKinds.text(made.get("id"));
    drive(id, "hold");
    var row = page.locator("[data-template='" + id + "']");
    for (int held = 1; held <= 2; held++) {
      sandbox
          .call(
              "POST",
              "/messages",
              read(
                  """
                  {"messaging_product":"whatsapp","to":"%s","type":"template",
                   "template":{"name":"offer","language":{"code":"en_US"}}}\
                  """
                      .formatted(Sandbox.ADA)))
          .require(200);
      assertThat(row).containsText(held + " held");
    }
    drive(id, "release");
    assertThat(row).not().containsText("held");
  }

  private void drive(String template, String pacing) {
    sandbox
        .call("POST", "/sandbox/templates/" + template, Json.object("pacing", pacing))
        .require(200);
  }
}
